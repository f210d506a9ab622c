import { describe, expect, test } from 'vitest';
import { findFileFault } from './fileFault.ts';

const jfif = segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const picture = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9];

function text(value: string): number[] {
	return [...Buffer.from(value, 'latin1')];
}

function segment(marker: number, content: number[]): number[] {
	const length = content.length + 2;
	return [0xff, marker, length >> 8, length & 0xff, ...content];
}

function jpeg(...segments: number[][]): Uint8Array {
	return Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...picture]);
}

/** EXIF of one folder with these tags (each with value 0 unless given), and what the next folder's place says. */
function exif(tags: Record<number, number>, next = 0, more: number[] = []): number[] {
	const entries = Object.entries(tags).flatMap(([tag, value]) => [
		...big16(Number(tag)),
		...big16(4),
		...big32(1),
		...big32(value)
	]);
	const count = big16(Object.keys(tags).length);
	return segment(0xe1, [
		...text('Exif\0\0'),
		...[...text('MM'), 0, 42, ...big32(8), ...count, ...entries, ...big32(next), ...more]
	]);
}

function chunk(name: string, content: number[]): number[] {
	return [...big32(content.length), ...text(name), ...content, 0, 0, 0, 0];
}

/** A PNG that declares these pixels, with one more chunk before the picture. */
function png(width: number, height: number, more?: string): Uint8Array {
	const head = chunk('IHDR', [...big32(width), ...big32(height), 8, 2, 0, 0, 0]);
	const extra = more ? chunk(more, [1, 2, 3]) : [];
	const parts = [...head, ...extra, ...chunk('IDAT', [1]), ...chunk('IEND', [])];
	return Uint8Array.from([0x89, ...text('PNG\r\n'), 0x1a, 0x0a, ...parts]);
}

/** A WebP of these chunks, each of so many zero bytes. */
function webp(...chunks: [string, number][]): Uint8Array {
	const parts = chunks.flatMap(([name, size]) => [
		...text(name),
		...big32(size).reverse(),
		...new Array<number>(size + (size % 2)).fill(0)
	]);
	return Uint8Array.from([
		...text('RIFF'),
		...big32(parts.length + 4).reverse(),
		...text('WEBP'),
		...parts
	]);
}

function big16(value: number): number[] {
	return [value >> 8, value & 0xff];
}

function big32(value: number): number[] {
	return [...big16(value >>> 16), ...big16(value & 0xffff)];
}

describe('bytes of a declared type', () => {
	test.each([
		['image/jpeg', jpeg(jfif)],
		['image/jpeg', jpeg()],
		['image/png', Uint8Array.from([0x89, ...text('PNG\r\n'), 0x1a, 0x0a, 0])],
		['image/webp', Uint8Array.from([...text('RIFF'), 1, 2, 3, 4, ...text('WEBPVP8 ')])],
		['application/pdf', Uint8Array.from(text('%PDF-1.7\n'))]
	])('%s is what it says', (type, bytes) => {
		expect(findFileFault(bytes, type)).toBe(null);
	});

	test.each([
		['image/jpeg', 'nothing', ''],
		['image/jpeg', 'a page', '<!doctype html>'],
		['image/png', 'a page', '<svg onload="x">'],
		['image/png', 'a cut signature', '\x89PNG'],
		['image/webp', 'another RIFF', 'RIFF....WAVE'],
		['application/pdf', 'a page before the PDF', '<script>%PDF-1.7'],
		['text/html', 'a type nobody may declare', '<!doctype html>'],
		['constructor', 'no type at all', 'x']
	])('%s that is %s is refused', (type, _about, bytes) => {
		expect(findFileFault(Buffer.from(bytes, 'latin1'), type)).toBe('type');
	});

	test('a photo sent as a PDF is refused', () => {
		expect(findFileFault(jpeg(jfif), 'application/pdf')).toBe('type');
		expect(findFileFault(Buffer.from(`${' '.repeat(2000)}%PDF-1.7`), 'application/pdf')).toBe(
			'type'
		);
	});
});

describe('a photo tells nothing but what it shows', () => {
	const details = (tags: Record<number, number>) =>
		// The folder of details follows the main one: 8 bytes of head, 2 of count, 12 of its entry, 4 of next.
		exif({ 0x8769: 26 }, 0, [
			...big16(Object.keys(tags).length),
			...Object.keys(tags).flatMap((tag) => [
				...big16(Number(tag)),
				...big16(4),
				...big32(1),
				...big32(0)
			]),
			...big32(0)
		]);

	test.each([
		['what encoders write', exif({ 0x0112: 1, 0x011a: 0, 0x011b: 0, 0x0128: 0 })],
		['sizes and colour space', details({ 0xa001: 1, 0xa002: 1, 0xa003: 1 })],
		['a colour profile', segment(0xe2, text('ICC_PROFILE\0\x01\x01'))],
		['how Adobe codes colours', segment(0xee, [...text('Adobe'), 0, 100, 0, 0, 0, 0, 1])],
		['tables of the picture', segment(0xdb, [0, 1, 2])]
	])('%s may be there', (_about, part) => {
		expect(findFileFault(jpeg(jfif, part), 'image/jpeg')).toBe(null);
	});

	test.each([
		['place', exif({ 0x8825: 8 })],
		['maker of the camera', exif({ 0x010f: 0 })],
		['time', exif({ 0x0132: 0 })],
		['time among the details', details({ 0x9003: 0 })],
		['notes of the maker', details({ 0x927c: 0 })],
		['a thumbnail', exif({ 0x0112: 1 }, 26, [0, 0, 0, 0, 0, 0])],
		['details that lie outside', exif({ 0x8769: 60_000 })],
		['more tags than there are', segment(0xe1, [...text('Exif\0\0MM'), 0, 42, ...big32(8), 9, 9])],
		['no order of bytes', segment(0xe1, text('Exif\0\0xx'))],
		['nothing after its name', segment(0xe1, text('Exif\0\0'))],
		[
			'XMP, which may tell the place too',
			segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x/>'))
		],
		['IPTC, which may name the city', segment(0xed, text('Photoshop 3.0\x008BIM'))],
		['a second picture', segment(0xe2, text('MPF\0'))],
		['a thumbnail of JFIF', segment(0xe0, text('JFXX\0'))],
		['a comment', segment(0xfe, text('21.0285, 105.8542'))]
	])('%s is refused', (_about, part) => {
		expect(findFileFault(jpeg(jfif, part), 'image/jpeg')).toBe('unclean');
		expect(findFileFault(jpeg(part, jfif), 'image/jpeg')).toBe('unclean');
	});

	test.each(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])('%s in a PNG is refused', (name) => {
		for (const harmless of [undefined, 'iCCP', 'gAMA'])
			expect(findFileFault(png(8, 8, harmless), 'image/png')).toBe(null);
		expect(findFileFault(png(8, 8, name), 'image/png')).toBe('unclean');
	});

	test.each(['EXIF', 'XMP '])('%s in a WebP is refused', (name) => {
		expect(findFileFault(webp(['VP8L', 5], ['ALPH', 3]), 'image/webp')).toBe(null);
		expect(findFileFault(webp(['VP8L', 5], [name, 3]), 'image/webp')).toBe('unclean');
		expect(findFileFault(webp(['VP8X', 10], ['VP8 ', 7], [name, 0]), 'image/webp')).toBe('unclean');
	});

	test('fill bytes hide nothing', () => {
		expect(findFileFault(jpeg([0xff, 0xff], exif({ 0x8825: 8 })), 'image/jpeg')).toBe('unclean');
	});

	test('a segment that is cut off is no endless walk', () => {
		for (const end of [4, 6, 10, 12, 14])
			findFileFault(jpeg(exif({ 0x8825: 8 })).slice(0, end), 'image/jpeg');
		findFileFault(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'image/jpeg');
	});
});

describe('pixels that no office PC could show', () => {
	const frame = (width: number, height: number) =>
		segment(0xc0, [8, ...big16(height), ...big16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);

	test.each([
		['image/jpeg', jpeg(jfif, frame(2000, 1414)), null],
		['image/jpeg', jpeg(jfif, frame(30_000, 30_000)), 'pixels'],
		['image/png', png(9_000, 7_000), null],
		['image/png', png(100_000, 100_000), 'pixels'],
		['image/png', png(60_000, 8), 'pixels']
	] as const)('%s', (type, bytes, fault) => {
		expect(findFileFault(bytes, type)).toBe(fault);
	});

	test('a PDF with something before its header, as scanners and mail programs write it, is one', () => {
		expect(findFileFault(Buffer.from('\r\nscanned\r\n%PDF-1.7\n'), 'application/pdf')).toBeNull();
	});
});
