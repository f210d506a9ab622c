import { ascii, joinBytes, viewOf } from './bytes.ts';

const SIGNATURE_BYTES = 8;
/** Length, name and checksum around the data of a chunk. */
const FRAME_BYTES = 12;

/** What makes up the picture and its colours; everything else (text, EXIF, time, profile) is about the picture. */
const PICTURE_CHUNKS = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'sBIT'];

type Chunk = { name: string; start: number; end: number };

/** The chunks of a PNG up to IEND; `isWhole` when that came. */
export function readPng(bytes: Uint8Array): { chunks: Chunk[]; isWhole: boolean } {
	const view = viewOf(bytes);
	const chunks: Chunk[] = [];
	let at = SIGNATURE_BYTES;
	while (at + FRAME_BYTES <= bytes.length) {
		const end = at + FRAME_BYTES + view.getUint32(at);
		if (end > bytes.length) break;
		const name = ascii(bytes, at + 4, at + 8);
		chunks.push({ name, start: at, end });
		if (name === 'IEND') return { chunks, isWhole: chunks.some((one) => one.name === 'IDAT') };
		at = end;
	}
	return { chunks, isWhole: false };
}

/** Pixel size of a PNG from its first chunk; undefined when that is not there. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
	if (bytes.length < 24 || ascii(bytes, 12, 16) !== 'IHDR') return undefined;
	const view = viewOf(bytes);
	return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The same picture without anything but the picture. Undefined when the file is not whole. */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
	const { chunks, isWhole } = readPng(bytes);
	if (!isWhole) return undefined;
	const kept = chunks.filter(({ name }) => isPictureChunk(name));
	return joinBytes([
		bytes.subarray(0, SIGNATURE_BYTES),
		...kept.map(({ start, end }) => bytes.subarray(start, end))
	]);
}

/** Whether a chunk is part of the picture itself. */
export function isPictureChunk(name: string): boolean {
	return PICTURE_CHUNKS.includes(name);
}
