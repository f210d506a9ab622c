import { isTooLarge } from '#domain/photo/limits.ts';
import { pixelSize, type PictureKind } from '#domain/photo/pixelSize.ts';
import { isPictureChunk, readPng } from '#domain/photo/png.ts';
import { pageTypeOf } from '#domain/photo/sniffType.ts';
import { isCleanJpeg } from './isCleanJpeg.ts';

/**
 * Why bytes are not what a dossier may show: not of the declared type, a photo that tells where and with what it was
 * taken, or one of more pixels than a screen has memory for.
 */
export type FileFault = 'type' | 'unclean' | 'pixels';

const pictures: ReadonlyMap<string, { kind: PictureKind; isClean(bytes: Uint8Array): boolean }> =
	new Map([
		['image/jpeg', { kind: 'jpeg', isClean: isCleanJpeg }],
		['image/png', { kind: 'png', isClean: isCleanPng }],
		['image/webp', { kind: 'webp', isClean: isCleanWebp }]
	]);

/** Compares stored bytes with the media type the phone declared; null when nothing speaks against them. */
export function findFileFault(bytes: Uint8Array, type: string): FileFault | null {
	if (pageTypeOf(bytes) !== type) return 'type';
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

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
	return Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;
}
