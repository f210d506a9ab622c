import { isTooLarge } from '#domain/photo/limits.ts';
import { pixelSize, type PictureKind } from '#domain/photo/pixelSize.ts';
import { isPictureChunk, readPng } from '#domain/photo/png.ts';
import { isCleanJpeg } from './isCleanJpeg.ts';

/**
 * Why bytes are not what a dossier may show: not of the declared type, a photo that tells where and with what it was
 * taken, or one of more pixels than a screen has memory for.
 */
export type FileFault = 'type' | 'unclean' | 'pixels';

const signatures: ReadonlyMap<string, (bytes: Uint8Array) => boolean> = new Map([
	['image/jpeg', (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff])],
	['image/png', (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
	['image/webp', (bytes) => hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')],
	['application/pdf', (bytes) => hasText(bytes, 0, '%PDF-')]
]);

const pictures: ReadonlyMap<string, { kind: PictureKind; isClean(bytes: Uint8Array): boolean }> =
	new Map([
		['image/jpeg', { kind: 'jpeg', isClean: isCleanJpeg }],
		['image/png', { kind: 'png', isClean: isCleanPng }],
		['image/webp', { kind: 'webp', isClean: isCleanWebp }]
	]);

/** Compares stored bytes with the media type the phone declared; null when nothing speaks against them. */
export function findFileFault(bytes: Uint8Array, type: string): FileFault | null {
	if (!signatures.get(type)?.(bytes)) return 'type';
	const picture = pictures.get(type);
	if (!picture) return null;
	if (!picture.isClean(bytes)) return 'unclean';
	const size = pixelSize(bytes, picture.kind);
	return size && isTooLarge(size) ? 'pixels' : null;
}

/** A colour profile tells nothing about the photo; every other chunk beside the picture may. */
function isCleanPng(bytes: Uint8Array): boolean {
	return readPng(bytes).chunks.every(({ name }) => isPictureChunk(name) || name === 'iCCP');
}

/** The chunks of a WebP (RFC 9649 §2.3), each padded to an even length. */
function isCleanWebp(bytes: Uint8Array): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 12; at + 8 <= bytes.length;) {
		if (hasText(bytes, at, 'EXIF') || hasText(bytes, at, 'XMP ')) return false;
		const length = view.getUint32(at + 4, true);
		at += 8 + length + (length % 2);
	}
	return true;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
	return Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;
}
