import { describe, expect, it } from 'vitest';
import { readGluedMethods } from './readMethods.ts';

const HEAD = 'Hình thức nộpThời gianPhí, lệ phíMô tả';

function short(text: string): string[] {
	return readGluedMethods(HEAD + text).methods.map(({ channel, time, fees, note }) => {
		const { limit } = time;
		const figure =
			limit === null ? 'open' : 'value' in limit ? `${limit.value} ${limit.unit}` : limit.unit;
		const money = fees
			.map((fee) => (fee.amount === undefined ? fee.kind : String(fee.amount)))
			.join('+');
		return [channel, figure, money, note].filter(Boolean).join('|');
	});
}

describe('the glued table of ways to file', () => {
	it.each<[string, string, string[]]>([
		[
			'three ways',
			'Trực tuyến5 Ngày làm việcMiễn phíDịch vụ bưu chính5 Ngày làm việcMiễn phíTrực tiếp5 NgàyMiễn phí',
			['online|5 working-day|free', 'post|5 working-day|free', 'in-person|5 calendar-day|free']
		],
		['no unit', 'Trực tuyến3Miễn phí', ['online|open|free']],
		['nothing known', 'Trực tiếpKhông có thông tinKhông có thông tin', ['in-person|open|unknown']],
		[
			'an amount and a note',
			'Trực tiếp2 Ngày100,000 VNĐ(100.000 đồng/giấy)Nộp tại quầy',
			['in-person|2 calendar-day|100000|Nộp tại quầy']
		],
		['hours', 'Trực tuyến8 GiờMiễn phí', ['online|8 working-hour|free']],
		['months', 'Trực tiếp6 ThángMiễn phí', ['in-person|open|free']],
		['a day and a half', 'Trực tiếp1.5 NgàyMiễn phí', ['in-person|open|free']],
		['number and amount glued', 'Trực tuyến120 VNĐ', ['online|open|unknown']],
		[
			'a numbered note',
			'Trực tiếp5 NgàyKhông có thông tin(1) Đối với cấp mới',
			['in-person|5 calendar-day|unknown|(1) Đối với cấp mới']
		],
		[
			'brackets in brackets',
			'Trực tiếp5 NgàyMiễn phí(Mức do HĐND (tỉnh) quyết định)',
			['in-person|5 calendar-day|province']
		],
		[
			'a bracket without end',
			'Trực tiếp5 NgàyMiễn phí(Mức do HĐND',
			['in-person|5 calendar-day|province']
		],
		[
			'two rows of one way',
			'Trực tiếp4 Ngày làm việcMiễn phíCấp mớiTrực tiếp6 Ngày làm việcMiễn phíCấp lại',
			['in-person|4 working-day|free|Cấp mới', 'in-person|6 working-day|free|Cấp lại']
		],
		[
			'a fee in the note',
			'Trực tiếp5 NgàyMiễn phíMức thu phí: 30.000 đồng',
			['in-person|5 calendar-day|unknown|Mức thu phí: 30.000 đồng']
		]
	])('%s', (_, text, expected) => expect(short(text)).toEqual(expected));
	it('without rows is left over', () =>
		expect(readGluedMethods('Nộp tại quầy')).toEqual({ methods: [], rest: 'Nộp tại quầy' }));
	it('says why a number was not taken for a time', () => {
		const [method] = readGluedMethods('Trực tuyến1100 VNĐ').methods;
		expect(method?.time.lost).toContain('dính liền');
		expect(method?.fees[0]?.lost).toContain('dính liền');
	});
});
