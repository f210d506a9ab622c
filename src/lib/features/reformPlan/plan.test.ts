import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlanTask } from '$lib/domain/plan/Plan';
import { viPlan } from '$lib/i18n/viPlan';
import { changeWords } from './historyWords';
import { planHref, planPlace, reportHref } from './planPlace';
import { endOf, isShown, planRefusal, timeOf } from './planWords';
import { draftOf, reportErrors, reportNeedsReason, taskErrors, textOfDraft } from './taskDraft';

const now = new Date('2026-12-31T18:00:00Z');
const id = '00000000-0000-4000-8000-000000000001';
const task: PlanTask = {
	id,
	version: 2,
	heading: 'Cải cách thủ tục',
	title: 'Rà soát thủ tục đất đai',
	lead: 'Phòng Kinh tế',
	leadDepartmentId: id,
	coordinators: ['Công an xã', 'Đoàn xã'],
	from: '2026-01-01',
	to: '2026-06-30',
	timeWords: 'Quý I, II',
	deliverable: 'Báo cáo',
	status: 'running',
	evidence: '',
	doneOn: null,
	droppedReason: null,
	state: 'overdue',
	mayReport: true
};

describe('the address of a plan', () => {
	it.each([
		['', { year: 2027 }],
		['?nam=2025', { year: 2025 }],
		['?nam=25&viec=x', { year: 2027 }],
		[`?nam=2026&donvi=${id}&viec=${id}`, { year: 2026, agencyId: id, taskId: id }]
	])('%j names %j', (search, place) => {
		expect(planPlace(new URLSearchParams(search), now)).toEqual(place);
	});

	it('comes back as what it was made of', () => {
		const place = { year: 2026, agencyId: id, taskId: id };
		const href = planHref(place);
		expect(planPlace(new URL(href, 'http://xa.test').searchParams, now)).toEqual(place);
		expect(planHref({ year: 2026 }, '/nhap')).toBe('/can-bo/ke-hoach/nhap?nam=2026');
		expect(reportHref({ year: 2026 })).toBe('/in/ke-hoach/2026');
		expect(reportHref({ year: 2026, agencyId: id })).toBe(`/in/ke-hoach/2026?donvi=${id}`);
	});
});

describe('a task in words', () => {
	it('has the time of the plan and the days that count', () => {
		const days = '01/01/2026 – 30/06/2026';
		expect(timeOf(task)).toEqual({ words: 'Quý I, II', days });
		expect(timeOf({ ...task, timeWords: '1/1 - 30/6' })).toEqual({ words: '', days });
	});

	it.each([
		[{}, ''],
		[{ doneOn: '2026-05-02' }, 'ngày 02/05/2026'],
		[{ droppedReason: 'Cấp trên làm' }, 'Lý do: Cấp trên làm']
	])('%j ends as %j', (change, words) => expect(endOf({ ...task, ...change })).toBe(words));

	it.each([
		['overdue', true, 'all overdue open mine'],
		['running', false, 'all open'],
		['done', true, 'all'],
		['dropped', true, 'all']
	] as const)('%s, mine to report: %s, is kept by %s', (state, mayReport, kept) => {
		const keeps = Object.keys(viPlan.shows).filter((show) => isShown({ state, mayReport }, show));
		expect(keeps.join(' ')).toBe(kept);
	});
});

describe('the form of a task', () => {
	it('gives back what it was opened with', () => {
		const { heading, title, lead, leadDepartmentId, coordinators } = task;
		const { from, to, timeWords, deliverable } = task;
		const text = { heading, title, lead, leadDepartmentId, coordinators, from, to };
		expect(textOfDraft(draftOf(task, ''))).toEqual({ ...text, timeWords, deliverable });
	});

	it('starts under the last heading, and says what is missing', () => {
		const draft = draftOf(undefined, 'Cải cách thể chế');
		expect(draft.heading).toBe('Cải cách thể chế');
		expect(taskErrors(draft, true).map((one) => one.id)).toEqual([
			'task-title',
			'task-lead',
			'task-from',
			'task-to',
			'task-reason'
		]);
		expect(taskErrors(draftOf(task, ''), false)).toEqual([]);
		expect(taskErrors({ ...draftOf(task, ''), to: '2025-12-31' }, false)).toEqual([
			{ id: 'task-to', message: viPlan.wrong.to }
		]);
	});
});

describe('a report', () => {
	const report = { status: 'done' as const, evidence: 'BC 12', doneOn: '2026-05-02', reason: '' };

	it.each([
		[{}, []],
		[{ evidence: ' ' }, ['report-evidence']],
		[{ doneOn: '2026-05-04' }, ['report-done-on']],
		[{ doneOn: '' }, ['report-done-on']],
		[{ status: 'dropped' as const }, ['report-reason']],
		[{ status: 'dropped' as const, reason: 'Cấp trên làm' }, []]
	])('%j: %j', (change, ids) => {
		const errors = reportErrors({ ...report, ...change }, task, '2026-05-03');
		expect(errors.map((one) => one.id)).toEqual(ids);
	});

	it('needs a reason when it takes back what was said', () => {
		const done = { status: 'done' as const, doneOn: '2026-05-02' };
		expect(reportNeedsReason(report, done)).toBe(false);
		expect(reportNeedsReason({ ...report, doneOn: '2026-05-01' }, done)).toBe(true);
		expect(reportNeedsReason({ status: 'running', doneOn: '' }, done)).toBe(true);
		expect(reportNeedsReason({ status: 'running', doneOn: '' }, task)).toBe(false);
	});
});

it('tells a change as a person reads it, and leaves out what nobody reads', () => {
	const change = (name: string, before: string | null, after: string | null) => ({
		name,
		before,
		after
	});
	expect(
		changeWords({
			changes: [
				change('to_day', '2026-06-30', '2026-07-31'),
				change('status', 'planned', 'done'),
				change('coordinators', '[]', '["Công an xã", "Đoàn xã"]'),
				change('lead_department_id', id, null)
			]
		})
	).toEqual([
		'Đến ngày: 30/06/2026 → 31/07/2026',
		'Tình trạng: Chưa làm → Đã xong',
		'Phối hợp: trống → Công an xã; Đoàn xã'
	]);
});

it('has words for every refusal of the plan', () => {
	const folder = 'supabase/migrations';
	const sql = readdirSync(folder)
		.filter((file) => file.startsWith('20261130003'))
		.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
		.join('');
	const keys = [...sql.matchAll(/app\.fail\('PT4\d\d', '([a-z-]+)'\)/g)].map(([, key = '']) => key);
	expect(keys).toContain('plan-evidence');
	// Said as the session's end, or only when the console itself is at fault.
	const elsewhere = ['not-staff', 'request-malformed'];
	expect(keys.filter((key) => !(key in viPlan.refusals) && !elsewhere.includes(key))).toEqual([]);
	expect(planRefusal({ kind: 'conflict', key: 'version-stale' })).toBe(
		viPlan.refusals['version-stale']
	);
	expect(planRefusal({ kind: 'offline' })).toBe(viPlan.offline);
	expect(planRefusal({ kind: 'unknown' })).toBe(viPlan.unknown);
});
