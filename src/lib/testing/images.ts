import { joinBytes } from '$lib/domain/photo/bytes';

/** What the hidden parts of test pictures say; a page that was made of one must hold none of it. */
export const SECRETS = { phone: 'PhoneOfTheBride', xmp: 'http://ns.adobe.com/xap/1.0/' };

/** Latin-1 text as bytes. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function uint(value: number, size: number, isLittle = false): number[] {
	const digits = Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256);
	return isLittle ? digits : digits.reverse();
}

function segment(marker: number, data: Uint8Array): Uint8Array<ArrayBuffer> {
	return joinBytes([[0xff, marker], uint(data.length + 2, 2), data]);
}

/**
 * A whole baseline JPEG of one grey: tables with a single code each (no difference, end of block), so every block of 8×8
 * pixels is two zero bits.
 */
export function greyJpeg(width: number, height: number): Uint8Array<ArrayBuffer> {
	const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
	const bits = blocks * 2;
	const data = new Uint8Array(Math.ceil(bits / 8));
	if (bits % 8) data[data.length - 1] = 0xff >> (bits % 8);
	const oneCode = [1, ...Array<number>(15).fill(0), 0];
	return joinBytes([
		[0xff, 0xd8],
		segment(0xdb, Uint8Array.from([0, ...Array<number>(64).fill(1)])),
		segment(0xc0, Uint8Array.from([8, ...uint(height, 2), ...uint(width, 2), 1, 1, 0x11, 0])),
		segment(0xc4, Uint8Array.from([0x00, ...oneCode])),
		segment(0xc4, Uint8Array.from([0x10, ...oneCode])),
		segment(0xda, Uint8Array.from([1, 1, 0, 0, 63, 0])),
		data,
		[0xff, 0xd9]
	]);
}

/** The same JPEG with these segments behind its start. */
export function withSegments(jpeg: Uint8Array, ...segments: Uint8Array[]): Uint8Array<ArrayBuffer> {
	return joinBytes([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

type Entry = { tag: number; type: 2 | 3 | 4 | 5; count: number; data: number[] };

/**
 * An EXIF segment as phones write it: how the camera was held (1–8), its name, the place (10°46′ N 106°40′ E) and a
 * thumbnail that is a JPEG itself.
 */
export function exifSegment(orientation: number, isLittle = false): Uint8Array<ArrayBuffer> {
	const number = (value: number, size: number) => uint(value, size, isLittle);
	const degrees = (whole: number, minutes: number) =>
		[whole, 1, minutes, 1, 0, 1].flatMap((part) => number(part, 4));
	const thumbnail = [...greyJpeg(16, 8)];
	const camera = [...latin1(`${SECRETS.phone}\0`)];

	/** A directory at `at`, its long values right behind it. */
	function directory(at: number, entries: Entry[], next: (end: number) => number): number[] {
		let end = at + 2 + entries.length * 12 + 4;
		const long: number[] = [];
		const lines = entries.flatMap(({ tag, type, count, data }) => {
			const line = [...number(tag, 2), ...number(type, 2), ...number(count, 4)];
			if (data.length <= 4) return [...line, ...data, ...Array<number>(4 - data.length).fill(0)];
			const place = end;
			long.push(...data);
			end += data.length;
			return [...line, ...number(place, 4)];
		});
		return [...number(entries.length, 2), ...lines, ...number(next(end), 4), ...long];
	}

	const gpsAt = 200;
	const thumbnailAt = 400;
	const first = directory(
		8,
		[
			{ tag: 0x010f, type: 2, count: camera.length, data: camera },
			{ tag: 0x0112, type: 3, count: 1, data: number(orientation, 2) },
			{ tag: 0x8825, type: 4, count: 1, data: number(gpsAt, 4) }
		],
		() => 320
	);
	const gps = directory(
		gpsAt,
		[
			{ tag: 1, type: 2, count: 2, data: [...latin1('N\0')] },
			{ tag: 2, type: 5, count: 3, data: degrees(10, 46) },
			{ tag: 3, type: 2, count: 2, data: [...latin1('E\0')] },
			{ tag: 4, type: 5, count: 3, data: degrees(106, 40) }
		],
		() => 0
	);
	const second = directory(
		320,
		[
			{ tag: 0x0201, type: 4, count: 1, data: number(thumbnailAt, 4) },
			{ tag: 0x0202, type: 4, count: 1, data: number(thumbnail.length, 4) }
		],
		() => 0
	);
	const tiff = new Uint8Array(thumbnailAt + thumbnail.length);
	tiff.set([...latin1(isLittle ? 'II' : 'MM'), ...number(42, 2), ...number(8, 4)]);
	tiff.set(first, 8);
	tiff.set(gps, gpsAt);
	tiff.set(second, 320);
	tiff.set(thumbnail, thumbnailAt);
	return segment(0xe1, joinBytes([latin1('Exif\0\0'), tiff]));
}

/** A comment, which no decoder looks at: makes a picture longer and unlike any other. */
export function commentSegment(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return segment(0xfe, bytes);
}

/** The other hiding places: XMP, a colour profile, Photoshop's block, a list of further pictures, a comment. */
export function hiddenSegments(): Uint8Array<ArrayBuffer>[] {
	return [
		segment(0xe1, latin1(`${SECRETS.xmp}\0<x:xmpmeta>${SECRETS.phone}</x:xmpmeta>`)),
		segment(0xe2, latin1(`ICC_PROFILE\0\x01\x01${SECRETS.phone}`)),
		segment(0xe2, latin1('MPF\0II*\0')),
		segment(0xed, latin1(`Photoshop 3.0\0${SECRETS.phone}`)),
		segment(0xe0, joinBytes([latin1('JFXX\0\x10'), greyJpeg(8, 8)])),
		commentSegment(latin1(SECRETS.phone))
	];
}

/** A PNG of chunks (their checksums are zero: nothing here looks at them before a decoder does). */
export function pngOf(chunks: [name: string, data: ArrayLike<number>][]): Uint8Array<ArrayBuffer> {
	return joinBytes([
		[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
		...chunks.flatMap(([name, data]) => [uint(data.length, 4), latin1(name), data, [0, 0, 0, 0]])
	]);
}

/** The start of a PNG that says it is this large: 33 bytes can ask for any amount of memory. */
export function pngHeader(width: number, height: number): Uint8Array<ArrayBuffer> {
	return pngOf([['IHDR', [...uint(width, 4), ...uint(height, 4), 8, 2, 0, 0, 0]]]);
}

/** The header of a WebP file in one of its three forms. */
export function webpHeader(
	form: 'VP8 ' | 'VP8L' | 'VP8X',
	width: number,
	height: number
): Uint8Array<ArrayBuffer> {
	const size = {
		'VP8 ': [0, 0, 0, 0x9d, 0x01, 0x2a, ...uint(width, 2, true), ...uint(height, 2, true)],
		VP8L: [0x2f, ...uint(width - 1 + (height - 1) * 0x4000, 4, true), 0, 0, 0, 0, 0],
		VP8X: [0, 0, 0, 0, ...uint(width - 1, 3, true), ...uint(height - 1, 3, true)]
	}[form];
	const body = joinBytes([latin1(`WEBP${form}`), uint(size.length, 4, true), size]);
	return joinBytes([latin1('RIFF'), uint(body.length, 4, true), body]);
}

function box(name: string, ...parts: ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
	const body = joinBytes(parts);
	return joinBytes([uint(body.length + 8, 4), latin1(name), body]);
}

/** A HEIF file with these brands (the first is its own) and a picture of this size, tiled as phones do; no picture data. */
export function heif(
	brands: string[],
	width: number,
	height: number,
	dataBytes = 16
): Uint8Array<ArrayBuffer> {
	const sizeBox = (w: number, h: number) => box('ispe', uint(0, 4), uint(w, 4), uint(h, 4));
	const [own = '', ...others] = brands;
	const properties = box('ipco', sizeBox(512, 512), sizeBox(width, height));
	return joinBytes([
		box('ftyp', latin1(own), uint(0, 4), latin1(others.join(''))),
		box('meta', uint(0, 4), box('iprp', properties)),
		box('mdat', new Uint8Array(dataBytes))
	]);
}
