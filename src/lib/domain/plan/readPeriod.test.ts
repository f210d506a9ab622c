import { describe, expect, it } from 'vitest';
import { readPeriod } from './readPeriod';

const days = (from: string, to: string, note?: string) => ({
	ok: true,
	period: { from, to, ...(note && { note }) }
});
const fault = (name: string) => ({ ok: false, fault: name });

describe('the time of a task, of a plan for 2026', () => {
	it.each([
		['Thường xuyên', days('2026-01-01', '2026-12-31')],
		['Thường xuyên trong năm', days('2026-01-01', '2026-12-31')],
		['Thường xuyên, liên tục', days('2026-01-01', '2026-12-31')],
		['Cả năm 2026', days('2026-01-01', '2026-12-31')],
		['Năm 2026', days('2026-01-01', '2026-12-31')],
		['Trong năm', days('2026-01-01', '2026-12-31')],
		['Hằng tháng', days('2026-01-01', '2026-12-31', 'repeated')],
		['Hằng năm', days('2026-01-01', '2026-12-31', 'repeated')],
		['Định kỳ hằng quý', days('2026-01-01', '2026-12-31', 'repeated')],
		['6 tháng đầu năm', days('2026-01-01', '2026-06-30')],
		['6 tháng cuối năm 2026', days('2026-07-01', '2026-12-31')],
		['Quý I', days('2026-01-01', '2026-03-31')],
		['QUÝ IV/2026', days('2026-10-01', '2026-12-31')],
		['Quý 3', days('2026-07-01', '2026-09-30')],
		['Quý I, II', days('2026-01-01', '2026-06-30')],
		['Quý II và quý III', days('2026-04-01', '2026-09-30')],
		['Quý I - Quý III', days('2026-01-01', '2026-09-30')],
		['Quý I – III/2026', days('2026-01-01', '2026-09-30')],
		['Quý I năm 2026', days('2026-01-01', '2026-03-31')],
		['Tháng 3', days('2026-03-01', '2026-03-31')],
		['Tháng 02/2026', days('2026-02-01', '2026-02-28')],
		['03/2026', days('2026-03-01', '2026-03-31')],
		['Tháng 3, 6, 9', days('2026-03-01', '2026-09-30')],
		['Từ tháng 3 đến tháng 6', days('2026-03-01', '2026-06-30')],
		['Tháng 3 - 6', days('2026-03-01', '2026-06-30')],
		['Tháng 3-tháng 6/2026', days('2026-03-01', '2026-06-30')],
		['01/3 - 30/6/2026', days('2026-03-01', '2026-06-30')],
		['Từ ngày 01/3/2026 đến hết ngày 30/6/2026', days('2026-03-01', '2026-06-30')],
		['15.3 – 20.4', days('2026-03-15', '2026-04-20')],
		['Tháng 12/2025 - tháng 3/2026', days('2025-12-01', '2026-03-31')],
		['01/12/2026 - 31/01/2027', days('2026-12-01', '2027-01-31')],
		['Trước 30/6', days('2026-01-01', '2026-06-30', 'before')],
		['Hoàn thành trước ngày 30/6/2026.', days('2026-01-01', '2026-06-30', 'before')],
		['Trước tháng 6', days('2026-01-01', '2026-05-31')],
		['Chậm nhất 15/12', days('2026-01-01', '2026-12-15')],
		['Đến hết tháng 9', days('2026-01-01', '2026-09-30')],
		['30/6/2026', days('2026-01-01', '2026-06-30', 'deadline')],
		['', fault('missing')],
		['  ', fault('missing')],
		['Theo chỉ đạo của cấp trên', fault('unclear')],
		['Khi có hướng dẫn', fault('unclear')],
		['Quý', fault('unclear')],
		['Quý V', fault('no-day')],
		['Tháng 13', fault('no-day')],
		['Trước 31/6', fault('no-day')],
		['30/2 - 15/3', fault('no-day')],
		['30/6 - 01/3', fault('backwards')],
		['Quý I/2027', fault('other-year')],
		['Trước 30/6/2025', fault('other-year')],
		['1/1 - 2/2 - 3/3', fault('unclear')]
	])('%j', (words, answer) => expect(readPeriod(words, 2026)).toEqual(answer));

	it('knows how long February is', () => {
		expect(readPeriod('Tháng 2', 2028)).toEqual(days('2028-02-01', '2028-02-29'));
	});
});
