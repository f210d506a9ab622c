import { ascii, joinBytes, viewOf } from './bytes.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const APP15 = 0xef;

/** A part of a JPEG file from its 0xFF to behind its last byte; a scan (SOS) includes the picture data behind it. */
type Segment = { marker: number; start: number; end: number };

/** The parts of a JPEG up to its first end marker, without the start and end markers; `isWhole` when that came. */
export type JpegParts = { segments: Segment[]; isWhole: boolean };

/** Walks the markers of a JPEG (ITU-T T.81, annex B). What lies behind the first end marker is not looked at. */
export function readJpeg(bytes: Uint8Array): JpegParts {
	const segments: Segment[] = [];
	let at = 2;
	while (at + 2 <= bytes.length) {
		if (bytes[at] !== 0xff) break;
		const marker = bytes[at + 1] ?? 0;
		// 0xFF may be repeated before a marker.
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (marker === EOI) return { segments, isWhole: segments.some((one) => one.marker === SOS) };
		const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
		const end = at + 2 + length;
		if (marker === SOI || length < 2 || end > bytes.length) break;
		const next = marker === SOS ? endOfScan(bytes, end) : end;
		segments.push({ marker, start: at, end: next });
		at = next;
	}
	return { segments, isWhole: false };
}

/** Picture data goes on over 0xFF00 (a plain 0xFF) and restart markers; any other marker ends it. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
	}
	return bytes.length;
}

/** Pixel size of a JPEG from its frame header; undefined when none is there. */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
	const frame = readJpeg(bytes).segments.find(({ marker }) => isFrame(marker));
	if (!frame || frame.end - frame.start < 9) return undefined;
	const view = viewOf(bytes);
	return { width: view.getUint16(frame.start + 7), height: view.getUint16(frame.start + 5) };
}

/** SOF0–SOF15, among which stand three markers of other meaning (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** How the camera was held, 1–8 as in EXIF tag 0x0112; 1 (upright) when nothing says so. */
export function jpegOrientation(bytes: Uint8Array): number {
	const exif = readJpeg(bytes).segments.find(
		({ marker, start }) => marker === APP1 && ascii(bytes, start + 4, start + 10) === 'Exif\0\0'
	);
	return exif ? tiffOrientation(bytes.subarray(exif.start + 10, exif.end)) : 1;
}

function tiffOrientation(tiff: Uint8Array): number {
	if (tiff.length < 8) return 1;
	const view = viewOf(tiff);
	const isLittle = ascii(tiff, 0, 2) === 'II';
	const directory = view.getUint32(4, isLittle);
	if (directory + 2 > tiff.length) return 1;
	const count = view.getUint16(directory, isLittle);
	for (let i = 0; i < count; i += 1) {
		const entry = directory + 2 + i * 12;
		if (entry + 12 > tiff.length) return 1;
		if (view.getUint16(entry, isLittle) !== 0x0112) continue;
		const value = view.getUint16(entry + 8, isLittle);
		return value >= 1 && value <= 8 ? value : 1;
	}
	return 1;
}

/**
 * The same picture without anything but the picture: no EXIF, XMP, profile, thumbnail, comment, second image or bytes
 * behind the end. Encoders write some of these by themselves (Safari's adds an EXIF block). Only for what a canvas
 * encoded, whose colours are sRGB and whose rows stand upright. Undefined when the file is not whole.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
	const { segments, isWhole } = readJpeg(bytes);
	if (!isWhole) return undefined;
	const kept = segments.filter((segment) => !isExtra(bytes, segment));
	return joinBytes([
		[0xff, SOI],
		...kept.map(({ start, end }) => bytes.subarray(start, end)),
		[0xff, EOI]
	]);
}

/** Whether a decoder can do without it. JFIF (without its thumbnail) and Adobe's marker say how colours are coded. */
export function isExtra(bytes: Uint8Array, { marker, start, end }: Segment): boolean {
	if (marker === COM) return true;
	if (marker < APP0 || marker > APP15) return false;
	if (marker === APP0) return ascii(bytes, start + 4, start + 9) !== 'JFIF\0' || end - start !== 18;
	return marker !== APP14 || ascii(bytes, start + 4, start + 9) !== 'Adobe' || end - start > 16;
}
