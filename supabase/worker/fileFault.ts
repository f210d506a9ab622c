import { isCleanJpeg } from './isCleanJpeg.ts';

/** Why bytes are not what a dossier may show: not of the declared type, or a photo that tells where and with what it was taken. */
export type FileFault = 'type' | 'unclean';

const signatures: ReadonlyMap<string, (bytes: Uint8Array) => boolean> = new Map([
	['image/jpeg', (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff])],
	['image/png', (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
	['image/webp', (bytes) => hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')],
	['application/pdf', (bytes) => hasText(bytes, 0, '%PDF-')]
]);

/** Compares stored bytes with the media type the phone declared; null when nothing speaks against them. */
export function findFileFault(bytes: Uint8Array, type: string): FileFault | null {
	if (!signatures.get(type)?.(bytes)) return 'type';
	return type === 'image/jpeg' && !isCleanJpeg(bytes) ? 'unclean' : null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
	return Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;
}
