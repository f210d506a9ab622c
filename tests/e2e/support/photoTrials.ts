/** What the page of the trials is given; the same as in src, where the types of that side are checked. */
type PreparedPage = { bytes: ArrayBuffer; type: string; width: number; height: number };
type Outcome<T> = { ok: true; value: T } | { ok: false; error: { kind: string; key?: string } };
export type PhotoTools = {
	createPagePreparer(): {
		prepare(file: Blob): Promise<Outcome<PreparedPage>>;
		turn(page: { bytes: ArrayBuffer; type: string }): Promise<Outcome<PreparedPage>>;
	};
	findLeftovers(bytes: Uint8Array, type: string): string[];
	indexOfText(bytes: Uint8Array, text: string): number;
	greyJpeg(width: number, height: number): Uint8Array<ArrayBuffer>;
	pngHeader(width: number, height: number): Uint8Array<ArrayBuffer>;
	heif(brands: string[], width: number, height: number): Uint8Array<ArrayBuffer>;
	withSegments(jpeg: Uint8Array, ...segments: Uint8Array[]): Uint8Array<ArrayBuffer>;
	exifSegment(orientation: number): Uint8Array;
	hiddenSegments(): Uint8Array[];
	SECRETS: Record<string, string>;
	ENCRYPTED_KINDS: string[];
	pdfOf(options: { encryption: { kind: string; isLocked: boolean } }): Uint8Array<ArrayBuffer>;
};

/** What came of one file: the refusal, or the page with the colours of its corners (TL TR BL BR) and what is left in it. */
export type Trial = {
	refusal?: string;
	type?: string;
	size: number;
	width: number;
	height: number;
	corners: string;
	middle?: string;
	leftovers: string[];
	ms: number;
};

/** The corner of the picture (as seen) at which the first row and the first column of the stored one lie: EXIF 0x0112. */
const STORED = ['', 'TL', 'TR', 'BR', 'BL', 'LT', 'RT', 'RB', 'LB'];
const OPPOSITE: Record<string, string> = { T: 'B', B: 'T', L: 'R', R: 'L' };
const COLOURS: Record<string, string> = { TL: '#f00', TR: '#0f0', BL: '#00f', BR: '#ff0' };

/** The trials, run in the page. The picture that is seen is 480×320: red, green / blue, yellow. */
export function createTrials(tools: PhotoTools) {
	const preparer = tools.createPagePreparer();

	function quadrants(orientation: number): OffscreenCanvas {
		const [row = 'T', column = 'L'] = STORED[orientation] ?? '';
		const canvas = orientation >= 5 ? new OffscreenCanvas(320, 480) : new OffscreenCanvas(480, 320);
		const { width, height } = canvas;
		for (const [y, side] of [row, OPPOSITE[row] ?? ''].entries())
			for (const [x, other] of [column, OPPOSITE[column] ?? ''].entries()) {
				const corner = 'TB'.includes(side) ? side + other : other + side;
				const colour = COLOURS[corner] ?? '#000';
				fill(canvas, colour, (x * width) / 2, (y * height) / 2, width / 2, height / 2);
			}
		return canvas;
	}

	async function photoHeld(orientation: number): Promise<Blob> {
		const blob = await quadrants(orientation).convertToBlob({ type: 'image/jpeg', quality: 0.95 });
		const jpeg = new Uint8Array(await blob.arrayBuffer());
		const hiding = [tools.exifSegment(orientation), ...tools.hiddenSegments()];
		// What a motion photo carries behind its end.
		return new Blob([tools.withSegments(jpeg, ...hiding), tools.SECRETS.phone ?? '']);
	}

	async function examine(file: Blob, turns = 0): Promise<Trial> {
		const start = performance.now();
		let outcome = await preparer.prepare(file);
		for (let i = 0; i < turns && outcome.ok; i += 1) outcome = await preparer.turn(outcome.value);
		const ms = Math.round(performance.now() - start);
		const nothing = { size: 0, width: 0, height: 0, corners: '', leftovers: [], ms };
		if (!outcome.ok) return { ...nothing, refusal: outcome.error.key ?? outcome.error.kind };
		const { bytes, type, width, height } = outcome.value;
		const page = { ...nothing, type, size: bytes.byteLength, width, height };
		if (type === 'application/pdf') return page;
		const view = new Uint8Array(bytes);
		const told = Object.values(tools.SECRETS).filter((text) => tools.indexOfText(view, text) >= 0);
		const leftovers = [...told, ...tools.findLeftovers(view, type)];
		return { ...page, ...(await coloursOf(new Blob([bytes], { type }))), leftovers };
	}

	return {
		/** A photo with everything hidden in it that phones hide, held in one of the eight ways, then turned. */
		held: async (orientation: number, turns = 0) => examine(await photoHeld(orientation), turns),

		/** The picture as another type with thin lines as a screenshot has them, see-through in its middle. */
		async ofType(type: string): Promise<Trial> {
			const canvas = quadrants(1);
			for (let y = 60; y < 260; y += 4) fill(canvas, '#000', 60, y, 360, 1);
			contextOf(canvas).clearRect(200, 120, 80, 80);
			return examine(await canvas.convertToBlob({ type, quality: 0.9 }));
		},

		/** An A4 page of writing in 10 points, photographed with 12 million pixels; `noise` as a sensor adds it, of 256. */
		async writing(noise: number): Promise<{ from: number; page: Trial; turned: Trial }> {
			const sharp = new OffscreenCanvas(3000, 4000);
			fill(sharp, '#7b5c3c', 0, 0, 3000, 4000);
			fill(sharp, '#e8e4da', 180, 130, 2640, 3740);
			const pen = contextOf(sharp);
			pen.fillStyle = '#222';
			pen.font = '44px serif';
			const words =
				'Ủy ban nhân dân xã Bến Đò xác nhận ông Nguyễn Văn Ưởng, sinh ngày 03/08/1989. ';
			for (let line = 0; line < 48; line += 1)
				if (line % 6 !== 5) pen.fillText(words.repeat(2).slice(line), 400, 400 + line * 68, 2200);
			const photo = new OffscreenCanvas(3000, 4000);
			const context = contextOf(photo);
			// As sharp as a hand holds a phone.
			context.filter = 'blur(1.2px)';
			context.drawImage(sharp, 0, 0);
			const image = context.getImageData(0, 0, 3000, 4000);
			let seed = 7;
			for (let i = 0; i < image.data.length; i += 4) {
				seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
				const change = ((seed >>> 16) / 65_536 - 0.5) * noise;
				for (let k = 0; k < 3; k += 1) image.data[i + k] = (image.data[i + k] ?? 0) + change;
			}
			context.putImageData(image, 0, 0);
			const blob = await photo.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
			return { from: blob.size, page: await examine(blob), turned: await examine(blob, 4) };
		},

		/** Files that are no pages, by name. */
		async refusals(): Promise<Record<string, string | undefined>> {
			const whole = tools.greyJpeg(640, 640);
			const files: Record<string, BlobPart[]> = {
				'nothing in it': [],
				'a page of the web': ['<!doctype html><script>alert(1)</script>'],
				'30,000 × 30,000 pixels': [tools.pngHeader(30_000, 30_000)],
				'an iPhone picture': [tools.heif(['heic', 'mif1'], 4032, 3024)],
				'broken off': [whole.slice(0, -2)],
				// Whole by its markers, but the tables that decode it are gone.
				'without tables': [whole.slice(0, 2), whole.slice(71)]
			};
			const found = Object.entries(files).map(async ([name, parts]) => {
				const file = new File(parts, 'ANH.JPG', { type: 'image/jpeg' });
				const { refusal } = await examine(file);
				return [name, refusal] as const;
			});
			return Object.fromEntries(await Promise.all(found));
		},

		/** Encrypted PDFs by kind: what came of the one that opens and of the one that asks for a password. */
		async pdfs(): Promise<Record<string, string[]>> {
			const found: Record<string, string[]> = {};
			for (const kind of tools.ENCRYPTED_KINDS) {
				found[kind] = [];
				for (const isLocked of [false, true]) {
					const trial = await examine(new Blob([tools.pdfOf({ encryption: { kind, isLocked } })]));
					found[kind]?.push(trial.refusal ?? trial.type ?? '');
				}
			}
			return found;
		},

		/** From now on the page's canvases write EXIF of their own (as Safari's do), half a file, or a picture in a picture. */
		spoilCanvas(how: 'exif' | 'half' | 'nested'): void {
			const write = HTMLCanvasElement.prototype.toBlob;
			HTMLCanvasElement.prototype.toBlob = function (callback, ...options) {
				const spoil = async (blob: Blob | null) => {
					const jpeg = new Uint8Array((await blob?.arrayBuffer()) ?? []);
					// A table that no decoder misses and no cleaning takes out, with the start of a JPEG in it.
					const table = new Uint8Array([
						0xff,
						0xdb,
						0,
						67,
						3,
						0xff,
						0xd8,
						0xff,
						...Array(61).fill(1)
					]);
					const spoilt = {
						exif: tools.withSegments(jpeg, tools.exifSegment(1)),
						half: jpeg.slice(0, jpeg.length / 2),
						nested: tools.withSegments(jpeg, table)
					}[how];
					callback(new Blob([spoilt], { type: blob?.type }));
				};
				write.call(this, (blob) => void spoil(blob), ...options);
			};
		},

		/** Chooses ten photos at once; gives how many became pages. */
		async tenAtOnce(): Promise<number> {
			const photo = await photoHeld(6);
			const trials = await Promise.all(Array.from({ length: 10 }, () => examine(photo)));
			return trials.filter((trial) => trial.corners === 'red green blue yellow').length;
		}
	};
}

export type PhotoTrials = ReturnType<typeof createTrials>;

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no canvas');
	return context;
}

function fill(
	canvas: OffscreenCanvas,
	colour: string,
	...place: [x: number, y: number, width: number, height: number]
): void {
	const context = contextOf(canvas);
	context.fillStyle = colour;
	context.fillRect(...place);
}

/** The colours a tenth inside each corner, and the one in the middle, by name. */
async function coloursOf(blob: Blob): Promise<{ corners: string; middle?: string }> {
	const image = new Image();
	image.src = URL.createObjectURL(blob);
	await new Promise((settle) => image.addEventListener('load', settle));
	const canvas = new OffscreenCanvas(image.width, image.height);
	const context = contextOf(canvas);
	context.drawImage(image, 0, 0);
	const at = (x: number, y: number) => {
		const [red = 0, green = 0, blue = 0] = context.getImageData(
			Math.floor(image.width * x),
			Math.floor(image.height * y),
			1,
			1
		).data;
		const code = [red, green, blue].map((part) => (part > 127 ? 1 : 0)).join('');
		return { '100': 'red', '010': 'green', '001': 'blue', '110': 'yellow', '111': 'white' }[code];
	};
	const corners = [at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)];
	return { corners: corners.join(' '), middle: at(0.5, 0.5) };
}
