import { describe, expect, it, test, vi } from 'vitest';
import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { StaffCuts } from '$lib/data/ports/StaffCuts';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { CutsState } from './cutsState.svelte';
import { cutsOf, draftFaults, emptyDraft, readDraft } from './proposeDraft';
import { ProposeState } from './proposeState.svelte';
import { emptyStep, readStep, stepFaults, takeStep } from './stepDraft';
import { aProposal, aRegister, aSaving, someChoices } from './testProposal';

const today = '2026-11-26';
const conflict: AppError = { kind: 'conflict', key: 'version-stale' };

describe('a new proposal', () => {
	it('asks for what is ticked and known', () => {
		const draft = {
			...emptyDraft('1.001193'),
			papers: { a: 'paper-to-lookup', c: 'paper-to-lookup', gone: 'paper' } as const,
			databases: { a: '  CSDL   dân cư ' },
			limits: { 'in-person': '5', online: '1', post: '1' },
			steps: { 'Thẩm định': true, 'Đã bỏ': true }
		};
		expect(cutsOf(draft, someChoices())).toEqual([
			{ kind: 'paper-to-lookup', requirementId: 'a', database: 'CSDL dân cư' },
			{ kind: 'paper', requirementId: 'c' },
			{ kind: 'time', channel: 'in-person', to: { unit: 'working-day', value: 5 } },
			{ kind: 'step', name: 'Thẩm định' }
		]);
	});
	it('asks for no limit that is as long as the old one', () => {
		const draft = { ...emptyDraft('1.001193'), limits: { 'in-person': '7' } };
		expect(cutsOf(draft, someChoices())).toEqual([]);
	});
	test.each([
		['nothing', {}, ['cut-paper-a', 'cut-reason']],
		['no reason', { papers: { a: 'paper' } }, ['cut-reason']],
		['as long', { limits: { 'in-person': '7' }, reason: 'Vì thế' }, ['cut-limit-in-person']],
		['no number', { limits: { 'in-person': 'năm' }, reason: 'Vì thế' }, ['cut-limit-in-person']],
		['none', { limits: { 'in-person': '0' }, reason: 'Vì thế' }, ['cut-limit-in-person']],
		['right', { limits: { 'in-person': '6' }, reason: 'Vì thế' }, []]
	] as const)('%s', (_, more, ids) => {
		const faults = draftFaults({ ...emptyDraft('1.001193'), ...more }, someChoices());
		expect(faults.map(({ id }) => id)).toEqual(ids);
	});
	it('takes up what was kept, and nothing damaged', () => {
		const draft = { ...emptyDraft('1.001193'), papers: { a: 'paper' as const }, reason: 'Vì' };
		expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
		expect(readDraft({ code: 'x', papers: { a: 'all' }, limits: 3, reason: null })).toEqual(
			emptyDraft('x')
		);
		expect(readDraft({ papers: {} })).toBeUndefined();
		expect(readDraft(null)).toBeUndefined();
	});
});

/** The form over a store and a server of which only the given answers exist; what is asked is written down. */
function aForm(answers: Result<string>[] = [], kept?: ReturnType<typeof emptyDraft>) {
	const asked: unknown[] = [];
	const rows = new Map<string, unknown>(kept ? [[`cuts:new:${kept.code}`, kept]] : []);
	const store: DeskStore = {
		load: async (key) => rows.get(key),
		loadAll: async (prefix) => [...rows].filter(([key]) => key.startsWith(prefix)),
		save: (key, value) => void rows.set(key, value),
		forget: (key) => void rows.delete(key)
	};
	const port = {
		preview: async (request: unknown) => {
			asked.push(request);
			return ok(someChoices({ savings: aSaving({ papers: asked.length }) }));
		},
		propose: async (request: unknown) => {
			asked.push(request);
			return answers.shift() ?? ok('p9');
		}
	} as unknown as StaffCuts;
	let ids = 0;
	const form = new ProposeState(
		{ loadCuts: async () => port, watch: (answer) => answer, newId: () => `id-${(ids += 1)}` },
		store
	);
	return { form, asked, rows };
}
const address = { page: 'new', code: '1.001193', papers: ['a'], steps: [] } as const;

describe('the form', () => {
	it('begins with what the address names, and counts it', async () => {
		const { form, asked } = aForm();
		await form.begin(address);
		expect(asked).toEqual([
			{ procedureCode: '1.001193', cuts: [] },
			{ procedureCode: '1.001193', cuts: [{ kind: 'paper', requirementId: 'a' }] }
		]);
		expect(form.savings?.papers).toBe(2);
		expect(form.counting).toBe(false);
	});
	it('goes on with what was kept of this procedure, not of another', async () => {
		const kept = { ...emptyDraft('1.001193'), reason: 'Đã viết' };
		const same = aForm([], kept);
		await same.form.begin(address);
		expect(same.form.draft.reason).toBe('Đã viết');
		const other = aForm([], { ...kept, code: '2.000815' });
		await other.form.begin(address);
		expect(other.form.draft).toMatchObject({ code: '1.001193', reason: '' });
		other.form.keep();
		expect([...other.rows.keys()]).toEqual(['cuts:new:2.000815', 'cuts:new:1.001193']);
		const any = aForm([], kept);
		await any.form.begin({ ...address, code: '', papers: [] });
		expect(any.form.draft).toMatchObject({ code: '1.001193', reason: 'Đã viết' });
	});
	it('about another procedure takes up what was begun of that, else keeps the reason', async () => {
		const { form, rows } = aForm([], { ...emptyDraft('2.000815'), reason: 'Cũ' });
		await form.begin(address);
		form.draft.reason = 'Mới';
		form.keep();
		await form.pick('');
		await form.pick('1.000894');
		expect(form.draft).toMatchObject({ code: '1.000894', papers: {}, reason: 'Mới' });
		await form.pick('2.000815');
		expect(form.draft.reason).toBe('Cũ');
		expect(rows.get('cuts:new:1.001193')).toMatchObject({ papers: { a: 'paper' } });
	});
	it('counts once the hand rests, and keeps at once', async () => {
		vi.useFakeTimers();
		const { form, asked, rows } = aForm();
		await form.begin(address);
		asked.length = 0;
		form.draft.steps['Thẩm định'] = true;
		form.changed();
		form.changed();
		expect(rows.get('cuts:new:1.001193')).toMatchObject({ steps: { 'Thẩm định': true } });
		expect(asked).toHaveLength(0);
		await vi.advanceTimersByTimeAsync(400);
		expect(asked).toHaveLength(1);
		vi.useRealTimers();
	});
	it('is one request until it is answered; what was typed survives, and is forgotten when recorded', async () => {
		const { form, asked, rows } = aForm([fail({ kind: 'offline' }), ok('p1')]);
		await form.begin(address);
		form.draft.reason = 'Không ai dùng';
		form.keep();
		asked.length = 0;
		expect(await form.submit()).toBeUndefined();
		expect(form.refusal?.kind).toBe('offline');
		expect(rows.has('cuts:new:1.001193')).toBe(true);
		expect(await form.submit()).toBe('p1');
		expect(asked[0]).toEqual(asked[1]);
		expect(asked[0]).toMatchObject({ versionId: 'v2', actionId: 'id-1', reason: 'Không ai dùng' });
		expect(rows.has('cuts:new:1.001193')).toBe(false);
	});
	it('reads anew what the procedure offers when another version came meanwhile', async () => {
		const { form, asked } = aForm([fail(conflict)]);
		await form.begin(address);
		form.draft.reason = 'Không ai dùng';
		asked.length = 0;
		expect(await form.submit()).toBeUndefined();
		expect(asked).toHaveLength(2);
		expect(form.draft.papers).toEqual({ a: 'paper' });
	});
});

describe('a step', () => {
	const sent = { body: 'Sở Tư pháp', number: '12', on: '2026-11-22' };
	const proposal = aProposal({ state: 'sent', sent, version: 2, may: ['reply', 'withdraw'] });
	const empty = emptyStep(proposal, today);
	test.each([
		['send', {}, ['cut-body', 'cut-number']],
		['send', { body: 'Sở', number: '1' }, ['cut-body']],
		['reply', {}, ['cut-agrees', 'cut-number']],
		['reply', { agrees: 'yes', number: '1', on: '2026-11-21' }, ['cut-on']],
		['reply', { agrees: 'yes', number: '1', on: '2026-11-27' }, ['cut-on']],
		['reply', { agrees: 'yes', number: '1', on: '' }, ['cut-on']],
		['reply', { agrees: 'yes', number: '1', on: '2026-11-2' }, ['cut-on']],
		['reply', { agrees: 'yes', number: '1', on: '2026-11-22' }, []],
		['decide', {}, ['cut-decision', 'cut-number']],
		['decide', { decision: 'accept', number: '9', accepted: [false, false] }, ['cut-accepted-0']],
		['decide', { decision: 'reject', number: '9', accepted: [false, false] }, []],
		['withdraw', { reason: 'x' }, ['cut-reason']]
	] as const)('%s %o', (action, more, ids) => {
		const draft = { ...empty, ...more, accepted: [...('accepted' in more ? more.accepted : [])] };
		expect(stepFaults(action, draft, proposal, today).map(({ id }) => id)).toEqual(ids);
	});
	it('is taken up again, and nothing damaged', () => {
		const kept = { ...empty, number: '88', accepted: [false, true] };
		expect(readStep(JSON.parse(JSON.stringify(kept)), empty)).toEqual(kept);
		expect(readStep({ number: 5, accepted: 'all' }, empty)).toEqual(empty);
		expect(readStep(undefined, empty)).toBe(empty);
	});

	/** The register over a server that writes down what it is asked. */
	function aState(answers: Result<object>[]) {
		const asked: [string, unknown][] = [];
		const record = (name: string) => async (request: unknown) => {
			asked.push([name, request]);
			return answers.shift() ?? ok({});
		};
		const port = {
			register: async (request: unknown) => {
				asked.push(['register', request]);
				return ok(aRegister([proposal]));
			},
			...Object.fromEntries(
				['send', 'noteReply', 'decide', 'withdraw'].map((name) => [name, record(name)])
			)
		} as unknown as StaffCuts;
		let ids = 0;
		const cuts = new CutsState({
			loadCuts: async () => port,
			watch: (answer) => answer,
			newId: () => `id-${(ids += 1)}`
		});
		return { cuts, asked };
	}

	it('says the version on screen, is one request until it is answered, and then reads what is new', async () => {
		const { cuts, asked } = aState([fail({ kind: 'offline' })]);
		await cuts.open({ state: 'sent' });
		const draft = { ...empty, agrees: 'partly', number: ' 88/STP ', summary: ' Được  ' };
		expect(await takeStep(cuts, 'reply', draft, proposal)).toBe(false);
		expect(cuts.refusal?.kind).toBe('offline');
		expect(await takeStep(cuts, 'reply', draft, proposal)).toBe(true);
		const said = {
			number: '88/STP',
			on: today,
			agrees: 'partly',
			summary: 'Được',
			actionId: 'id-1',
			proposalId: 'p1',
			expectedVersion: 2
		};
		expect(asked).toEqual([
			['register', { state: 'sent' }],
			['noteReply', said],
			['noteReply', said],
			['register', { state: 'sent' }]
		]);
		expect(cuts.done?.action).toBe('reply');
	});
	it('sends of a decision only what belongs to it', async () => {
		const { cuts, asked } = aState([]);
		const draft = { ...empty, number: '9', accepted: [false, true] };
		await takeStep(cuts, 'decide', { ...draft, decision: 'accept' }, proposal);
		await takeStep(cuts, 'decide', { ...draft, decision: 'reject' }, proposal);
		const decided = asked.filter(([name]) => name === 'decide').map(([, request]) => request);
		expect(decided[0]).toMatchObject({ decision: 'accept', accepted: [1] });
		expect(decided[1]).not.toHaveProperty('accepted');
		await takeStep(cuts, 'send', { ...draft, body: 'Sở Tư pháp' }, proposal);
		await takeStep(cuts, 'withdraw', { ...draft, reason: 'Tính lại' }, proposal);
		expect(asked.some(([name]) => name === 'send')).toBe(true);
		expect(asked.at(-2)).toMatchObject(['withdraw', { reason: 'Tính lại' }]);
	});
	it('after a conflict shows what somebody else wrote', async () => {
		const { cuts, asked } = aState([fail(conflict)]);
		await cuts.open({ proposalId: 'p1' });
		expect(await takeStep(cuts, 'withdraw', { ...empty, reason: 'Thôi vậy' }, proposal)).toBe(
			false
		);
		expect(asked.map(([name]) => name)).toEqual(['register', 'withdraw', 'register']);
		expect(cuts.refusal?.key).toBe('version-stale');
	});
});
