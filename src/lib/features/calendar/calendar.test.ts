import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, weekdayOf } from '$lib/domain/clock/localTime';
import { lateDecisions } from '$lib/domain/clock/yearGaps';
import type { AppError } from '$lib/domain/shared/Result';
import { viCalendar } from '$lib/i18n/viCalendar';
import { calendarPlace } from './calendarPlace';
import {
	calendarRefusal,
	moveRefusal,
	changeSubject,
	dayLabel,
	kindAndName,
	snapshotText
} from './calendarWords';
import { monthWeeks, stepDay } from './monthWeeks';
import { canMove, movedFrom, movedTo } from './movedWords';
import { readHours } from './readHours';

describe('a day in words', () => {
	const plain = { isWeekend: false, isUndecided: false, isToday: false };
	it.each([
		[
			'2026-11-24',
			{ kind: 'holiday' as const, name: 'Ngày Văn hóa Việt Nam' },
			plain,
			'Thứ Ba, 24/11/2026, nghỉ lễ: Ngày Văn hóa Việt Nam'
		],
		[
			'2026-08-22',
			{ kind: 'make-up' as const, name: 'Làm bù cho thứ Hai 31/8' },
			{ ...plain, isWeekend: true },
			'Thứ Bảy, 22/08/2026, làm bù: Làm bù cho thứ Hai 31/8'
		],
		['2026-11-25', undefined, plain, 'Thứ Tư, 25/11/2026, ngày làm việc'],
		['2026-11-28', undefined, { ...plain, isWeekend: true }, 'Thứ Bảy, 28/11/2026, nghỉ cuối tuần'],
		[
			'2027-02-08',
			undefined,
			{ ...plain, isUndecided: true },
			'Thứ Hai, 08/02/2027, chưa có thông báo'
		],
		[
			'2026-11-25',
			undefined,
			{ ...plain, isToday: true },
			'Thứ Tư, 25/11/2026, ngày làm việc, hôm nay'
		]
	])('%s: %s', (day, known, more, label) => expect(dayLabel(day, known, more)).toBe(label));
});

it.each([
	['holiday' as const, 'Quốc khánh', 'Nghỉ lễ: Quốc khánh'],
	['substitute' as const, 'Nghỉ bù Quốc khánh', 'Nghỉ bù Quốc khánh']
])('%s %s is said as %s', (kind, name, text) => expect(kindAndName({ kind, name })).toBe(text));

describe('the weeks of a month', () => {
	it('of November 2026 begin on a Sunday, the 1st', () => {
		const [first, second] = monthWeeks(2026, 11);
		expect(first).toEqual([...Array<undefined>(6), '2026-11-01']);
		expect(second?.[0]).toBe('2026-11-02');
	});
	it('hold each day once, in its column', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 2000, max: 2099 }),
				fc.integer({ min: 1, max: 12 }),
				(year, month) => {
					const weeks = monthWeeks(year, month);
					const days = weeks.flat().filter((day) => day !== undefined);
					expect(days).toHaveLength(new Date(Date.UTC(year, month, 0)).getUTCDate());
					for (const week of weeks)
						week.forEach((day, place) => {
							if (day) expect((weekdayOf(dayOf(day)) + 6) % 7).toBe(place);
						});
				}
			)
		);
	});
});

it.each([
	['2026-11-24', 'ArrowRight', '2026-11-25'],
	['2026-11-24', 'ArrowDown', '2026-12-01'],
	['2026-01-01', 'ArrowLeft', undefined],
	['2026-12-31', 'ArrowDown', undefined],
	['2026-11-24', 'Enter', undefined]
])('from %s, %s leads to %s', (day, key, next) => expect(stepDay(day, key)).toBe(next));

describe('office hours as typed', () => {
	const line = (opens: string, closes: string) => ({ opens, closes });
	it.each([
		[[line('7:30', '11h30'), line('13.00', '17:00'), line('', '')], '07:30-11:30 13:00-17:00'],
		[[line('07:30', '')], undefined],
		[[line('11:30', '07:30')], undefined],
		[[line('07:00', '12:00'), line('11:00', '17:00')], undefined],
		[[line('24:00', '25:00')], undefined],
		[[line('', '')], undefined]
	])('%j', (lines, hours) =>
		expect(
			readHours(lines)
				?.map((one) => one.join('-'))
				.join(' ')
		).toBe(hours)
	);
});

it.each([
	['', { year: 2026 }],
	['nam=2027&ngay=2027-02-08', { year: 2027, day: '2027-02-08' }],
	['nam=2027&ngay=2026-02-08', { year: 2027 }],
	['nam=1999', { year: 2026 }],
	['nam=2026&ngay=2026-02-30', { year: 2026 }]
])('the address "%s" names %j', (query, place) => {
	// Still 2026 in UTC, and in Vietnam too.
	expect(calendarPlace(new URLSearchParams(query), new Date('2026-12-31T16:59:00Z'))).toEqual(
		place
	);
});

describe('a moved date', () => {
	const row = {
		dueDate: '2026-11-30',
		due: null,
		newDueDate: '2026-12-01',
		newDue: null,
		byHand: false
	};
	it('says both dates, of an hour limit both minutes', () => {
		expect([movedFrom(row), movedTo(row)]).toEqual(['Thứ Hai, 30/11/2026', 'Thứ Ba, 01/12/2026']);
		const hours = { ...row, due: '2026-11-30T16:00', newDue: '2026-12-01T16:00' };
		expect([movedFrom(hours), movedTo(hours)]).toEqual([
			'16 giờ, Thứ Hai, 30/11/2026',
			'16 giờ, Thứ Ba, 01/12/2026'
		]);
	});
	it.each([
		[row, '2026-12-01', true],
		[row, '2026-12-02', false],
		[{ ...row, byHand: true, newDueDate: null }, '2026-11-26', false]
	])('%j can be moved on %s: %s', (one, today, can) => expect(canMove(one, today)).toBe(can));
	it('written by hand stays', () =>
		expect(movedTo({ newDue: null, newDueDate: null })).toBe('Ghi tay, không dời'));
});

it('what is decided late: Tết 2027 around 6/2 and the day beside 2/9', () => {
	expect(lateDecisions(2027)).toEqual([
		{ what: 'tet', from: '2027-02-04', to: '2027-02-14' },
		{ what: 'national-day', from: '2027-09-01', to: '2027-09-03' }
	]);
});

describe('the record in words', () => {
	it('says day, kind, name and source', () => {
		expect(changeSubject({ action: 'save-day', subject: '2026-11-24' })).toBe('Thứ Ba, 24/11/2026');
		expect(changeSubject({ action: 'open-year', subject: '2027' })).toBe('2027');
		expect(changeSubject({ action: 'office-hours', subject: 'office-hours' })).toBe('');
		expect(snapshotText({ kind: 'closure', name: 'Mất điện', source: 'TB 5' })).toBe(
			'Đóng cửa (mất điện, sự cố) · Mất điện · TB 5'
		);
		expect(snapshotText({ hours: [['07:00', '11:30']] })).toBe('07:00 – 11:30');
		expect(snapshotText(null)).toBe('');
	});
	it('has words for a refusal, known or not', () => {
		expect(calendarRefusal({ kind: 'conflict', key: 'version-stale' })).toMatch(/vừa sửa lịch/);
		expect(calendarRefusal({ kind: 'offline' })).toBe(viCalendar.offline);
		expect(calendarRefusal({ kind: 'invalid', key: 'never-heard' })).toBe(viCalendar.unknown);
		const denied: AppError = { kind: 'forbidden', key: 'role-missing' };
		expect(calendarRefusal(denied)).toBe('Chỉ người quản trị sửa được lịch.');
		expect(moveRefusal(denied)).toBe('Chỉ lãnh đạo dời được ngày hẹn.');
		expect(moveRefusal({ kind: 'offline' })).toBe(viCalendar.offline);
	});
});
