import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { computeClock } from '#domain/clock/computeClock.ts';
import { dateOfDay, dayOf, timeOfMinute, weekdayOf } from '#domain/clock/localTime.ts';
import type { WorkingCalendar } from '#domain/clock/workingCalendar.ts';
import { callsOfLife, callsOfYear } from './callsOf.ts';
import { chooseProcedures, type DemoProcedure } from './demoCatalogue.ts';
import type { Life } from './Life.ts';
import { DEMO_FIELDS, makeOffices, SIMULATED } from './offices.ts';
import { articleTotals, planYear } from './planYear.ts';

/** 2021 as the migrations have it; loadYear.test.ts takes it from them. */
const calendar: WorkingCalendar = {
	off: ['01-01', '02-10', '02-11', '02-12', '02-15', '02-16', '04-21', '04-30', '05-03'].map(
		(day) => `2021-${day}`
	),
	makeUp: [],
	hours: [
		['07:00', '11:30'],
		['13:30', '17:00']
	],
	years: [2021]
};
const offices = makeOffices();
let procedures: DemoProcedure[];
let left: string[];
let lives: Life[];
const plan = (seed: string) =>
	planYear({ seed, totals: articleTotals, offices, procedures, calendar });
const dateOf = (minute: number) => timeOfMinute(minute).slice(0, 10);

beforeAll(async () => {
	({ kept: procedures, left } = await chooseProcedures(join(import.meta.dirname, '../catalogue')));
	lives = plan('one');
});

describe('the catalogue of the year', () => {
	test('has the 281 procedures in 15 fields of the article, and knows all others', () => {
		expect(procedures).toHaveLength(281);
		expect(new Set(procedures.map(({ field }) => field))).toEqual(new Set(DEMO_FIELDS));
		expect(DEMO_FIELDS).toHaveLength(15);
		expect(procedures.filter(({ code }) => left.includes(code))).toEqual([]);
		expect(left.length).toBeGreaterThan(100);
	});
});

describe('the totals of the article', () => {
	const count = (is: (life: Life) => boolean) => lives.filter(is).length;
	/** Judged by the dates alone, not by what the plan says of itself. */
	const judge = ({ finishedAt, due }: Life) => Math.sign(dayOf(dateOf(finishedAt)) - dayOf(due));

	test('2,150 solved: 1,020 on their date, 1,130 before it, none after', () => {
		expect(lives).toHaveLength(2150);
		expect(count((life) => judge(life) === 0)).toBe(1020);
		expect(count((life) => judge(life) < 0)).toBe(1130);
		expect(count((life) => judge(life) > 0)).toBe(0);
		expect(count((life) => judge(life) < 0 !== (life.outcome === 'early'))).toBe(0);
	});

	test('22 came online', () => {
		expect(count(({ way }) => way === 'assisted' || way === 'phone')).toBe(22);
	});

	test('every other seed comes out at the same totals, with other lives', () => {
		const other = plan('two');
		expect(other.filter(({ outcome }) => outcome === 'early')).toHaveLength(1130);
		expect(other.map(({ receivedAt }) => receivedAt)).not.toEqual(
			lives.map(({ receivedAt }) => receivedAt)
		);
	});

	test('the same seed gives the same year to the minute', () => {
		expect(plan('one')).toEqual(lives);
	});

	test('more early ones than the procedures leave room for are refused', () => {
		const totals = { onTime: 0, early: 300, online: 0 };
		expect(() => planYear({ seed: 'one', totals, offices, procedures, calendar })).toThrow(
			RangeError
		);
	});
});

describe('every life', () => {
	test('is received and done inside the period, on working days and in office hours', () => {
		for (const { receivedAt, finishedAt, startedAt, asking, returnedAt } of lives)
			for (const minute of [
				receivedAt,
				finishedAt,
				startedAt,
				asking?.askedAt,
				asking?.broughtAt,
				asking?.repliedAt,
				returnedAt
			]) {
				if (minute === undefined) continue;
				const date = dateOf(minute);
				const time = timeOfMinute(minute).slice(11);
				expect(date >= '2021-01-01' && date <= '2021-08-17', date).toBe(true);
				expect([0, 6], date).not.toContain(weekdayOf(dayOf(date)));
				expect(calendar.off, date).not.toContain(date);
				expect(
					(time >= '07:00' && time < '11:30') || (time >= '13:30' && time < '17:00'),
					time
				).toBe(true);
			}
	});

	test('goes on in one direction, and what one desk does takes minutes', () => {
		for (const [index, life] of lives.entries()) {
			const moments = callsOfLife(life, index).map(({ at }) => at);
			expect(
				[...new Set(moments)].sort((a, b) => a - b),
				life.id
			).toEqual(moments);
		}
	});

	test('is due when the clock of the house says so', () => {
		for (const life of lives) {
			const { limit, procedure, receivedAt, asking } = life;
			const waits = asking?.stage === 'after' ? [asking] : [];
			const due = computeClock(
				{
					received: timeOfMinute(receivedAt),
					limit,
					policy: procedure.policy,
					supplements: waits.map(({ askedAt, broughtAt }) => [
						timeOfMinute(askedAt),
						timeOfMinute(broughtAt)
					])
				},
				calendar
			);
			expect(due, life.id).toMatchObject({ ok: true, dueDate: life.due });
			expect(life.due <= '2021-08-17').toBe(true);
		}
	});

	test('has ids and people of its own, and nobody who could be real', () => {
		expect(new Set(lives.map(({ id }) => id)).size).toBe(lives.length);
		for (const { person } of lives) {
			expect(person.citizenId).toMatch(/^00000000\d{4}$/);
			expect(person.phone ?? '0900000000').toMatch(/^090000\d{4}$/);
			expect(person.address).toContain(SIMULATED);
		}
		for (const { name } of offices) expect(name).toContain(SIMULATED);
	});

	test('has a field that its department is in charge of', () => {
		for (const { department, procedure, office } of lives) {
			expect(department.fields).toContain(procedure.field);
			expect(office.departments).toContain(department);
		}
	});
});

describe('the year as a whole', () => {
	const share = (is: (life: Life) => boolean) => lives.filter(is).length / lives.length;

	test('papers are asked for in nine of a hundred, most before receipt, the department within three working days', () => {
		expect(share(({ asking }) => asking !== undefined)).toBeCloseTo(0.09, 2);
		expect(share(({ asking }) => asking?.stage === 'before')).toBeGreaterThan(0.04);
		for (const { asking, receivedAt } of lives)
			if (asking?.stage === 'after') {
				const between = dayOf(dateOf(asking.askedAt)) - dayOf(dateOf(receivedAt));
				// Three working days, and Tết at the longest.
				expect(between).toBeLessThanOrEqual(3 + 2 + 5);
				expect(asking.broughtAt).toBeLessThan(asking.askedAt + 30 * 1440);
				expect(asking.until >= dateOf(asking.broughtAt)).toBe(true);
			}
	});

	test('every office, every field and every month has its share', () => {
		const receiving = offices.filter(({ receives }) => receives);
		for (const office of receiving)
			expect(share((life) => life.office === office)).toBeGreaterThan(0.03);
		for (const field of DEMO_FIELDS)
			expect(
				share(({ procedure }) => procedure.field === field),
				field
			).toBeGreaterThan(0.001);
		for (const month of ['01', '02', '03', '04', '05', '06', '07', '08'])
			expect(
				share(({ receivedAt }) => dateOf(receivedAt).slice(5, 7) === month),
				month
			).toBeGreaterThan(0.05);
	});

	test('Mondays are fuller than Fridays, and the weeks before Tết fuller than those after it', () => {
		const on = (weekday: number) =>
			share(({ receivedAt }) => weekdayOf(Math.floor(receivedAt / 1440)) === weekday);
		expect(on(1)).toBeGreaterThan(on(5) * 1.2);
		const between = (from: string, to: string) =>
			share(({ receivedAt }) => dateOf(receivedAt) >= from && dateOf(receivedAt) <= to);
		expect(between('2021-01-25', '2021-02-05')).toBeGreaterThan(
			between('2021-02-17', '2021-03-02') * 1.4
		);
	});

	test('some people have two matters in one sitting, some come another day', () => {
		const sittings = new Set(lives.map(({ visitId }) => visitId)).size;
		const people = new Set(lives.map(({ person }) => person.citizenId)).size;
		expect(lives.length - sittings).toBeGreaterThan(40);
		expect(sittings).toBeGreaterThan(people);
	});
});

describe('the calls', () => {
	test('are in the order of time, with one anchor for each day of the period', () => {
		const calls = callsOfYear(lives, dayOf('2021-01-01'), dayOf('2021-08-17'));
		expect(calls.map(({ at }) => at)).toEqual(calls.map(({ at }) => at).sort((a, b) => a - b));
		const anchors = calls.filter(({ caller }) => caller === 'worker');
		expect(anchors).toHaveLength(229);
		expect(dateOfDay(dayOf('2021-01-01') + 228)).toBe('2021-08-17');
	});

	test('each is made by somebody of the office whose role it is', () => {
		const roles: Record<string, string> = {
			file_at_desk: 'receiver',
			receive_dossier: 'receiver',
			resume_dossier: 'receiver',
			reply_supplement: 'receiver',
			return_result: 'receiver',
			settle_same_day: 'receiver',
			start_dossier: 'officer',
			finish_dossier: 'approver'
		};
		for (const [index, life] of lives.entries())
			for (const { caller, name } of callsOfLife(life, index)) {
				if (typeof caller === 'string') continue;
				expect(life.office.staff).toContain(caller.staff);
				const { roles: own, department } = caller.staff;
				if (roles[name]) expect(own, name).toContain(roles[name]);
				if (name === 'start_dossier' || name === 'finish_dossier')
					expect(department).toBe(life.department.id);
			}
	});
});
