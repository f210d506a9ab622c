import type { DeskQueue } from '$lib/data/ports/DeskQueue';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import {
	expectedVersion,
	isDone,
	isDue,
	nextStep,
	withAnswer,
	withPause,
	withRefusal,
	type Chain
} from '$lib/domain/intake/Chain';
import type { Step, StepAnswer } from '$lib/domain/intake/Step';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { backOff, holdFor, judge, LONGEST_PAUSE_MS } from './errorPolicy';

type Desk = Pick<StaffDesk, 'fileAtDesk' | 'receive' | 'requestSupplement' | 'refuse' | 'settle'>;

/** What sending needs; everything that tests must hold still is given. */
export type ChainContext = {
	queue: DeskQueue;
	desk: Desk;
	now(): Date;
	random(): number;
	/** Runs the task while no other tab runs one (Web Locks). */
	asLeader(task: () => Promise<void>): Promise<void>;
	/** Runs later, once; gives the function that calls it off. */
	setTimer(run: () => void, ms: number): () => void;
	/** Told of every answer that failed, e.g. that the session is over. */
	onerror?(error: AppError): void;
};

/** The one that sends; made by `createChainSender`. */
export type ChainSender = {
	/** Sends what is due; `all` also tries what rests. Never throws: the rows say how it went. */
	run(reason?: 'due' | 'all'): Promise<void>;
	/** Takes no further step: the officer leaves. */
	stop(): void;
};

/**
 * Sends the matters of the counter, one after another, step by step. Each answer is on disk before the next step goes
 * out, so that a crash between any two repeats at most one call, under the id it already had.
 */
export function createChainSender(context: ChainContext): ChainSender {
	let running: Promise<void> | undefined;
	let again: 'due' | 'all' | undefined;
	let callOff: (() => void) | undefined;
	let isStopped = false;

	async function drain(reason: 'due' | 'all'): Promise<void> {
		for (const { id } of await context.queue.list()) {
			// Read anew: another tab may have sent it while this one waited for its turn.
			const chain = (await context.queue.list()).find((each) => each.id === id);
			if (chain && isDue(chain, context.now(), reason)) await sendChain(chain);
			if (isStopped) return;
		}
		const waiting = (await context.queue.list()).filter((each) => !isDone(each) && !each.refusal);
		const pauses = waiting.map(
			(each) => new Date(each.nextAttemptAt).getTime() - context.now().getTime()
		);
		wakeUpIn(pauses.length === 0 ? undefined : Math.max(250, Math.min(...pauses)));
	}

	async function sendChain(first: Chain): Promise<void> {
		let chain = first;
		for (let step = nextStep(chain); step && !isStopped; step = nextStep(chain)) {
			const at = chain.answers.length;
			const answer = await send(context.desk, chain, step);
			if (isStopped) return;
			const before = chain;
			const next = answer.ok
				? (each: Chain) => withAnswer(each, at, answer.value)
				: (each: Chain) => settleFailure(each, at, answer.error);
			await context.queue.change(chain.id, next);
			if (!answer.ok) return context.onerror?.(answer.error);
			chain = next(before);
		}
	}

	function settleFailure(chain: Chain, at: number, error: AppError): Chain {
		const verdict = judge(error);
		if (verdict === 'quarantine') return withRefusal(chain, at, error);
		const pause = verdict === 'hold' ? holdFor(error) : backOff(chain.attempts, context.random());
		return withPause(chain, at, new Date(context.now().getTime() + pause));
	}

	function wakeUpIn(ms: number | undefined): void {
		callOff?.();
		callOff =
			ms === undefined || isStopped ? undefined : context.setTimer(() => void run('due'), ms);
	}

	async function loop(reason: 'due' | 'all'): Promise<void> {
		await context.asLeader(() => drain(reason));
		while (again && !isStopped) {
			const repeat = again;
			again = undefined;
			await context.asLeader(() => drain(repeat));
		}
	}

	function run(reason: 'due' | 'all' = 'due'): Promise<void> {
		if (isStopped) return Promise.resolve();
		if (running) {
			again = again === 'all' ? 'all' : reason;
			return running;
		}
		running = loop(reason)
			.catch((cause: unknown) => {
				// Storage is closed: no row can say when it is due.
				console.warn('the desk queue could not be read', cause);
				wakeUpIn(LONGEST_PAUSE_MS);
			})
			.finally(() => (running = undefined));
		return running;
	}

	return {
		run,
		stop() {
			isStopped = true;
			callOff?.();
		}
	};
}

/** Sends one step; a call that throws has brought no certain answer. */
async function send(desk: Desk, chain: Chain, step: Step): Promise<Result<StepAnswer>> {
	try {
		return await call(desk, chain, step);
	} catch (cause) {
		return fail({ kind: 'unknown', cause });
	}
}

async function call(desk: Desk, chain: Chain, step: Step): Promise<Result<StepAnswer>> {
	if (step.kind === 'file') return named('file', await desk.fileAtDesk(step.request));
	const { actionId } = step;
	const action = { actionId, dossierId: chain.id, expectedVersion: expectedVersion(chain) };
	switch (step.kind) {
		case 'receive':
			return named('receive', await desk.receive({ ...action, ...step.content }));
		case 'supplement':
			return named('supplement', await desk.requestSupplement({ ...action, ...step.content }));
		case 'refuse':
			return named('refuse', await desk.refuse({ ...action, ...step.content }));
		case 'settle':
			return named('settle', await desk.settle({ ...action, ...step.content }));
	}
}

function named<K extends StepAnswer['kind'], T extends object>(
	kind: K,
	answer: Result<T>
): Result<T & { kind: K }> {
	return answer.ok ? ok({ ...answer.value, kind }) : answer;
}
