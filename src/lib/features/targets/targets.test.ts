import { describe, expect, it, test } from 'vitest';
import type { StaffTargets } from '$lib/data/ports/StaffTargets';
import type { Target, TargetSheet } from '$lib/domain/report/Target';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { viTargets } from '$lib/i18n/viTargets';
import { readTargetAddress, targetHref, yearChoices } from './targetAddress';
import { TargetsState } from './targetsState.svelte';
import { unitsOf, versionInForce } from './targetUnits';
import { pastLine, standingWords, targetRefusal, targetTrace } from './targetWords';

const target = (more: Partial<Target> = {}): Target => ({
	id: 't1',
	departmentId: null,
	kind: 'online',
	percent: 5,
	state: 'approved',
	note: null,
	version: 2,
	replaced: false,
	own: false,
	proposedBy: 'Lê Thị Đào',
	proposedAt: '2021-01-11T09:00',
	decidedBy: 'Trần Văn Trưởng',
	decidedAt: '2021-01-15T10:00',
	reason: null,
	actual: { part: 22, n: 2150 },
	lately: { part: 1, n: 240 },
	unknownLevel: null,
	...more
});
const sheetOf = (targets: Target[]): TargetSheet => ({
	year: 2021,
	today: '2021-08-17',
	judgedAt: '2021-08-17T17:00',
	latelyFrom: '2021-07-19',
	agency: { id: 'a', name: 'Một cửa' },
	agencies: 1,
	below: [],
	proposes: { agency: true, departments: ['d1', 'd2'] },
	decides: true,
	approvesOwn: false,
	departments: [
		{ id: 'd1', name: 'Kinh tế' },
		{ id: 'd2', name: 'Tư pháp' }
	],
	targets
});
const when = { year: 2021, today: '2021-08-17' };

describe('how it stands, in words', () => {
	it('the article: 22 of 2,150 with a target of 5 %', () => {
		expect(standingWords(target(), when)).toEqual({
			mark: 'Còn thấp',
			tone: 'warning',
			lines: [
				'Đã đạt 1,0 % (22/2.150 hồ sơ đã nhận).',
				'Còn thiếu 86 hồ sơ trực tuyến để đạt 5 %, tính trên số hồ sơ đã nhận đến nay. Hạn: hết ngày 31/12/2021, còn 136 ngày.',
				'Riêng 30 ngày gần đây: 0,4 % (1/240).'
			]
		});
	});
	test.each([
		['on the way', { lately: { part: 24, n: 240 } }, when, 'Đang tiến gần', /10,0 % \(24\/240\)/],
		[
			'reached',
			{ actual: { part: 5, n: 100 } },
			when,
			'Đang đạt',
			/5,0 % \(5\/100 hồ sơ đã nhận\)/
		],
		[
			'over, reached',
			{ actual: { part: 5, n: 100 } },
			{ ...when, today: '2022-01-01' },
			'Đạt',
			/5,0 %/
		],
		['over, missed', {}, { ...when, today: '2022-01-01' }, 'Không đạt', /Hết năm vẫn thiếu 86 /],
		['the last day', {}, { ...when, today: '2021-12-31' }, 'Còn thấp', /Hạn: hết hôm nay, 31\/12/],
		['nothing yet', { actual: { part: 0, n: 0 } }, when, 'Chưa có hồ sơ', /^Chưa có hồ sơ đã nhận/],
		['not measured', { actual: null }, when, 'Chưa có số liệu', /Chưa có số liệu đánh giá/],
		['level 4', { kind: 'online-full' }, when, 'Còn thấp', /86 hồ sơ trực tuyến mức độ 4 /],
		[
			'toàn trình',
			{ kind: 'online-full' },
			{ year: 2026, today: '2026-08-17' },
			'Còn thấp',
			/86 hồ sơ trực tuyến toàn trình /
		],
		[
			'unknown levels',
			{ kind: 'online-full', unknownLevel: 3 },
			when,
			'Còn thấp',
			/3 hồ sơ trực tuyến thuộc thủ tục chưa ghi mức độ/
		],
		[
			'on time',
			{ kind: 'on-time', percent: 95, actual: { part: 18, n: 20 } },
			when,
			'Còn thấp',
			/20 hồ sơ tới đều phải kịp hạn thì mới đạt 95 %/
		],
		[
			'never again',
			{ kind: 'on-time', percent: 100, actual: { part: 18, n: 20 } },
			when,
			'Còn thấp',
			/Không đạt 100 % được nữa: đã có 2 hồ sơ quá hạn/
		]
	] as const)('%s', (_name, more, moment, mark, line) => {
		const said = standingWords(target(more), moment);
		expect(said.mark).toBe(mark);
		expect(said.lines.join('\n')).toMatch(new RegExp(line.source, 'm'));
		expect(said.lines.join()).not.toContain('undefined');
	});
	it('who and when, and that it was written down afterwards', () => {
		expect(targetTrace(target(), 2021)).toBe(
			'Lê Thị Đào đăng ký ngày 11/01/2021, Trần Văn Trưởng duyệt ngày 15/01/2021.'
		);
		const late = target({ proposedAt: '2022-01-05T09:00', proposedBy: null, state: 'proposed' });
		expect(targetTrace(late, 2021)).toBe('Đăng ký ngày 05/01/2022. Ghi lại sau khi đã hết năm.');
	});
	it('what was before', () => {
		expect(pastLine(target({ replaced: true }))).toBe('5 %: đã thay, 15/01/2021.');
		expect(pastLine(target({ state: 'returned', percent: 5.5, reason: 'Thấp quá' }))).toBe(
			'5,5 %: bị trả lại, 15/01/2021. Lý do: Thấp quá'
		);
	});
	it('levels are called as they were then', () => {
		expect(viTargets.kind('online', 2021)).toContain('mức độ 3 và 4');
		expect(viTargets.kind('online', 2022)).toContain('toàn trình');
	});
});

describe('the units of a sheet', () => {
	const sheet = sheetOf([
		target({ id: 'old', replaced: true, version: 3, proposedAt: '2021-01-02T09:00' }),
		target({ id: 'now', percent: 6 }),
		target({ id: 'next', percent: 7, state: 'proposed', version: 1 }),
		target({ id: 'gone', state: 'withdrawn', proposedAt: '2021-02-02T09:00' }),
		target({ id: 'first', departmentId: 'd2', kind: 'on-time', state: 'proposed', version: 1 })
	]);
	it('tell what is in force, what waits, and what was', () => {
		const units = unitsOf(sheet);
		expect(units.map(({ name, rows }) => [name, rows.length])).toEqual([
			['Toàn cơ quan', 1],
			['Kinh tế', 0],
			['Tư pháp', 1]
		]);
		const row = units[0]?.rows[0];
		expect([row?.inForce?.id, row?.open?.id, row?.before.map(({ id }) => id)]).toEqual([
			'now',
			'next',
			['gone', 'old']
		]);
	});
	it('and which version a proposal replaces', () => {
		expect(versionInForce(sheet, null, 'online')).toBe(2);
		expect(versionInForce(sheet, 'd2', 'on-time')).toBe(0);
	});
});

describe('the address', () => {
	test.each([
		['', { year: 2026 }],
		['?nam=2021&co-quan=a', { year: 2021, agencyId: 'a' }],
		['?nam=21', { year: 2026 }]
	])('%s', (search, address) => expect(readTargetAddress(search, '2026-11-26')).toEqual(address));
	it('goes back and forth, and its year can be chosen', () => {
		const address = { year: 2018, agencyId: 'a' };
		expect(readTargetAddress(targetHref(address).slice('/can-bo/chi-tieu'.length), 'x')).toEqual(
			address
		);
		expect(yearChoices('2026-11-26', 2026)).toEqual([2027, 2026, 2025, 2024, 2023, 2022, 2021]);
		expect(yearChoices('2026-11-26', 2018).at(-1)).toBe(2018);
	});
});

/** Targets over a server of which only the given calls exist; what is asked is written down. */
function aState(answers: Result<null>[]) {
	const asked: unknown[] = [];
	let ids = 0;
	const change = async (request: unknown) => {
		asked.push(request);
		return answers.shift() ?? ok(null);
	};
	const port: StaffTargets = {
		sheet: async (request) => {
			asked.push(request);
			return ok(sheetOf([target()]));
		},
		propose: change,
		decide: change,
		withdraw: change
	};
	const state = new TargetsState({
		loadTargets: async () => port,
		watch: (answer) => answer,
		newId: () => `id-${(ids += 1)}`
	});
	return { state, asked };
}

describe('a change', () => {
	const offline: AppError = { kind: 'offline' };
	it('replaces the version on screen, is the same one until it is answered, and then shows what is new', async () => {
		const { state, asked } = aState([fail(offline), ok(null), ok(null)]);
		await state.open({ year: 2021 });
		const wanted = { departmentId: null, kind: 'online', percent: 8 } as const;
		expect(await state.propose(wanted)).toBe(false);
		expect(state.refusal).toEqual(offline);
		expect(await state.propose(wanted)).toBe(true);
		expect(state.done).toBe('proposed');
		await state.propose(wanted);
		const sent = { ...wanted, year: 2021, expectedVersion: 2 };
		expect(asked).toEqual([
			{ year: 2021 },
			{ ...sent, actionId: 'id-1' },
			{ ...sent, actionId: 'id-1' },
			{ year: 2021 },
			{ ...sent, actionId: 'id-2' },
			{ year: 2021 }
		]);
	});
	it('that came too late shows the newer sheet and says so', async () => {
		const { state, asked } = aState([fail({ kind: 'conflict', key: 'version-stale' })]);
		await state.open({ year: 2021 });
		expect(await state.decide(target(), 'return', 'Thấp quá')).toBe(false);
		expect(asked).toEqual([
			{ year: 2021 },
			{
				targetId: 't1',
				expectedVersion: 2,
				reason: 'Thấp quá',
				decision: 'return',
				actionId: 'id-1'
			},
			{ year: 2021 }
		]);
		expect(state.refusal && targetRefusal(state.refusal)).toMatch(/vừa sửa trước bạn/);
		expect(state.done).toBeUndefined();
	});
	it('of another year does not happen to this one', async () => {
		const { state } = aState([]);
		await state.open({ year: 2021 });
		await state.withdraw(target());
		expect(state.done).toBe('withdrawn');
		await state.open({ year: 2020 });
		expect(state.done).toBeUndefined();
	});
});
