import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '$lib/domain/shared/sha256';
import { anId, anItem, aSecret, MORNING } from '$lib/testing/builders';
import { createFakeServer, type Fault } from '$lib/testing/fakeServer';
import { createLock } from '$lib/testing/lock';
import { createManualClock } from '$lib/testing/manualClock';
import { createMemoryOutbox } from '$lib/testing/memoryOutbox';
import { createEngine, type Engine } from './engine';

const SEED = Number(process.env.SEED ?? 20261123);
const SEQUENCES = 1_500;

/** What may happen to a phone, in any order. */
type Command =
	| { do: 'add'; refused: boolean }
	| { do: 'weather'; weather: Fault }
	| { do: 'faults'; faults: Fault[] }
	| { do: 'tick'; seconds: number }
	| { do: 'button'; tab: number }
	| { do: 'correct'; which: number };

const fault = fc.oneof(
	fc.constantFrom<Fault>('drop', 'lose', 'crash', 'none'),
	fc.constantFrom<Fault>(
		{ kind: 'offline' },
		{ kind: 'unknown' },
		{ kind: 'invalid' },
		{ kind: 'unauthorized' },
		{ kind: 'throttled' },
		{ kind: 'outdated', key: 'protocol' }
	)
);

const command: fc.Arbitrary<Command> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('add' as const),
			refused: fc.integer({ min: 0, max: 9 }).map((n) => n === 0)
		})
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('weather' as const),
			weather: fc.constantFrom<Fault>(
				'none',
				'drop',
				'lose',
				{ kind: 'offline' },
				{ kind: 'unknown' }
			)
		})
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('faults' as const),
			faults: fc.array(fault, { minLength: 1, maxLength: 4 })
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('tick' as const),
			seconds: fc.integer({ min: 1, max: 400 })
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('button' as const),
			tab: fc.integer({ min: 0, max: 1 })
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat({ max: 9 }) })
	}
);

function aWorld() {
	const outbox = createMemoryOutbox();
	const server = createFakeServer();
	const clock = createManualClock(MORNING);
	const lock = createLock();
	const running = new Set<Promise<void>>();
	const tabs = [openTab(0), openTab(1)];
	const added = new Set<string>();
	let random = 0;
	let numbers = 0;

	function openTab(index: number): Engine {
		return createEngine({
			gateway: server.gateway,
			outbox,
			hash: sha256Hex,
			titleOf: async (code) => code,
			now: clock.now,
			random: () => (random = (random + 0.37) % 1),
			asLeader: lock.hold,
			// A timer of a tab that was closed in between fires in the tab that took its place.
			setTimer: (_, ms) => clock.setTimer(() => start(index, 'due'), ms)
		});
	}

	function start(index: number, reason: 'due' | 'all'): void {
		const run = (tabs[index] ?? openTab(index)).run(reason).catch(() => {
			// The tab died in the middle of a call; its place is taken by a new one.
			tabs[index] = openTab(index);
			start(index, 'due');
		});
		running.add(run);
		void run.finally(() => running.delete(run));
	}

	async function settle(): Promise<void> {
		while (running.size > 0) await Promise.all(running);
	}

	async function play(step: Command): Promise<void> {
		if (step.do === 'add') {
			const item = anItem((numbers += 1), { nextAttemptAt: clock.now().toISOString() });
			added.add(item.payload.subject);
			if (step.refused) server.refused.add(item.id);
			await outbox.add(item);
			start(0, 'all');
		} else if (step.do === 'weather') server.weather = step.weather;
		else if (step.do === 'faults') server.faults.push(...step.faults);
		else if (step.do === 'tick') clock.advance(step.seconds * 1_000);
		else if (step.do === 'button') start(step.tab, 'all');
		else {
			// The citizen opens a refused or unsent dossier again and files it anew.
			const row = (await outbox.list())[step.which];
			const fresh = {
				id: anId((numbers += 1)),
				secret: aSecret(numbers),
				updatedAt: clock.now().toISOString()
			};
			const draft = row && (await outbox.reopen(row.id, fresh));
			if (!row || !draft) return;
			const again = { ...row, id: draft.id, secret: draft.secret, draft };
			await outbox.add({ ...again, state: 'waiting', openSent: false, attempts: 0 });
			start(0, 'all');
		}
		await settle();
	}

	/** The line is good again and time passes, until nothing moves any more. */
	async function calm(): Promise<void> {
		server.weather = 'none';
		server.faults = [];
		start(0, 'all');
		await settle();
		for (let round = 0; round < 50 && clock.nextIn() !== undefined; round += 1) {
			clock.advance(clock.nextIn() ?? 0);
			await settle();
		}
	}

	return { outbox, server, added, play, calm };
}

describe(`the engine under any weather (seed ${SEED}, ${SEQUENCES} sequences)`, () => {
	it('sends every dossier once, or keeps it with the reason', async () => {
		let sent = 0;
		let kept = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 25 }), async (steps) => {
				const { outbox, server, added, play, calm } = aWorld();
				for (const step of steps) {
					await play(step);
					// At no moment is a dossier nowhere, or in two places of this phone.
					expect(outbox.rows.size + outbox.dossiers.size).toBe(added.size);
				}
				await calm();
				const rows = [...outbox.rows.values()];
				const dossiers = [...outbox.dossiers.values()];
				expect(rows.filter((row) => row.state !== 'quarantined')).toEqual([]);
				expect(rows.filter((row) => !row.lastError?.key)).toEqual([]);
				const subjects = [
					...rows.map((row) => row.payload.subject),
					...dossiers.map((one) => one.subject)
				];
				expect(new Set(subjects)).toEqual(added);
				const receipts = [...server.submissions].filter(([, one]) => one.receipt);
				expect(receipts.map(([id]) => id).sort()).toEqual([...outbox.dossiers.keys()].sort());
				expect(new Set(receipts.map(([, one]) => one.subject)).size).toBe(receipts.length);
				for (const one of dossiers)
					expect(one.receipt).toEqual(server.submissions.get(one.id)?.receipt);
				sent += dossiers.length;
				kept += rows.length;
			}),
			{ seed: SEED, numRuns: SEQUENCES }
		);
		console.info(
			`engine: seed ${SEED}, ${SEQUENCES} sequences, ${sent} sent, ${kept} refused and kept`
		);
		expect(sent).toBeGreaterThan(SEQUENCES);
		expect(kept).toBeGreaterThan(0);
	}, 30_000);
});
