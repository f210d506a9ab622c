import { findLeftovers } from '$lib/domain/photo/findLeftovers';
import { cleanJpeg, jpegOrientation } from '$lib/domain/photo/jpeg';
import { pageSize } from '$lib/domain/photo/limits';
import type { PictureKind } from '$lib/domain/photo/pixelSize';
import { cleanPng } from '$lib/domain/photo/png';
import { drawUpright, encode, freeCanvas, type Canvas, type Picture } from './canvas';
import { findDecoder } from './decoder';

/** What to do with a picture: make a page of it, or turn a page by a quarter to the right. */
export type PictureTask = { bytes: ArrayBuffer; kind: PictureKind; isTurn: boolean };

/** A page's picture; its size in pixels. */
export type MadePicture = {
	bytes: ArrayBuffer;
	type: 'image/jpeg' | 'image/png';
	width: number;
	height: number;
};

/**
 * `undecodable`: this browser cannot open the picture. `unclean`: what was made still tells more than the picture, so it
 * must not be kept. `no-canvas`: nothing can be drawn here.
 */
export type Made =
	| { ok: true; picture: MadePicture }
	| { ok: false; reason: 'undecodable' | 'unclean' | 'no-canvas' };

/** What a page should weigh; a page that needs more to be legible gets more. */
const USUAL_BYTES = 300_000;

/**
 * From what looks like the original down. At 0.44 the 8-point letters of a whole A4 page with all their marks were still
 * read by eye at full size, from a noisy photo of 4,000 × 3,000; the last step keeps away from that.
 */
const QUALITIES = [0.8, 0.74, 0.68, 0.62, 0.56, 0.5];

/**
 * A turned page is written again, with a little loss each time. It may grow by this much to lose less, but not beyond
 * what a page should weigh: four turns would make it half as large again.
 */
const GROWTH = 1.15;
const TURN_QUALITIES = [
	0.92, 0.88, 0.84, 0.8, 0.77, 0.74, 0.71, 0.68, 0.65, 0.62, 0.59, 0.56, 0.53
];

const TYPES: Record<PictureKind, string> = {
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	heic: 'image/heic',
	avif: 'image/avif'
};

/** Carries a task out in the thread it is called in. Throws when the browser runs out of memory or canvas. */
export async function makePage(task: PictureTask): Promise<Made> {
	const decoder = await findDecoder();
	if (!decoder) return { ok: false, reason: 'no-canvas' };
	const { bytes, kind, isTurn } = task;
	let picture: Picture;
	try {
		picture = await decoder.decode(new Blob([bytes], { type: TYPES[kind] }));
	} catch {
		return { ok: false, reason: 'undecodable' };
	}
	const isTurnedAlready = decoder.isUpright || kind !== 'jpeg';
	const held = isTurnedAlready ? 1 : jpegOrientation(new Uint8Array(bytes));
	const canvas = isTurn
		? drawUpright(picture, { width: picture.width, height: picture.height }, 6)
		: drawUpright(picture, pageSize(picture), held);
	const { width, height } = canvas;
	try {
		const written = isTurn
			? await writeTurned(canvas, kind, mostAfterTurn(bytes.byteLength))
			: await writePage(canvas, kind);
		const clean = cleaned(written);
		if (!clean) return { ok: false, reason: 'unclean' };
		return { ok: true, picture: { bytes: clean.buffer, type: written.type, width, height } };
	} finally {
		freeCanvas(canvas);
	}
}

type Written = { bytes: Uint8Array; type: 'image/jpeg' | 'image/png' };

/** JPEG, unless a PNG (a screenshot) weighs less as it is. */
async function writePage(canvas: Canvas, kind: PictureKind): Promise<Written> {
	const jpeg = await writeJpeg(canvas, USUAL_BYTES, QUALITIES);
	const png = kind === 'png' ? await encode(canvas, 'image/png') : undefined;
	return png && png.size < jpeg.size ? readPng(png) : readJpeg(jpeg);
}

/** A PNG stays what it is, without any loss, while it does not grow too much. */
async function writeTurned(canvas: Canvas, kind: PictureKind, most: number): Promise<Written> {
	if (kind === 'png') {
		const png = await encode(canvas, 'image/png');
		if (png.size <= most) return readPng(png);
	}
	return readJpeg(await writeJpeg(canvas, most, TURN_QUALITIES));
}

function mostAfterTurn(size: number): number {
	return Math.min(size * GROWTH, Math.max(size, USUAL_BYTES));
}

/** The best of these qualities that weighs at most `most` bytes, else the last. */
async function writeJpeg(
	canvas: Canvas,
	most: number,
	qualities: readonly number[]
): Promise<Blob> {
	let jpeg: Blob | undefined;
	for (const quality of qualities) {
		jpeg = await encode(canvas, 'image/jpeg', quality);
		if (jpeg.size <= most) break;
	}
	if (!jpeg) throw new Error('nothing was written');
	return jpeg;
}

async function readJpeg(blob: Blob): Promise<Written> {
	return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'image/jpeg' };
}

async function readPng(blob: Blob): Promise<Written> {
	return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'image/png' };
}

/** Only the picture; undefined when something else is left in spite of the cleaning. */
function cleaned({ bytes, type }: Written): Uint8Array<ArrayBuffer> | undefined {
	const clean = type === 'image/png' ? cleanPng(bytes) : cleanJpeg(bytes);
	return clean && findLeftovers(clean, type).length === 0 ? clean : undefined;
}
