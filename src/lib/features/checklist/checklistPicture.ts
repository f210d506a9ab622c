/** What stands on the picture of a checklist, in reading order. */
export type PictureContent = {
	brand: string;
	title: string;
	procedure: string;
	/** `isDone` undefined = nothing to tick. */
	groups: { heading: string; papers: { name: string; handling: string; isDone?: boolean }[] }[];
	notes: { heading: string; lines: string[] };
	footer: string;
};

const WIDTH = 1080;
const MARGIN = 64;
const BOX = 40;
const INK = '#1d1a18';
const SOFT = '#4a423c';
const BRAND = '#8f1d14';
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

type Line = {
	text: string;
	x: number;
	y: number;
	font: string;
	colour: string;
	/** A box to tick, left of the line. */
	box?: { isDone: boolean };
};

/**
 * The checklist as a PNG in large type, to send to whoever brings the papers; drawn on the phone, no network.
 * Rejects when the browser gives no canvas.
 */
export async function drawChecklist(content: PictureContent): Promise<Blob> {
	const canvas = document.createElement('canvas');
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	const { lines, height } = layOut(content, (text, font) => {
		pen.font = font;
		return pen.measureText(text).width;
	});
	canvas.width = WIDTH;
	canvas.height = height;
	pen.fillStyle = '#fffefc';
	pen.fillRect(0, 0, WIDTH, height);
	pen.fillStyle = BRAND;
	pen.fillRect(0, 0, WIDTH, 16);
	pen.textBaseline = 'top';
	for (const line of lines) drawLine(pen, line);
	return new Promise((resolve, reject) => {
		canvas.toBlob(
			(blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
			'image/png'
		);
	});
}

function drawLine(pen: CanvasRenderingContext2D, line: Line): void {
	if (line.box) {
		pen.strokeStyle = INK;
		pen.lineWidth = 4;
		pen.strokeRect(MARGIN, line.y + 4, BOX, BOX);
		if (line.box.isDone) {
			pen.beginPath();
			pen.moveTo(MARGIN + 8, line.y + 26);
			pen.lineTo(MARGIN + 18, line.y + 36);
			pen.lineTo(MARGIN + 34, line.y + 12);
			pen.stroke();
		}
	}
	pen.font = line.font;
	pen.fillStyle = line.colour;
	pen.fillText(line.text, line.x, line.y);
}

/** Where every line goes; pure, given how wide a text is in a font. */
export function layOut(
	content: PictureContent,
	widthOf: (text: string, font: string) => number
): { lines: Line[]; height: number } {
	const lines: Line[] = [];
	let y = 56;
	function write(
		text: string,
		look: { size: number; weight?: number; colour?: string; x?: number; box?: Line['box'] }
	): void {
		const font = `${look.weight ?? 400} ${look.size}px ${FONT}`;
		const x = look.x ?? MARGIN;
		for (const [index, part] of wrap(text, WIDTH - MARGIN - x, font, widthOf).entries()) {
			lines.push({
				text: part,
				x,
				y,
				font,
				colour: look.colour ?? INK,
				...(index === 0 && look.box ? { box: look.box } : {})
			});
			y += Math.round(look.size * 1.35);
		}
	}
	write(content.brand, { size: 34, weight: 700, colour: BRAND });
	y += 12;
	write(content.title, { size: 58, weight: 700 });
	write(content.procedure, { size: 40, colour: SOFT });
	for (const group of content.groups) {
		y += 36;
		write(group.heading, { size: 44, weight: 700 });
		for (const paper of group.papers) {
			y += 16;
			const x = MARGIN + BOX + 24;
			const box = paper.isDone === undefined ? undefined : { isDone: paper.isDone };
			write(paper.name, { size: 40, weight: 600, x, box });
			write(paper.handling, { size: 34, colour: SOFT, x });
		}
	}
	if (content.notes.lines.length > 0) {
		y += 36;
		write(content.notes.heading, { size: 44, weight: 700 });
		for (const note of content.notes.lines) {
			y += 12;
			write(`• ${note}`, { size: 34 });
		}
	}
	y += 36;
	write(content.footer, { size: 32, colour: SOFT });
	return { lines, height: y + 48 };
}

function wrap(
	text: string,
	width: number,
	font: string,
	widthOf: (text: string, font: string) => number
): string[] {
	const parts: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		const longer = line ? `${line} ${word}` : word;
		if (line && widthOf(longer, font) > width) {
			parts.push(line);
			line = word;
		} else line = longer;
	}
	return [...parts, line];
}
