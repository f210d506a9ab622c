import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, weekdayOf } from './localTime.ts';
import { suggestYear } from './suggestYear.ts';

function lines(year: number): string[] {
	return suggestYear(year).map(
		({ day, kind, name, awaits }) => `${day} ${kind} ${name}${awaits ? ' ?' : ''}`
	);
}

describe('a year as the law gives it', () => {
	it('2026, what was announced is among it', () => {
		expect(lines(2026)).toEqual([
			'2026-01-01 holiday Tết Dương lịch',
			'2026-01-02 swap-off Đổi với một thứ Bảy làm bù ?',
			'2026-02-16 holiday Tết Âm lịch ?',
			'2026-02-17 holiday Tết Âm lịch ?',
			'2026-02-18 holiday Tết Âm lịch ?',
			'2026-02-19 holiday Tết Âm lịch ?',
			'2026-02-20 holiday Tết Âm lịch ?',
			'2026-04-27 substitute Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)',
			'2026-04-30 holiday Ngày Chiến thắng',
			'2026-05-01 holiday Quốc tế Lao động',
			'2026-08-31 swap-off Đổi với một thứ Bảy làm bù ?',
			'2026-09-01 holiday Quốc khánh (ngày liền kề) ?',
			'2026-09-02 holiday Quốc khánh',
			'2026-09-03 holiday Quốc khánh (ngày liền kề) ?',
			'2026-09-04 swap-off Đổi với một thứ Bảy làm bù ?',
			'2026-11-23 swap-off Đổi với một thứ Bảy làm bù ?',
			'2026-11-24 holiday Ngày Văn hóa Việt Nam'
		]);
	});

	it.each([
		// mùng 1 is a Saturday: two working days more, 4–10/2 or 5–11/2.
		[2027, 'Tết Âm lịch', ['02-04', '02-05', '02-08', '02-09', '02-10', '02-11']],
		[2027, 'Quốc tế Lao động', ['05-03']],
		[2027, 'Giỗ Tổ', ['04-16']],
		[2028, 'Tết Âm lịch', ['01-24', '01-25', '01-26', '01-27', '01-28', '01-31']],
		[2028, 'Giỗ Tổ', ['04-04']],
		// 30/4 is a Sunday and 1/5 a holiday itself: its day is Tuesday 2/5.
		[2028, 'Ngày Chiến thắng', ['05-02']],
		[2028, 'Quốc tế Lao động', ['05-01']],
		// 2/9 is a Saturday.
		[2028, 'Quốc khánh', ['09-01', '09-04']],
		// Both on one weekend: Monday for 30/4, Tuesday for 1/5.
		[2033, 'Ngày Chiến thắng', ['05-02']],
		[2033, 'Quốc tế Lao động', ['05-03']],
		[2025, 'Ngày Văn hóa', []]
	])('%i, %s: %j', (year, name, days) => {
		const found = suggestYear(year).filter((one) => one.name.includes(name));
		expect(found.map(({ day }) => day)).toEqual(days.map((day) => `${year}-${day}`));
	});

	it('a Saturday 24/11 gives a Monday only if somebody says so', () => {
		const found = suggestYear(2029).find(({ name }) => name.includes('Văn hóa'));
		expect(found).toMatchObject({ day: '2029-11-26', kind: 'substitute', awaits: true });
	});
});

it('names only working days of the year, each once and in order, of known kinds and with a law', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1976, max: 2099 }), (year) => {
			const found = suggestYear(year);
			const days = found.map(({ day }) => day);
			expect(days).toEqual([...new Set(days)].sort());
			for (const { day, kind, name, law, awaits } of found) {
				expect(day.slice(0, 4)).toBe(String(year));
				expect([0, 6]).not.toContain(weekdayOf(dayOf(day)));
				expect(['holiday', 'substitute', 'swap-off']).toContain(kind);
				expect(name.length).toBeGreaterThan(3);
				expect(law.length).toBeGreaterThan(10);
				// A swap, Tết and the day beside 2/9 are never there as if they were certain.
				if (kind === 'swap-off' || /Tết Âm lịch|liền kề/.test(name)) expect(awaits).toBe(true);
			}
		})
	);
});
