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
const codes = (query: string) => search(query).codes;

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
		const nearly = createProcedureSearch([
			other('1.000001', 'Thủ tục thứ nhất', 'Xin bản đồ', []),
			other('1.000002', 'Thủ tục thứ hai', 'Bán đồ', []),
			other('1.000003', 'Thủ tục thứ ba', 'Hòa giải ở xã', [])
		]);
		const near = (query: string) => nearly(query).codes;
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
		expect(createProcedureSearch([])('khai sinh')).toEqual({ codes: [] });
	});
	it('takes what people shorten, and what the south calls otherwise, for the whole word', () => {
		const near = createProcedureSearch([
			other('1.000001', 'Đăng ký hợp tác xã', 'Lập hợp tác xã', []),
			other('1.000002', 'Hỗ trợ chăn nuôi', 'Hỗ trợ khi lợn bị dịch', [])
		]);
		expect(near('lập htx').codes).toEqual(['1.000001']);
		expect(near('heo bị dịch').codes).toEqual(['1.000002']);
		expect(near('heo').meant).toBeUndefined();
	});
	it('shows half of a sentence when nothing holds more of it, and then little', () => {
		const near = createProcedureSearch(
			['1', '2', '3', '4', '5'].map((place) =>
				other(`1.00000${place}`, `Việc thứ ${place}`, 'Trợ giúp nạn nhân mua bán người', [])
			)
		);
		expect(near('nạn nhân mua bán bị lừa sang biên giới rồi trốn').codes).toHaveLength(3);
	});
});

describe('the plain procedure', () => {
	const plain = other('1.000001', 'Thủ tục đăng ký kết hôn', 'Kết hôn của công dân', ['cưới vợ']);
	const abroad = other('1.000002', 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài', 'Kết hôn ạ', [
		'lấy chồng Hàn Quốc',
		'kết hôn với người khác'
	]);
	const mobile = other('1.000003', 'Thủ tục đăng ký kết hôn lưu động', 'Kết hôn ạ', [
		'kết hôn ở thôn'
	]);
	const near = createProcedureSearch([mobile, abroad, plain]);
	it.each([
		['kết hôn', plain],
		['ket hon', plain],
		['kết hôn với người', plain],
		['kết hôn nước ngoài', abroad],
		['ket hon nuoc ngoai', abroad],
		['lấy chồng hàn quốc', abroad],
		['kết hôn lưu động', mobile],
		['kết hôn ạ', mobile],
		['kết hôn ở thôn', mobile]
	])('%s', (query, { code }) => expect(near(query).codes[0]).toBe(code));
	it('stays behind when the query names what is special, though it has the words, too', () => {
		const also = createProcedureSearch([
			other('1.000001', 'Thủ tục kết hôn của công dân', 'Kết hôn của công dân', ['quán lưu động']),
			other('1.000002', 'Thủ tục kết hôn của công dân lưu động', 'Cán bộ đến tận nơi', [])
		]);
		expect(also('kết hôn của công dân lưu động').codes[0]).toBe('1.000002');
		expect(also('kết hôn của công dân').codes[0]).toBe('1.000001');
	});
	it('comes first only where its title is part of the other', () => {
		const alone = createProcedureSearch([{ ...plain, title: 'Thủ tục ly hôn' }, abroad]);
		expect(alone('kết hôn').codes[0]).toBe(abroad.code);
	});
});

describe('a listed procedure', () => {
	it('stands behind one whose papers are known only when both fit equally', () => {
		const listed = {
			...other('1.000001', 'Cấp phép', 'Bán rượu', ['quán']),
			verification: 'listed'
		};
		const worked = other('1.000002', 'Cấp phép', 'Bán rượu', ['quán']);
		const near = createProcedureSearch([listed as IndexEntry, worked]);
		expect(near('bán rượu').codes).toEqual(['1.000002', '1.000001']);
		const better = createProcedureSearch([
			{ ...listed, synonyms: ['nấu rượu'] } as IndexEntry,
			worked
		]);
		expect(better('nấu rượu').codes[0]).toBe('1.000001');
	});
});

describe('what was meant', () => {
	it.each([
		['dang ky ket hoon', 'đăng ký kết hôn'],
		['khai sinhh', 'khai sinh'],
		['giay khai sinhs', 'giấy khai sinh'],
		['giaays khai sinh', 'giấy khai sinh'],
		['ddawng kys keets hoon', 'đăng ký kết hôn'],
		['d9a8ng ky1 ke61t ho6n', 'đăng ký kết hôn'],
		['khai xinh', 'khai sinh'],
		['dangky kethon', 'đăng ký kết hôn'],
		['giấy khaii sinh', 'giấy khai sinh'],
		['snih con', 'sinh con'],
		// What stands elsewhere gets the marks it has most often, what is nowhere stays.
		['khai sinhh nguoi moi zz', 'khai sinh người mới zz'],
		['khai sinhh cho Tí', 'khai sinh cho tí']
	])('%s → %s', (query, meant) => expect(search(query).meant).toBe(meant));
	it.each([
		['khai sinh', 'nothing is wrong'],
		['khai si', 'it is being typed'],
		['ket hon', 'marks are not missed'],
		['làm giấy khai sinh cho bé Xinh', '"Xinh" is a name, however near to "sinh"'],
		['1.000894', 'a code'],
		['xyzzy', 'nothing is found'],
		['', 'nothing is asked']
	])('%s: nothing, %s', (query) => expect(search(query).meant).toBeUndefined());
	it('finds at least what was found', () => {
		for (const query of ['dang ky ket hoon', 'khai sinhh', 'dangky kethon']) {
			const { codes: found, meant = '' } = search(query);
			expect(search(meant).codes[0]).toBe(found[0]);
			expect(search(meant).meant).toBeUndefined();
		}
	});
});
