import { crc32, deflateSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

const COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A screenshot as a PNG of at most 256 colours: a third of the bytes, and no eye sees the difference in a screen. */
export async function smallPng(browser: Browser, screenshot: Buffer): Promise<Buffer> {
	const { width, height, pixels } = await decode(browser, screenshot);
	const palette = mostUsed(pixels);
	const nearest = new Map<number, number>();
	const rows = Buffer.alloc((width + 1) * height);
	for (let index = 0; index < width * height; index += 1) {
		const colour = colourAt(pixels, index);
		let place = nearest.get(colour);
		if (place === undefined) nearest.set(colour, (place = nearestTo(colour, palette)));
		rows[index + Math.floor(index / width) + 1] = place;
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Eight bits an index, colours by palette.
	header.set([8, 3], 8);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flatMap(parts))),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

async function decode(browser: Browser, screenshot: Buffer) {
	const page = await browser.newPage();
	const { width, height, base64 } = await page.evaluate(async (bytes) => {
		const answer = await fetch(`data:image/png;base64,${bytes}`);
		const bitmap = await createImageBitmap(await answer.blob());
		const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
		if (!pen) throw new Error('no canvas');
		pen.drawImage(bitmap, 0, 0);
		const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
		const reader = new FileReader();
		await new Promise((loaded) => {
			reader.onload = loaded;
			reader.readAsDataURL(new Blob([data]));
		});
		return {
			width: bitmap.width,
			height: bitmap.height,
			base64: String(reader.result).split(',')[1] ?? ''
		};
	}, screenshot.toString('base64'));
	await page.close();
	return { width, height, pixels: Buffer.from(base64, 'base64') };
}

/** Red, green and blue of a pixel as one number. */
function colourAt(pixels: Buffer, index: number): number {
	return pixels.readUIntBE(index * 4, 3);
}

function parts(colour: number): [number, number, number] {
	return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function mostUsed(pixels: Buffer): number[] {
	const uses = new Map<number, number>();
	for (let index = 0; index < pixels.length / 4; index += 1) {
		const colour = colourAt(pixels, index);
		uses.set(colour, (uses.get(colour) ?? 0) + 1);
	}
	return [...uses]
		.sort((one, other) => other[1] - one[1])
		.slice(0, COLOURS)
		.map(([colour]) => colour);
}

function nearestTo(colour: number, palette: readonly number[]): number {
	const wanted = parts(colour);
	const distances = palette.map((known) =>
		parts(known).reduce((sum, part, at) => sum + (part - (wanted[at] ?? 0)) ** 2, 0)
	);
	return distances.indexOf(Math.min(...distances));
}

function chunk(name: string, content: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
	const around = Buffer.alloc(8);
	around.writeUInt32BE(content.length, 0);
	around.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
