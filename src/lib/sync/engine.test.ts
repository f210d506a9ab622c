import { describe, expect, it } from 'vitest';
import type { OutboxItem, SubmissionItem } from '$lib/domain/dossier/OutboxItem';
import { sha256Hex } from '$lib/domain/shared/sha256';
import { anId, anItem, MORNING } from '$lib/testing/builders';
import { createFakeServer } from '$lib/testing/fakeServer';
import { createLock } from '$lib/testing/lock';
import { createManualClock } from '$lib/testing/manualClock';
import { answersOf, createMemoryOutbox } from '$lib/testing/memoryOutbox';
import { createMemoryPages } from '$lib/testing/memoryPages';
import { createEngine, isDue, nextWakeUp } from './engine';

function aPhone(items: OutboxItem[] = [anItem()]) {
	const outbox = createMemoryOutbox(items);
	const server = createFakeServer();
	const clock = createManualClock(MORNING);
	const lock = createLock();
	const openTab = () =>
		createEngine({
			gateway: server.gateway,
			outbox,
			pages: createMemoryPages(),
			loadAnswerTalk: answersOf(outbox.answers, server.gateway),
			hash: sha256Hex,
			titleOf: async (code) => code,
			now: clock.now,
			random: () => 1,
			asLeader: lock.hold,
			setTimer: clock.setTimer
		});
	const opened = () => server.calls.flatMap(({ name, id }) => (name === 'open' ? [id] : []));
	return { outbox, server, clock, lock, openTab, opened };
}

/** A promise that is settled by hand. */
function aGate() {
	let open = () => {};
	const passed = new Promise<void>((resolve) => (open = resolve));
	return { passed, open };
}

const future = new Date(MORNING.getTime() + 60_000).toISOString();

describe('the engine', () => {
	it('does not send a row that was reopened while another was on the line', async () => {
		const { openTab, server, outbox } = aPhone([anItem(1), anItem(2)]);
		const send = server.gateway.openSubmission.bind(server.gateway);
		server.gateway.openSubmission = async (request) => {
			if (request.id === anId(1))
				await outbox.reopen(anId(2), { id: 'x', secret: 'y', updatedAt: MORNING.toISOString() });
			return send(request);
		};
		await openTab().run();
		expect([...outbox.dossiers.keys()]).toEqual([anId(1)]);
		expect([...outbox.drafts.keys()]).toEqual([anItem(2).draft.id]);
	});

	it('keeps one timer however often it is asked to run', async () => {
		const { openTab, clock } = aPhone([anItem(1, { nextAttemptAt: future })]);
		const engine = openTab();
		await engine.run();
		await engine.run();
		await engine.run();
		expect(clock.count()).toBe(1);
	});

	it('sends rows one after another, the oldest first', async () => {
		const { openTab, server, outbox } = aPhone([anItem(2), anItem(1), anItem(3)]);
		await openTab().run();
		expect(server.calls.map(({ name, id }) => `${name} ${id.slice(-1)}`)).toEqual([
			'open 1',
			'finalize 1',
			'open 2',
			'finalize 2',
			'open 3',
			'finalize 3'
		]);
		expect(outbox.rows.size).toBe(0);
		expect(outbox.dossiers.size).toBe(3);
	});

	it('lets no refused row hold up another, and never asks again for it', async () => {
		const { openTab, server, outbox, opened } = aPhone([anItem(1), anItem(2)]);
		server.refused.add(anId(1));
		await openTab().run();
		expect(outbox.rows.get(anId(1))).toMatchObject({
			state: 'quarantined',
			lastError: { kind: 'invalid', key: 'payload-invalid' }
		});
		expect([...outbox.dossiers.keys()]).toEqual([anId(2)]);
		await openTab().run('all');
		expect(opened()).toEqual([anId(1), anId(2)]);
	});

	it('leaves a resting row alone until it is due, unless all are asked for', async () => {
		const { openTab, opened, clock } = aPhone([anItem(1, { nextAttemptAt: future })]);
		const engine = openTab();
		await engine.run();
		expect(opened()).toEqual([]);
		expect(clock.nextIn()).toBe(60_000);
		await engine.run('all');
		expect(opened()).toEqual([anId(1)]);
	});

	it('wakes up by itself when the next row comes due', async () => {
		const { openTab, server, outbox, clock } = aPhone();
		server.weather = 'drop';
		const engine = openTab();
		await engine.run();
		expect(clock.nextIn()).toBe(2_000);
		server.weather = 'none';
		clock.advance(2_000);
		await engine.run();
		expect(outbox.dossiers.size).toBe(1);
		expect(clock.nextIn()).toBeUndefined();
	});

	it.each([
		['a held row', anItem(1, { state: 'held' }), 2],
		['a waiting row', anItem(1), 2],
		['a quarantined row', anItem(1, { state: 'quarantined' }), 0]
	])('asked for all: %s', async (_, item, calls) => {
		const { openTab, server } = aPhone([item]);
		await openTab().run('all');
		expect(server.calls).toHaveLength(calls);
	});

	it('goes round once more when asked during a run', async () => {
		const { openTab, server, outbox, opened } = aPhone([anItem(1)]);
		const gate = aGate();
		const open = server.gateway.openSubmission;
		server.gateway.openSubmission = async (request) => {
			if (request.id === anId(1)) await gate.passed;
			return open(request);
		};
		const engine = openTab();
		const first = engine.run();
		await outbox.add(anItem(2));
		const second = engine.run();
		gate.open();
		await Promise.all([first, second]);
		expect(opened()).toEqual([anId(1), anId(2)]);
		expect(outbox.rows.size).toBe(0);
	});

	it('remembers during a run that all rows were asked for', async () => {
		const { openTab, server, outbox, opened } = aPhone([anItem(1)]);
		const gate = aGate();
		const open = server.gateway.openSubmission;
		server.gateway.openSubmission = async (request) => {
			if (request.id === anId(1)) await gate.passed;
			return open(request);
		};
		const engine = openTab();
		const first = engine.run();
		await outbox.add(anItem(2, { nextAttemptAt: future }));
		const others = [engine.run('all'), engine.run('due')];
		gate.open();
		await Promise.all([first, ...others]);
		expect(opened()).toEqual([anId(1), anId(2)]);
	});

	it('never has two calls on the line, with two tabs and many triggers', async () => {
		const { openTab, server, outbox } = aPhone([anItem(1), anItem(2), anItem(3)]);
		let onTheLine = 0;
		let most = 0;
		const open = server.gateway.openSubmission;
		server.gateway.openSubmission = async (request) => {
			most = Math.max(most, (onTheLine += 1));
			await new Promise((resolve) => setImmediate(resolve));
			const answer = await open(request);
			onTheLine -= 1;
			return answer;
		};
		const [one, two] = [openTab(), openTab()];
		await Promise.all([one.run(), two.run('all'), one.run('all'), two.run()]);
		expect(most).toBe(1);
		expect(outbox.dossiers.size).toBe(3);
		expect(server.calls).toHaveLength(6);
	});

	it('has one run at a time also where the browser knows no locks', async () => {
		const { openTab, server, lock } = aPhone();
		lock.hold = (task) => task();
		const engine = openTab();
		await Promise.all([engine.run(), engine.run('all'), engine.run()]);
		expect(server.calls).toHaveLength(2);
	});

	it('does nothing while another tab leads', async () => {
		const { openTab, server, lock } = aPhone();
		const gate = aGate();
		const other = lock.hold(() => gate.passed);
		const run = openTab().run();
		await new Promise((resolve) => setImmediate(resolve));
		expect(server.calls).toEqual([]);
		gate.open();
		await Promise.all([other, run]);
		expect(server.calls).toHaveLength(2);
	});

	it('runs again after storage failed once', async () => {
		const { openTab, outbox } = aPhone();
		const list = outbox.list;
		outbox.list = async () => Promise.reject(new Error('storage is closed'));
		const engine = openTab();
		await expect(engine.run()).rejects.toThrow('storage is closed');
		outbox.list = list;
		await engine.run();
		expect(outbox.dossiers.size).toBe(1);
	});

	it('keeps an alarm while storage fails, also when the alarm itself meets the failure', async () => {
		const { openTab, outbox, clock } = aPhone();
		const list = outbox.list;
		outbox.list = async () => Promise.reject(new Error('storage is closed'));
		const engine = openTab();
		await expect(engine.run()).rejects.toThrow('storage is closed');
		for (let round = 0; round < 2; round += 1) {
			expect(clock.nextIn()).toBe(300_000);
			clock.advance(300_000);
			await expect(engine.run()).rejects.toThrow('storage is closed');
		}
		outbox.list = list;
		clock.advance(300_000);
		await engine.run();
		expect(outbox.dossiers.size).toBe(1);
		expect(clock.count()).toBe(0);
	});
});

describe('when a row is due', () => {
	const at = (ms: number) => new Date(MORNING.getTime() + ms).toISOString();

	it.each<[string, Partial<SubmissionItem>, 'due' | 'all', boolean]>([
		['its time has come', { nextAttemptAt: at(0) }, 'due', true],
		['its time is past', { nextAttemptAt: at(-1) }, 'due', true],
		['it rests', { nextAttemptAt: at(1) }, 'due', false],
		['it rests, all asked', { nextAttemptAt: at(1) }, 'all', true],
		['it is held, all asked', { state: 'held', nextAttemptAt: at(1) }, 'all', true],
		['it is held', { state: 'held', nextAttemptAt: at(0) }, 'due', true],
		['it is quarantined', { state: 'quarantined', nextAttemptAt: at(-1) }, 'all', false]
	])('%s', (_, change, reason, due) => expect(isDue(anItem(1, change), MORNING, reason)).toBe(due));

	it.each<[string, OutboxItem[], number | undefined]>([
		['no row', [], undefined],
		['only a quarantined row', [anItem(1, { state: 'quarantined' })], undefined],
		[
			'the earliest counts',
			[anItem(1, { nextAttemptAt: at(9_000) }), anItem(2, { nextAttemptAt: at(4_000) })],
			4_000
		],
		['never a busy loop', [anItem(1, { nextAttemptAt: at(-9_000) })], 250]
	])('next look: %s', (_, items, ms) => expect(nextWakeUp(items, MORNING)).toBe(ms));
});
