import { describe, expect, it } from 'vitest';
import { amountsOf, findAmount, findPer } from './money.ts';
import { readFee, readWords, type FeeLine } from './readFee.ts';

/** "free", "amount 2000/trang", … with "?" for a doubt and "!" for something left out. */
function short({ kind, amount, per, doubt, lost }: FeeLine): string {
	const figure = amount === undefined ? '' : ` ${amount}${per === undefined ? '' : `/${per}`}`;
	return `${kind}${figure}${doubt ? '?' : ''}${lost ? '!' : ''}`;
}

describe('a fee of the portal', () => {
	it.each<[string, string, string]>([
		['Miễn phí', '', 'free'],
		['Miễn phí', 'Không', 'free'],
		['Miễn phí', 'Không có.', 'free'],
		['Miễn phí', 'Không quy định', 'free?'],
		['Miễn phí', 'Mức cụ thể do Hội đồng nhân dân tỉnh quyết định', 'province'],
		['Miễn phí', 'theo quy định của HĐND cấp tỉnh', 'province'],
		['Miễn phí', 'Mức lệ phí (nếu có) do HĐND cấp tỉnh', 'province?'],
		['Miễn phí', 'Cấp lại: 40.000 đồng/giấy', 'unknown!'],
		['Miễn phí', 'Cấp mới 200 USD/lần', 'unknown!'],
		['Miễn phí', 'Theo Thông tư số 1/2024/TT-BTC', 'unknown!'],
		['Không có thông tin', '', 'unknown'],
		['Không có thông tin', 'do HĐND tỉnh quy định', 'province?'],
		['500,000 Việt Nam Đồng', '', 'amount 500000'],
		['100,000 VNĐ', '100.000 đồng/Giấy chứng nhận.', 'amount 100000/Giấy chứng nhận'],
		['2,000,000 VNĐ', '+ 02 triệu đồng/Giấy.', 'amount 2000000/Giấy'],
		['500,000 VNĐ', 'Miễn từ ngày 07/4/2026 đến 30/6/2026', 'amount 500000?'],
		['500,000 VNĐ', '500.000 đồng; từ 01/7 là 250.000 đồng', 'amount 500000?'],
		['500,000 VNĐ', '300.000 đồng', 'unknown!'],
		['5,000 VNĐ', 'do HĐND quyết định', 'province!'],
		['100 VNĐ', '', 'unknown!'],
		['0 VNĐ', '', 'unknown!'],
		['10 USD', '', 'unknown!']
	])('%s (%s) is %s', (cell, beside, expected) =>
		expect(short(readFee(cell, beside))).toBe(expected)
	);
	it('keeps foreign money as a note', () =>
		expect(readFee('10 USD', '/bản').note).toBe('10 USD /bản'));
});

describe('a fee of a list', () => {
	it.each<[string, string]>([
		['Miễn phí', 'free'],
		['Không thu phí', 'free'],
		['Không', 'unknown!'],
		['0 đồng', 'unknown!'],
		['', 'unknown'],
		['Không rõ', 'unknown'],
		['8.000 đồng/bản', 'amount 8000/bản'],
		['8,000đ/bản', 'amount 8000/bản'],
		['20.000 đồng nếu nộp trực tiếp', 'amount 20000?'],
		['20.000 đồng; 10.000 đồng khi nộp trực tuyến', 'unknown!'],
		['Theo Nghị quyết của HĐND tỉnh', 'province'],
		['Theo quy định', 'unknown!']
	])('%j is %s', (text, expected) => expect(short(readWords(text))).toBe(expected));
});

describe('amounts', () => {
	it.each<[string, number | undefined]>([
		['500,000', 500000],
		['2.000', 2000],
		['1.234.567', 1234567],
		['300', 300],
		['2.5', undefined],
		['1,50', undefined],
		['', undefined]
	])('%j', (text, amount) => expect(findAmount(text)).toBe(amount));
	it('are found in a sentence, each once', () =>
		expect(amountsOf('100.000 đồng/lần, 02 triệu đồng, 100.000 đ; Thông tư 47/2019')).toEqual([
			100000, 2000000
		]));
	it('say what they are for', () => {
		expect(findPer('30.000 đồng/hồ sơ (TT 61)', 30000)).toBe('hồ sơ');
		expect(findPer('150.000 đồng/1 giấy', 150000)).toBe('giấy');
		expect(findPer('150.000 đồng', 150000)).toBeUndefined();
	});
});
