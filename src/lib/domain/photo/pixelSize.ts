import { ascii, indexOfText, viewOf } from './bytes.ts';
import { jpegSize, readJpeg } from './jpeg.ts';
import { pngSize, readPng } from './png.ts';
import type { FileKind } from './sniffType.ts';

export type PixelSize = { width: number; height: number };

/** A picture file; a PDF has no pixels. */
export type PictureKind = Exclude<FileKind, 'pdf' | 'unknown'>;

/**
 * Pixel size of a picture from its header alone, as stored (before any turning): a few bytes can declare a picture that
 * no phone has the memory for, so this is read before a decoder sees the file. Undefined: the header does not tell.
 */
export function pixelSize(bytes: Uint8Array, kind: PictureKind): PixelSize | undefined {
	const size = readers[kind](bytes);
	return size && size.width > 0 && size.height > 0 ? size : undefined;
}

const readers: Record<PictureKind, (bytes: Uint8Array) => PixelSize | undefined> = {
	jpeg: jpegSize,
	png: pngSize,
	webp: webpSize,
	heic: heifSize,
	avif: heifSize
};

/** The three forms of WebP: lossy (RFC 6386 §9.1), lossless, extended. */
function webpSize(bytes: Uint8Array): PixelSize | undefined {
	if (bytes.length < 30) return undefined;
	const view = viewOf(bytes);
	switch (ascii(bytes, 12, 16)) {
		case 'VP8 ':
			return {
				width: view.getUint16(26, true) & 0x3fff,
				height: view.getUint16(28, true) & 0x3fff
			};
		case 'VP8L': {
			const bits = view.getUint32(21, true);
			return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
		}
		case 'VP8X':
			return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
		default:
			return undefined;
	}
}

function uint24(view: DataView, at: number): number {
	return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** The largest `ispe` property of the `meta` box: tiles and thumbnails have one of their own. */
function heifSize(bytes: Uint8Array): PixelSize | undefined {
	const meta = boxesOf(bytes).boxes.find((box) => box.name === 'meta');
	if (!meta) return undefined;
	const inside = bytes.subarray(meta.start, meta.end);
	const view = viewOf(inside);
	let largest: PixelSize | undefined;
	for (let at = indexOfText(inside, 'ispe'); at >= 0; at = indexOfText(inside, 'ispe', at + 4)) {
		if (at + 16 > inside.length) break;
		const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
		if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
	}
	return largest;
}

/** Whether a picture's file goes to its end; a broken-off one would be shown grey from the middle down. */
export function isWholePicture(bytes: Uint8Array, kind: PictureKind): boolean {
	switch (kind) {
		case 'jpeg':
			return readJpeg(bytes).isWhole;
		case 'png':
			return readPng(bytes).isWhole;
		case 'webp':
			return bytes.length >= 30 && viewOf(bytes).getUint32(4, true) + 8 <= bytes.length;
		case 'heic':
		case 'avif':
			return boxesOf(bytes).isWhole;
	}
}

type Box = { name: string; start: number; end: number };

/** The outer boxes of an ISO media file (ISO/IEC 14496-12 §4.2); a size of 1 stands for 8 bytes of size, 0 for "to the end". */
function boxesOf(bytes: Uint8Array): { boxes: Box[]; isWhole: boolean } {
	const view = viewOf(bytes);
	const boxes: Box[] = [];
	let at = 0;
	while (at + 8 <= bytes.length) {
		const short = view.getUint32(at);
		if (short === 1 && at + 16 > bytes.length) return { boxes, isWhole: false };
		const long = short === 1 ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : short;
		const size = short === 0 ? bytes.length - at : long;
		if (size < 8 || at + size > bytes.length) return { boxes, isWhole: false };
		boxes.push({ name: ascii(bytes, at + 4, at + 8), start: at + 8, end: at + size });
		at += size;
	}
	return { boxes, isWhole: at === bytes.length && boxes.some((one) => one.name === 'mdat') };
}
