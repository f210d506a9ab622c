import type { PixelSize } from '$lib/domain/photo/pixelSize';

/** A decoded picture; `close` gives its memory back (48 MB for 12 million pixels). */
export type Picture = PixelSize & { source: CanvasImageSource; close(): void };

export type Canvas = OffscreenCanvas | HTMLCanvasElement;

/**
 * The canvas transform that turns a picture of this size upright, by EXIF orientation 1–8 (how the camera was held);
 * 6 turns by a quarter to the right.
 */
function uprightTransform(
	orientation: number,
	{ width, height }: PixelSize
): [number, number, number, number, number, number] {
	switch (orientation) {
		case 2:
			return [-1, 0, 0, 1, width, 0];
		case 3:
			return [-1, 0, 0, -1, width, height];
		case 4:
			return [1, 0, 0, -1, 0, height];
		case 5:
			return [0, 1, 1, 0, 0, 0];
		case 6:
			return [0, 1, -1, 0, height, 0];
		case 7:
			return [0, -1, -1, 0, height, width];
		case 8:
			return [0, -1, 1, 0, 0, width];
		default:
			return [1, 0, 0, 1, 0, 0];
	}
}

/** The size after that turn. */
function uprightSize(orientation: number, { width, height }: PixelSize): PixelSize {
	return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/**
 * Draws a picture at `size` (before the turn), turned upright, on white. Closes the picture: it is the largest thing in
 * memory. Halves it first as long as it can: browsers that look at only four points for each pixel lose thin strokes.
 */
export function drawUpright(picture: Picture, size: PixelSize, orientation: number): Canvas {
	let from = picture;
	while (from.width >= size.width * 2 && from.height >= size.height * 2) {
		const half = { width: Math.ceil(from.width / 2), height: Math.ceil(from.height / 2) };
		const canvas = paint(from, half, 1);
		from.close();
		from = { ...half, source: canvas, close: () => freeCanvas(canvas) };
	}
	const canvas = paint(from, size, orientation);
	from.close();
	return canvas;
}

function paint(picture: Picture, size: PixelSize, orientation: number): Canvas {
	const { width, height } = uprightSize(orientation, size);
	const canvas = newCanvas(width, height);
	const context = contextOf(canvas);
	// A transparent picture would turn black as JPEG.
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.imageSmoothingQuality = 'high';
	context.setTransform(...uprightTransform(orientation, size));
	context.drawImage(picture.source, 0, 0, size.width, size.height);
	return canvas;
}

function newCanvas(width: number, height: number): Canvas {
	// On the page the element is taken, which every browser has; a worker has no document.
	if (typeof document === 'undefined') return new OffscreenCanvas(width, height);
	return Object.assign(document.createElement('canvas'), { width, height });
}

/** The drawing surface; throws when the browser has none left. */
export function contextOf(
	canvas: Canvas
): CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D {
	// Asked of each by itself: the two types have no call in common.
	const context = 'convertToBlob' in canvas ? canvas.getContext('2d') : canvas.getContext('2d');
	if (!context) throw new Error('no drawing surface');
	return context;
}

/** The canvas as a file; `quality` 0–1 for JPEG. Throws when the browser writes another type or nothing. */
export async function encode(
	canvas: Canvas,
	type: 'image/jpeg' | 'image/png',
	quality?: number
): Promise<Blob> {
	const blob =
		'convertToBlob' in canvas
			? await canvas.convertToBlob({ type, quality })
			: await new Promise<Blob | null>((settle) => canvas.toBlob(settle, type, quality));
	if (blob?.type !== type) throw new Error(`no ${type} written`);
	return blob;
}

/** Gives a canvas's memory back at once; Safari keeps it until then. */
export function freeCanvas(canvas: Canvas): void {
	canvas.width = 0;
	canvas.height = 0;
}
