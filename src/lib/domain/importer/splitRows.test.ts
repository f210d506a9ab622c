import { describe, expect, it } from 'vitest';
import { cutForms, splitRows } from './splitRows.ts';

/** The lines of a table as "name|originals+copies", with "?" where the counts are in doubt. */
function rows(table: string): string[] {
	return splitRows(table).rows.map(
		({ text, originals, copies, doubt }) => `${text}|${originals}+${copies}${doubt ? '?' : ''}`
	);
}

describe('a table whose cells are glued together', () => {
	it.each<[string, string, string[]]>([
		['one line', 'Đơn đề nghị1 bản chính', ['Đơn đề nghị|1+0']],
		['two lines', 'Đơn;1 bản chínhGiấy B0 bản chính,1 bản sao', ['Đơn;|1+0', 'Giấy B|0+1']],
		[
			'a next line in small letters',
			'Đơn;1 bản chínhb) Giấy B2 bản chính',
			['Đơn;|1+0', 'b) Giấy B|2+0']
		],
		[
			'a next line with a number',
			'Đơn1 bản chính02 ảnh 3x41 bản chính',
			['Đơn|1+0', '02 ảnh 3x4|1+0?']
		],
		[
			'a count inside a sentence',
			'Nộp 02 bản chính tờ khai, nếu có1 bản chính',
			['Nộp 02 bản chính tờ khai, nếu có|1+0']
		],
		[
			'a count at the end of a name',
			'Tờ khai: 01 bản chính1 bản chính',
			['Tờ khai: 01 bản chính|1+0']
		],
		[
			'a copy at the end of a name',
			'Hóa đơn: 01 bản chụp0 bản chính,1 bản sao',
			['Hóa đơn: 01 bản chụp|0+1']
		],
		[
			'a bracket inside a sentence',
			'Giấy A (01 bản chính hoặc 01 bản sao)1 bản chính',
			['Giấy A (01 bản chính hoặc 01 bản sao)|1+0']
		],
		['digits glued: 18 + 1', 'Đơn theo Mẫu số 181 bản chính', ['Đơn theo Mẫu số 18|1+0?']],
		['digits glued: 03 + 1', 'Đơn tại Phụ lục số 031 bản chính', ['Đơn tại Phụ lục số 03|1+0?']],
		[
			'digits glued: a year',
			'Theo thông báo ngày 31/12/20251 bản chính',
			['Theo thông báo ngày 31/12/2025|1+0?']
		],
		[
			'digits glued: a number of a law',
			'Khoản 1 Điều 12 Nghị định 1160 bản chính,1 bản sao',
			['Khoản 1 Điều 12 Nghị định 116|0+1?']
		],
		['a count above nine', 'Bản vẽ10 bản chính', ['Bản vẽ|10+0?']],
		['a count behind a blank', 'Đơn theo mẫu số 1 bản chính', ['Đơn theo mẫu số|1+0?']],
		['counts of the ministry of defence', 'Đơn Bản chính: 1\nBản sao: 2', ['Đơn|1+2']],
		['copies only', 'Giấy B1 bản sao', ['Giấy B|0+1']]
	])('%s', (_, table, expected) => expect(rows(table)).toEqual(expected));

	it('leaves the title of the next table over', () => {
		expect(splitRows('Đơn1 bản chính* Giấy tờ phải xuất trình:').rest).toBe(
			'* Giấy tờ phải xuất trình:'
		);
		expect(splitRows('Đơn0 bản chính * Lưu ý:').rest).toBe('* Lưu ý:');
	});
	it('without any count is all left over', () =>
		expect(splitRows('Đơn đề nghị')).toEqual({ rows: [], rest: 'Đơn đề nghị' }));
	it('keeps the words of the count', () =>
		expect(splitRows('Đơn1 bản chính,2 bản sao').rows[0]?.counted).toBe('1 bản chính,2 bản sao'));
});

describe('names of blank forms behind a paper', () => {
	it.each<[string, string, string[]]>([
		['Đơn đề nghị;Mẫu số 09.docx', 'Đơn đề nghị;', ['Mẫu số 09.docx']],
		['Đơn theo mẫuMẫu 1.doc', 'Đơn theo mẫu', ['Mẫu 1.doc']],
		['Đơn (nếu có).TP-05.doc', 'Đơn (nếu có).', ['TP-05.doc']],
		['Đơn;1.dondenghi (1).doc', 'Đơn;', ['1.dondenghi (1).doc']],
		['Bản khai;A.docxB mẫu.docx', 'Bản khai;', ['A.docx', 'B mẫu.docx']],
		['Đơn nhóm IVMau 05 - PL_36.2025.doc', 'Đơn nhóm IV', ['Mau 05 - PL_36.2025.doc']],
		['Đơn theo mẫu.mẫu số 1.docx', 'Đơn theo mẫu.', ['mẫu số 1.docx']],
		['Đơn đề nghị', 'Đơn đề nghị', []]
	])('%j', (cell, text, forms) => expect(cutForms(cell)).toEqual({ text, forms }));
});
