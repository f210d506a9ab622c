import { describe, expect, test } from 'vitest';
import {
	exifSegment,
	greyJpeg,
	heif,
	hiddenSegments,
	latin1,
	pngHeader,
	pngOf,
	SECRETS,
	webpHeader,
	withSegments
} from '$lib/testing/images';
import { pdfOf } from '$lib/testing/pdfs';
import { indexOfText, joinBytes } from './bytes';
import { findLeftovers } from './findLeftovers';
import { cleanJpeg, jpegOrientation, readJpeg } from './jpeg';
import { isTooLarge, pageSize } from './limits';
import { pageName } from './pageName';
import { isWholePicture, pixelSize, type PictureKind } from './pixelSize';
import { cleanPng } from './png';
import { sniffType } from './sniffType';

describe('the kind of a file comes from its bytes', () => {
	test.each([
		['jpeg', greyJpeg(8, 8)],
		['png', pngHeader(1, 1)],
		['webp', webpHeader('VP8X', 9, 9)],
		['heic', heif(['heic', 'mif1', 'heic'], 4032, 3024)],
		['heic', heif(['mif1', 'heic'], 4032, 3024)],
		['heic', heif(['heix'], 10, 10)],
		['heic', heif(['msf1', 'hevc'], 10, 10)],
		['avif', heif(['avif', 'mif1', 'miaf'], 10, 10)],
		['avif', heif(['mif1', 'avif'], 10, 10)],
		['unknown', heif(['isom', 'mp42'], 10, 10)],
		['pdf', pdfOf()],
		['pdf', pdfOf({ before: '\n'.repeat(1000) })],
		['unknown', pdfOf({ before: '\n'.repeat(1024) })],
		['unknown', latin1('<!doctype html><p>ảnh.JPG</p>')],
		['unknown', latin1('GIF89a\x01\0\x01\0')],
		['unknown', latin1('RIFF\0\0\0\0WAVEfmt ')],
		['unknown', latin1('\xff\xd8')],
		['unknown', new Uint8Array()]
	] as const)('%s (%#)', (kind, bytes) => {
		expect(sniffType(bytes)).toBe(kind);
	});
});

describe('the size comes from the header, before anything is decoded', () => {
	test.each<[PictureKind, Uint8Array, number, number]>([
		['jpeg', greyJpeg(4000, 3000), 4000, 3000],
		['jpeg', withSegments(greyJpeg(17, 9), exifSegment(6)), 17, 9],
		['png', pngHeader(30_000, 30_000), 30_000, 30_000],
		['webp', webpHeader('VP8 ', 4032, 3024), 4032, 3024],
		['webp', webpHeader('VP8L', 4032, 3024), 4032, 3024],
		['webp', webpHeader('VP8L', 16_384, 16_384), 16_384, 16_384],
		['webp', webpHeader('VP8X', 20_000, 10), 20_000, 10],
		['heic', heif(['heic'], 4032, 3024), 4032, 3024],
		['avif', heif(['avif'], 640, 480), 640, 480]
	])('%s (%#)', (kind, bytes, width, height) => {
		expect(pixelSize(bytes, kind)).toEqual({ width, height });
	});

	test.each<[string, PictureKind, Uint8Array]>([
		['a thumbnail is not the picture', 'jpeg', latin1('\xff\xd8').slice()],
		['no frame', 'jpeg', withSegments(latin1('\xff\xd8'), exifSegment(1))],
		['no size', 'png', pngHeader(0, 10)],
		['cut', 'png', pngHeader(10, 10).slice(0, 20)],
		['cut', 'webp', webpHeader('VP8X', 9, 9).slice(0, 20)],
		['no meta', 'heic', heif(['heic'], 1, 1).slice(0, 24)]
	])('none: %s (%#)', (_, kind, bytes) => {
		expect(pixelSize(bytes, kind)).toBeUndefined();
	});

	test.each([
		[9280, 6944, false],
		[16_000, 4000, false],
		[16_001, 10, true],
		[30_000, 30_000, true],
		[9300, 7000, true]
	])('%i × %i too large: %s', (width, height, expected) => {
		expect(isTooLarge({ width, height })).toBe(expected);
	});
});

test.each([
	['a photo', 4000, 3000, 2000, 1500],
	['upright', 3000, 4000, 1500, 2000],
	['a small one stays', 1200, 900, 1200, 900],
	['a screenshot', 1080, 2400, 1000, 2222],
	['a long screenshot', 1080, 8000, 1000, 7407],
	['the longest', 1000, 16_000, 707, 11_314],
	['a line', 16_000, 1, 16_000, 1]
])('%s of %i × %i is kept as %i × %i', (_, width, height, keptWidth, keptHeight) => {
	expect(pageSize({ width, height })).toEqual({ width: keptWidth, height: keptHeight });
});

describe('a broken-off picture is noticed', () => {
	const png = pngOf([
		['IHDR', new Uint8Array(13)],
		['IDAT', new Uint8Array(9)],
		['IEND', []]
	]);
	test.each<[PictureKind, Uint8Array]>([
		['jpeg', withSegments(greyJpeg(64, 64), exifSegment(3))],
		['png', png],
		['webp', webpHeader('VP8X', 9, 9)],
		['heic', heif(['heic'], 9, 9)]
	])('%s', (kind, bytes) => {
		expect(isWholePicture(bytes, kind)).toBe(true);
		for (let length = 12; length < bytes.length; length += 1)
			expect(isWholePicture(bytes.slice(0, length), kind), `${length} bytes`).toBe(false);
	});

	test('a motion photo has a film behind its picture', () => {
		const bytes = joinBytes([greyJpeg(8, 8), heif(['isom'], 1, 1)]);
		expect(isWholePicture(bytes, 'jpeg')).toBe(true);
	});

	test('0xFF in picture data and restarts do not end it', () => {
		const [start, end] = [greyJpeg(8, 8).slice(0, -3), [0xff, 0xd9]];
		const bytes = joinBytes([start, [0xff, 0, 0xff, 0xd0, 1, 0xff, 0], end]);
		expect(isWholePicture(bytes, 'jpeg')).toBe(true);
		expect(readJpeg(bytes).segments.length).toBe(5);
	});
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('how the camera was held: %i', (orientation) => {
	const jpeg = greyJpeg(8, 8);
	expect(jpegOrientation(withSegments(jpeg, exifSegment(orientation)))).toBe(orientation);
	expect(jpegOrientation(withSegments(jpeg, exifSegment(orientation, true)))).toBe(orientation);
	const behindXmp = withSegments(jpeg, ...hiddenSegments(), exifSegment(orientation));
	expect(jpegOrientation(behindXmp)).toBe(orientation);
});

test.each([
	['none', greyJpeg(8, 8)],
	['nonsense', withSegments(greyJpeg(8, 8), exifSegment(9))],
	['cut', withSegments(greyJpeg(8, 8), latin1('\xff\xe1\0\x10Exif\0\0MM\0*\0\0\0\xff'))]
])('upright when nothing says otherwise: %s', (_, jpeg) => {
	expect(jpegOrientation(jpeg)).toBe(1);
});

describe('nothing but the picture is left', () => {
	const plain = greyJpeg(16, 16);
	const hiding = [exifSegment(6), ...hiddenSegments()];

	test.each(hiding.map((segment) => ({ segment })))('found and taken out (%#)', ({ segment }) => {
		const jpeg = withSegments(plain, segment);
		expect(findLeftovers(jpeg, 'image/jpeg')).not.toEqual([]);
		expect(cleanJpeg(jpeg)).toEqual(plain);
	});

	test('all of it together, with a film behind the end', () => {
		const jpeg = joinBytes([withSegments(plain, ...hiding), heif(['isom'], 1, 1)]);
		expect(findLeftovers(jpeg, 'image/jpeg')).toContain('bytes behind the end');
		const clean = cleanJpeg(jpeg);
		expect(clean).toEqual(plain);
		expect(findLeftovers(plain, 'image/jpeg')).toEqual([]);
		expect(indexOfText(clean ?? jpeg, SECRETS.phone)).toBe(-1);
	});

	test('a second picture where no segment shows it', () => {
		const table = plain.slice();
		table.set([0xff, 0xd8, 0xff], 20);
		expect(findLeftovers(table, 'image/jpeg')).toEqual(['second picture']);
	});

	test('what says how colours are coded stays', () => {
		const jfif = latin1('\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
		const adobe = latin1('\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\x01');
		const jpeg = withSegments(plain, jfif, adobe);
		expect(cleanJpeg(jpeg)).toEqual(jpeg);
		expect(findLeftovers(jpeg, 'image/jpeg')).toEqual([]);
	});

	test('a thumbnail in the place of the usual header', () => {
		const jpeg = withSegments(
			plain,
			latin1('\xff\xe0\0\x13JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01abc')
		);
		expect(findLeftovers(jpeg, 'image/jpeg')).toEqual(['segment']);
		expect(cleanJpeg(jpeg)).toEqual(plain);
	});

	test('a broken-off one is not taken for clean', () => {
		const cut = plain.slice(0, -1);
		expect(cleanJpeg(cut)).toBeUndefined();
		expect(findLeftovers(cut, 'image/jpeg')).toEqual(['no end']);
	});

	test('a PNG', () => {
		const header: [string, Uint8Array] = ['IHDR', new Uint8Array(13)];
		const hidden: [string, Uint8Array][] = ['eXIf', 'iTXt', 'tEXt', 'zTXt', 'iCCP', 'tIME'].map(
			(name) => [name, latin1(SECRETS.phone)]
		);
		const picture: [string, Uint8Array][] = [
			['IDAT', new Uint8Array(9)],
			['IEND', new Uint8Array()]
		];
		const png = joinBytes([pngOf([header, ...hidden, ...picture]), latin1(SECRETS.phone)]);
		expect(findLeftovers(png, 'image/png')).toEqual([
			...hidden.map(([name]) => name),
			'bytes behind the end'
		]);
		expect(cleanPng(png)).toEqual(pngOf([header, ...picture]));
		expect(findLeftovers(pngOf([header, ...picture]), 'image/png')).toEqual([]);
		expect(cleanPng(png.slice(0, 40))).toBeUndefined();
	});
});

test.each([
	['Đơn xin.PDF', 'Đơn xin.PDF'],
	['gia\u0302\u0301y to\u031B\u0300.pdf', 'giấy tờ.pdf'],
	['  a\u00ADb \n c.pdf ', 'ab c.pdf'],
	['../../\u202Efdp.exe', '.. .. fdp.exe'],
	['a'.repeat(300) + '.pdf', `${'a'.repeat(95)}….pdf`],
	['ă'.repeat(300), `${'ă'.repeat(99)}…`],
	['', '']
])('the name %j is kept as %j', (name, kept) => {
	expect(pageName(name)).toBe(kept);
});
