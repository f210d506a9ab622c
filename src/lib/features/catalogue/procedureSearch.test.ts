import { describe, expect, it } from 'vitest';
import { indexEntryOf } from '$lib/domain/catalogue/indexEntry';
import type { IndexEntry } from '$lib/domain/catalogue/Snapshot';
import { birth } from '$lib/testing/builders';
import { createProcedureSearch } from './procedureSearch';

/** A neighbour in the catalogue that must not stand in the way. */
function other(code: string, title: string, shortTitle: string, synonyms: string[]): IndexEntry {
	return {
		...indexEntryOf({ procedure: birth, contentHash: '' }),
		code,
		title,
		shortTitle,
		synonyms,
		result: 'Bản sao trích lục'
	};
}

const search = createProcedureSearch([
	other(
		'2.000635',
		'Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh',
		'Xin bản sao giấy khai sinh',
		['mất giấy khai sinh']
	),
	other('1.000894', 'Thủ tục đăng ký kết hôn', 'Đăng ký kết hôn', ['giấy kết hôn', 'cưới']),
	other('1.000656', 'Thủ tục đăng ký khai tử', 'Báo tử, khai tử', ['giấy chứng tử', 'người mất']),
	other('2.000815', 'Chứng thực bản sao từ bản chính', 'Công chứng bản sao', ['sao y']),
	other('1.012345', 'Cấp giấy phép xây dựng nhà ở riêng lẻ', 'Xin phép xây nhà', ['làm nhà']),
	indexEntryOf({ procedure: birth, contentHash: '' })
]);
const codes = (query: string) => search(query);

describe('khai sinh is found first, as people write it', () => {
	it.each([
		'giấy khai sinh',
		'Giấy Khai Sinh',
		'GIẤY KHAI SINH',
		'giay khai sinh',
		'GIAY KHAI SINH',
		'khai sinh',
		'khai',
		'khai s',
		'lam giay kh',
		'  khai   sinh ',
		'khai-sinh',
		'"khai sinh"',
		'khai sinh?',
		'giấy khai sinh'.normalize('NFD'),
		'khai sin',
		'kai sinh',
		'khai xinh',
		'khai sih',
		'khai sanh',
		'giay khai sinhh',
		'giays khai sinh',
		'giaays khai sinh',
		'ddang ky khai sinh',
		'đăng ký khai sinh',
		'dang ky khai sinh',
		'thủ tục khai sinh',
		'thu tuc lam giay khai sinh',
		'làm giấy khai sinh cho con',
		'lam giay khai sinh cho con',
		'lam khai sinh cho chau',
		'làm giấy tờ cho con mới sinh',
		'con moi sinh',
		'sinh con',
		'khai sinh muộn',
		'khai sinh muon',
		'khai sinh qua han',
		'chua co giay khai sinh',
		'1.001193',
		'1001193',
		'001193'
	])('%s', (query) => expect(codes(query)[0]).toBe(birth.code));
});

describe('the search', () => {
	it('puts exact words first, whatever else fits', () => {
		expect(codes('mất giấy khai sinh')[0]).toBe('2.000635');
		expect(codes('bản sao giấy khai sinh')[0]).toBe('2.000635');
		expect(codes('khai tử')[0]).toBe('1.000656');
	});
	it('shows nothing for what is not there', () => {
		expect(codes('bảo hiểm thất nghiệp')).toEqual([]);
		expect(codes('?!')).toEqual([]);
	});
	it('does not let a short word stand for another', () => {
		expect(codes('kết hôn')).toEqual(['1.000894']);
	});
	it('puts the words with the marks typed before words of the same letters', () => {
		const near = createProcedureSearch([
			other('1.000001', 'Thủ tục thứ nhất', 'Xin bản đồ', []),
			other('1.000002', 'Thủ tục thứ hai', 'Bán đồ', []),
			other('1.000003', 'Thủ tục thứ ba', 'Hòa giải ở xã', [])
		]);
		expect(near('bán đồ')[0]).toBe('1.000002');
		expect(near('bản đồ')[0]).toBe('1.000001');
		expect(near('ban do').sort()).toEqual(['1.000001', '1.000002']);
		// The mark of "hoà" may stand on either vowel; a keyboard may send it as a sign of its own.
		expect(near('hoà giải')).toEqual(['1.000003']);
		expect(near('hoà giải'.normalize('NFD'))).toEqual(['1.000003']);
	});
	it('finds by the code, whole or in part, and does not take other numbers for one', () => {
		for (const query of ['1.000894', '1000894', '000894', 'mã 1.000894', '1.000894.000.00.00.H42'])
			expect(codes(query), query).toEqual(['1.000894']);
		expect(codes('1.000')).toEqual(['1.000894', '1.000656']);
		expect(codes('1.999999')).toEqual([]);
		expect(codes('kết hôn năm 2000')).toEqual(['1.000894']);
		expect(codes('0912345678')).toEqual([]);
	});
	it('finds nothing in an empty catalogue', () => {
		expect(createProcedureSearch([])('khai sinh')).toEqual([]);
	});
});
