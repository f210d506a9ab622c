import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Ink of a picture, summed from its top left corner on: the ink of any box is four lookups. */
type Ink = { width: number; height: number; sums: Float64Array };

/** Pixels per CSS pixel: a hook above a letter is some hundred pixels of its own. */
const SCALE = 3;
/** The side of the boxes that are compared, half a letter, in picture pixels. */
const BOX = 12;
/** How far two programs may put the same line apart, in picture pixels. */
const PLAY = 2;
const PIXELS_PER_POINT = (96 / 72) * SCALE;
const FONTS = join(
	dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
	'standard_fonts/'
);

/** What of the paper is compared: the space within the margins, and the margins, in CSS pixels. */
export type Frame = { width: number; height: number; left: number; top: number };

/** A5 with the margins of a slip (7 mm and 9 mm). */
export const A5_FRAME: Frame = { width: 491, height: 740, left: 34.016, top: 26.457 };

/**
 * How unlike two pictures of one sheet are: as the browser lays it out for paper, and its PDF drawn by another program.
 * Gives the largest difference of ink of any box about a letter's size, 0 to 1.
 */
export function differenceOf(shown: Ink, drawn: Ink): number {
	let largest = 0;
	for (let y = 0; y + BOX <= shown.height; y += BOX / 2)
		for (let x = 0; x + BOX <= shown.width; x += BOX / 2)
			largest = Math.max(largest, differenceAt(shown, drawn, x, y));
	return largest;
}

/** The least difference of a box from those around the same place: two programs round a line's place differently. */
function differenceAt(shown: Ink, drawn: Ink, x: number, y: number): number {
	const wanted = inkIn(shown, x, y);
	let smallest = 1;
	for (let down = -PLAY; down <= PLAY; down += 1)
		for (let right = -PLAY; right <= PLAY; right += 1)
			smallest = Math.min(smallest, Math.abs(wanted - inkIn(drawn, x + right, y + down)));
	return smallest;
}

/** The ink of a box, 0 = white, 1 = black; what lies outside the picture is white. */
function inkIn({ width, height, sums }: Ink, x: number, y: number): number {
	const sum = (right: number, down: number) =>
		sums[Math.min(Math.max(down, 0), height) * (width + 1) + Math.min(Math.max(right, 0), width)] ??
		0;
	const ink = sum(x + BOX, y + BOX) - sum(x, y + BOX) - sum(x + BOX, y) + sum(x, y);
	return ink / (BOX * BOX);
}

/** The first sheet of a PDF. */
export async function inkOfPdf(file: Buffer, frame: Frame): Promise<Ink> {
	const loading = getDocument({
		data: new Uint8Array(file),
		standardFontDataUrl: FONTS,
		verbosity: 0
	});
	const document = await loading.promise;
	const sheet = await document.getPage(1);
	const viewport = sheet.getViewport({
		scale: PIXELS_PER_POINT,
		offsetX: -frame.left * SCALE,
		offsetY: -frame.top * SCALE
	});
	const [width, height] = [frame.width * SCALE, frame.height * SCALE];
	const factory = document.canvasFactory as {
		create(width: number, height: number): { canvas: HTMLCanvasElement };
	};
	const { canvas } = factory.create(width, height);
	await sheet.render({ canvas, viewport }).promise;
	const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
	await loading.destroy();
	return inkOf(pixels ?? new Uint8ClampedArray(), width, height);
}

/** The open page as the browser lays it out for paper. */
export async function inkOfSheet(page: Page, { width, height }: Frame): Promise<Ink> {
	const screen = page.viewportSize();
	const cdp = await page.context().newCDPSession(page);
	await page.emulateMedia({ media: 'print' });
	await cdp.send('Emulation.setDeviceMetricsOverride', {
		width,
		height,
		deviceScaleFactor: 1,
		mobile: false
	});
	const { data } = await cdp.send('Page.captureScreenshot', {
		format: 'png',
		clip: { x: 0, y: 0, width, height, scale: SCALE }
	});
	await cdp.send('Emulation.clearDeviceMetricsOverride');
	await page.emulateMedia({ media: null });
	if (screen) await page.setViewportSize(screen);
	const size = { width: width * SCALE, height: height * SCALE };
	const pixels = await page.evaluate(readPixels, { base64: data, ...size });
	return inkOf(Buffer.from(pixels, 'base64'), size.width, size.height);
}

/** Runs in the page, whose browser reads PNG: the pixels as RGBA in base64. */
async function readPixels(picture: {
	base64: string;
	width: number;
	height: number;
}): Promise<string> {
	const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0));
	const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
	const canvas = new OffscreenCanvas(picture.width, picture.height);
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	pen.drawImage(image, 0, 0);
	const { data } = pen.getImageData(0, 0, picture.width, picture.height);
	let text = '';
	for (let at = 0; at < data.length; at += 8192)
		text += String.fromCharCode(...data.subarray(at, at + 8192));
	return btoa(text);
}

function inkOf(pixels: ArrayLike<number>, width: number, height: number): Ink {
	const sums = new Float64Array((width + 1) * (height + 1));
	for (let y = 0; y < height; y += 1) {
		let row = 0;
		for (let x = 0; x < width; x += 1) {
			const at = (y * width + x) * 4;
			const light = ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3;
			row += (1 - light / 255) * ((pixels[at + 3] ?? 0) / 255);
			sums[(y + 1) * (width + 1) + x + 1] = row + (sums[y * (width + 1) + x + 1] ?? 0);
		}
	}
	return { width, height, sums };
}
