import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import { isDone, type Chain } from '$lib/domain/intake/Chain';
import type { Step, StepAnswer } from '$lib/domain/intake/Step';
import { emptyForm } from '$lib/domain/intake/IntakeForm';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { createLock } from '$lib/testing/lock';
import { createManualClock } from '$lib/testing/manualClock';
import { createMemoryQueue } from '$lib/testing/memoryDesk';
import { createChainSender, type ChainContext } from './sendChains';

const MORNING = new Date('2026-11-23T02:00:00Z');
const KINDS: Step['kind'][][] = [
	['file', 'receive'],
	['file', 'supplement'],
	['file', 'refuse'],
	['file', 'receive', 'settle']
];

/** A matter with made-up content; only kinds, ids and order count here. */
function aChain(n: number, kinds: Step['kind'][]): Chain {
	const steps = kinds.map((kind) =>
		kind === 'file'
			? { kind, request: { actionId: `${n}-file`, dossierId: `d${n}` } }
			: { kind, actionId: `${n}-${kind}`, content: {} }
	) as Step[];
	return {
		id: `d${n}`,
		visitId: 'v',
		madeAt: new Date(MORNING.getTime() + n).toISOString(),
		procedure: 'Khai sinh',
		person: 'Lò Thị Mai',
		outcome: 'receive',
		steps,
		answers: [],
		attempts: 0,
		nextAttemptAt: MORNING.toISOString(),
		refusal: null,
		form: emptyForm('v')
	};
}

/** What happens to one call: it goes well, it never arrives, or it arrives and its answer is lost. */
type Fate = 'well' | 'never' | 'lost' | 'throws';
const offline: AppError = { kind: 'offline' };

/** The office: each action id once, the version it expects, the answer again when asked again. */
function createOffice(fates: Fate[], refusals: Record<string, AppError> = {}) {
	const versions = new Map<string, number>();
	const answers = new Map<string, object>();
	const happened: string[] = [];

	async function act(
		actionId: string,
		dossierId: string,
		expected: number,
		make: (version: number) => object
	): Promise<Result<never>> {
		const fate = fates.shift() ?? 'well';
		if (fate === 'throws') throw new Error('a lost chunk');
		if (fate === 'never') return { ok: false, error: offline };
		const refusal = refusals[actionId];
		if (refusal) return { ok: false, error: refusal };
		if (!answers.has(actionId)) {
			const version = versions.get(dossierId) ?? 0;
			if (version !== expected)
				return { ok: false, error: { kind: 'conflict', key: 'version-stale' } };
			versions.set(dossierId, version + 1);
			answers.set(actionId, make(version + 1));
			happened.push(actionId);
		}
		if (fate === 'lost') return { ok: false, error: offline };
		return { ok: true, value: answers.get(actionId) as never };
	}

	const desk = {
		fileAtDesk: (request) =>
			act(request.actionId, request.dossierId, 0, (version) => ({ reference: 'N-1', version })),
		receive: (request) =>
			act(request.actionId, request.dossierId, request.expectedVersion, () => ({
				code: 'H99-1',
				dueDate: '2026-11-24',
				due: null,
				slipId: 's'
			})),
		requestSupplement: (request) =>
			act(request.actionId, request.dossierId, request.expectedVersion, () => ({
				slipId: 's',
				number: '1'
			})),
		refuse: (request) =>
			act(request.actionId, request.dossierId, request.expectedVersion, () => ({
				slipId: 's',
				number: '1'
			})),
		settle: (request) =>
			act(request.actionId, request.dossierId, request.expectedVersion, () => ({
				fees: [],
				total: 27000
			}))
	} satisfies ChainContext['desk'] & Partial<StaffDesk>;
	return { desk, happened };
}

function createPc(office: ReturnType<typeof createOffice>) {
	const queue = createMemoryQueue();
	const clock = createManualClock(MORNING);
	const lock = createLock();
	const errors: AppError[] = [];
	const open = (desk = office.desk, wrapped = queue) =>
		createChainSender({
			queue: wrapped,
			desk,
			now: clock.now,
			random: () => 0.5,
			asLeader: (task) => lock.hold(task),
			setTimer: clock.setTimer,
			onerror: (error) => errors.push(error)
		});
	return { queue, clock, errors, open };
}

describe('a matter', () => {
	it.each(KINDS.map((kinds) => [kinds]))('goes step by step: %j', async (steps) => {
		const office = createOffice([]);
		const pc = createPc(office);
		await pc.queue.add(aChain(1, steps));
		await pc.open().run();
		expect(office.happened).toEqual(steps.map((kind) => `1-${kind}`));
		const [chain] = await pc.queue.list();
		expect(chain?.answers.map((answer: StepAnswer) => answer.kind)).toEqual(steps);
	});

	it('waits without a line and goes by itself when the pause is over', async () => {
		const office = createOffice(['never']);
		const pc = createPc(office);
		await pc.queue.add(aChain(1, ['file', 'receive']));
		await pc.open().run();
		expect(office.happened).toEqual([]);
		expect(pc.clock.nextIn()).toBeLessThanOrEqual(5 * 60_000);
		pc.clock.advance(5 * 60_000);
		await settled(pc.queue);
		expect(office.happened).toEqual(['1-file', '1-receive']);
	});

	it('never rests longer than five minutes, however often it failed', async () => {
		const office = createOffice(Array<Fate>(40).fill('never'));
		const pc = createPc(office);
		await pc.queue.add(aChain(1, ['file', 'receive']));
		const sender = pc.open();
		for (let round = 0; round < 40; round += 1) {
			await sender.run('all');
			expect(pc.clock.nextIn()).toBeLessThanOrEqual(5 * 60_000);
		}
	});

	it('that is refused stays with its reason and holds up no other', async () => {
		const office = createOffice([], {
			'1-receive': { kind: 'invalid', key: 'department-unknown' }
		});
		const pc = createPc(office);
		await pc.queue.add(aChain(1, ['file', 'receive']));
		await pc.queue.add(aChain(2, ['file', 'refuse']));
		const sender = pc.open();
		await sender.run();
		await sender.run('all');
		const [first, second] = await pc.queue.list();
		expect(first?.refusal).toEqual({ kind: 'invalid', key: 'department-unknown' });
		expect(first?.answers).toHaveLength(1);
		expect(second && isDone(second)).toBe(true);
		expect(office.happened).toEqual(['1-file', '2-file', '2-refuse']);
	});

	it('waits for the sign-in when the session is over, and says so', async () => {
		const office = createOffice([]);
		const pc = createPc(office);
		let isOver = true;
		const desk = {
			...office.desk,
			fileAtDesk: (request: Parameters<StaffDesk['fileAtDesk']>[0]) =>
				isOver
					? Promise.resolve({ ok: false as const, error: { kind: 'unauthorized' as const } })
					: office.desk.fileAtDesk(request)
		};
		await pc.queue.add(aChain(1, ['file', 'receive']));
		const sender = pc.open(desk);
		await sender.run();
		expect(pc.errors).toEqual([{ kind: 'unauthorized' }]);
		expect((await pc.queue.list())[0]?.refusal).toBeNull();
		isOver = false;
		await sender.run('all');
		expect(office.happened).toEqual(['1-file', '1-receive']);
	});

	it('takes no further step once the officer leaves', async () => {
		const office = createOffice([]);
		const pc = createPc(office);
		await pc.queue.add(aChain(1, ['file', 'receive']));
		const sender = pc.open();
		sender.stop();
		await sender.run('all');
		expect(office.happened).toEqual([]);
	});
});

describe('whatever happens on the way', () => {
	const fate = fc.constantFrom<Fate>('well', 'never', 'lost', 'throws');

	it('each step happens once, in order, and nothing is lost', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 4 }),
				fc.array(fate, { maxLength: 14 }),
				// The tab dies at these writes of the queue: the answer came, and nobody wrote it down.
				fc.uniqueArray(fc.nat(12), { maxLength: 5 }),
				fc.boolean(),
				async (matters, fates, deaths, twoTabs) => {
					const office = createOffice(fates);
					const pc = createPc(office);
					let writes = 0;
					const mortal = {
						...pc.queue,
						change: async (id: string, change: (chain: Chain) => Chain) => {
							writes += 1;
							if (deaths.includes(writes)) throw new Error('the tab died');
							await pc.queue.change(id, change);
						}
					};
					for (const [n, kinds] of matters.entries()) await pc.queue.add(aChain(n, kinds));
					for (let round = 0; round < 40; round += 1) {
						// Every round is a fresh tab, or two at once.
						const tabs = [pc.open(office.desk, mortal)];
						if (twoTabs) tabs.push(pc.open(office.desk, mortal));
						await Promise.all(tabs.map((tab) => tab.run('all')));
						tabs.forEach((tab) => tab.stop());
					}
					const chains = await pc.queue.list();
					expect(chains).toHaveLength(matters.length);
					expect(chains.every(isDone)).toBe(true);
					for (const [n, kinds] of matters.entries())
						expect(office.happened.filter((id) => id.startsWith(`${n}-`))).toEqual(
							kinds.map((kind) => `${n}-${kind}`)
						);
				}
			),
			{ numRuns: 150 }
		);
	});
});

/** Waits until a run that a timer began has come to its end. */
async function settled(queue: ReturnType<typeof createMemoryQueue>): Promise<void> {
	for (let turn = 0; turn < 50 && !(await queue.list()).every(isDone); turn += 1)
		await new Promise((resolve) => setTimeout(resolve, 0));
}
