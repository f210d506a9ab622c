import { liveQuery, type Dexie } from 'dexie';
import { storageError } from './database';

/** What a database throws when the system has closed it under the page (Safari, a full phone, another tab's upgrade). */
const LOST = [
	'DatabaseClosedError',
	'InvalidStateError',
	'UnknownError',
	'AbortError',
	// An opening that was cut off: Dexie repeats this answer until it is closed and opened anew.
	'OpenFailedError'
];

/** Immediate retries find the storage process still down. */
const PAUSE_MS = 200;

/** Pause before a watched query that failed is begun anew. */
const WATCH_PAUSE_MS = 2_000;

type State = { generation: number; reopening?: Promise<void>; watchers: Set<() => void> };
const states = new WeakMap<Dexie, State>();

function stateOf(database: Dexie): State {
	const state = states.get(database) ?? { generation: 0, watchers: new Set<() => void>() };
	states.set(database, state);
	return state;
}

/**
 * The same store, whose calls survive a lost connection: the database is closed, opened anew and the call made once
 * more. Every method of our stores is one transaction and may be repeated. A second failure is given as it is.
 */
export function reconnecting<T extends object>(store: T, database: Dexie, pauseMs = PAUSE_MS): T {
	return new Proxy(store, {
		get(target, key): unknown {
			const member: unknown = Reflect.get(target, key);
			if (typeof member !== 'function') return member;
			return (...args: unknown[]): unknown => {
				const call = (): unknown => Reflect.apply(member, target, args);
				const { generation } = stateOf(database);
				const answer = call();
				return isPromise(answer)
					? replay(answer, call, () => reopen(database, generation, pauseMs))
					: answer;
			};
		}
	});
}

async function replay(
	first: PromiseLike<unknown>,
	call: () => unknown,
	reconnect: () => Promise<void>
): Promise<unknown> {
	try {
		const answer = await first;
		if (!isLost(failureOf(answer))) return answer;
	} catch (cause) {
		if (!isLost(cause)) throw cause;
	}
	// When it stays closed, the call says so in its own way.
	await reconnect().catch(() => undefined);
	return call();
}

/** Dexie's promises are not the browser's. */
function isPromise(answer: unknown): answer is PromiseLike<unknown> {
	return typeof answer === 'object' && answer !== null && 'then' in answer;
}

/**
 * Calls back with the result of a query now and after every change of what it read, in this tab or another. A query
 * that fails says nothing (a failed read is no empty list) and is begun anew. Gives the function that stops it.
 */
export function watchQuery<T>(
	database: Dexie,
	query: () => Promise<T>,
	onChange: (value: T) => void
): () => void {
	let retry: ReturnType<typeof setTimeout> | undefined;
	const subscribe = () =>
		liveQuery(query).subscribe({
			next: onChange,
			error() {
				const { generation } = stateOf(database);
				clearTimeout(retry);
				// What comes of it is heard by subscribing again; a failure waits for the next write to open it.
				retry = setTimeout(
					() => void reopen(database, generation, PAUSE_MS).catch(() => undefined),
					WATCH_PAUSE_MS
				);
			}
		});
	let subscription = subscribe();
	const again = () => {
		subscription.unsubscribe();
		subscription = subscribe();
	};
	const { watchers } = stateOf(database);
	watchers.add(again);
	return () => {
		watchers.delete(again);
		clearTimeout(retry);
		subscription.unsubscribe();
	};
}

/** Opens the database anew unless somebody did so since `generation`; all who need it wait for the same opening. */
async function reopen(database: Dexie, generation: number, pauseMs: number): Promise<void> {
	const state = stateOf(database);
	if (state.generation !== generation) return state.reopening;
	state.reopening ??= open().finally(() => (state.reopening = undefined));
	return state.reopening;

	async function open(): Promise<void> {
		// Twice: what closed the connection may still be at work when it is opened the first time.
		await openAfter(pauseMs).catch(() => openAfter(4 * pauseMs));
		state.generation += 1;
		state.watchers.forEach((again) => again());
	}

	async function openAfter(ms: number): Promise<void> {
		database.close({ disableAutoOpen: true });
		await new Promise((resolve) => setTimeout(resolve, ms));
		await database.open();
	}
}

/** The cause inside a Result that failed with a storage error. */
function failureOf(answer: unknown): unknown {
	if (typeof answer !== 'object' || answer === null) return undefined;
	const { ok, error } = answer as { ok?: unknown; error?: { kind?: unknown; cause?: unknown } };
	return ok === false && error?.kind === 'storage' ? error.cause : undefined;
}

/** Dexie wraps: the browser's own error may lie inside. A full phone is no lost connection. */
function isLost(cause: unknown): boolean {
	if (typeof cause !== 'object' || cause === null) return false;
	if (storageError(cause).key === 'full') return false;
	const { name, inner } = cause as { name?: string; inner?: unknown };
	return LOST.includes(name ?? '') || (inner !== cause && isLost(inner));
}
