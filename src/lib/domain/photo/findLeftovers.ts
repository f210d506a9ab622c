import { indexOfText } from './bytes.ts';
import { isExtra, readJpeg } from './jpeg.ts';
import { isPictureChunk, readPng } from './png.ts';

/** Beginnings of what cameras and programs hide in pictures. Compressed picture data cannot hold these by chance. */
const MARKS: [string, string][] = [
	['Exif\0\0', 'exif'],
	['http://ns.adobe.com/', 'xmp'],
	['ICC_PROFILE\0', 'profile'],
	['JFXX\0', 'thumbnail'],
	['Photoshop 3.0', 'photoshop'],
	['MPF\0', 'second picture']
];

/**
 * What a finished page still holds beside its picture (place, time, device, thumbnail), by name; empty when clean.
 * A page that is not clean is never kept and never sent, and the original never takes its place.
 */
export function findLeftovers(bytes: Uint8Array, type: 'image/jpeg' | 'image/png'): string[] {
	return type === 'image/png' ? pngLeftovers(bytes) : jpegLeftovers(bytes);
}

function jpegLeftovers(bytes: Uint8Array): string[] {
	const { segments, isWhole } = readJpeg(bytes);
	if (!isWhole) return ['no end'];
	const marks = MARKS.filter(([mark]) => indexOfText(bytes, mark) >= 0).map(([, name]) => name);
	// In coded picture data 0xFF is followed by 0x00 or a restart, so a second start can only be a second file.
	if (indexOfText(bytes, '\xff\xd8\xff', 2) >= 0) marks.push('second picture');
	if (segments.some((segment) => isExtra(bytes, segment))) marks.push('segment');
	const end = (segments[segments.length - 1]?.end ?? 2) + 2;
	if (end !== bytes.length) marks.push('bytes behind the end');
	return [...new Set(marks)];
}

function pngLeftovers(bytes: Uint8Array): string[] {
	const { chunks, isWhole } = readPng(bytes);
	if (!isWhole) return ['no end'];
	const extra = chunks.map(({ name }) => name).filter((name) => !isPictureChunk(name));
	if (chunks[chunks.length - 1]?.end !== bytes.length) extra.push('bytes behind the end');
	return [...new Set(extra)];
}
