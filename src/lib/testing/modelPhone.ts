import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import { createEngine, type Engine } from '$lib/sync/engine';
import { aFile, anId, anItem, aSecret, MORNING, pageBytes } from './builders';
import { createFakeServer, hashOf, type Fault } from './fakeServer';
import { createLock } from './lock';
import { createManualClock } from './manualClock';
import { createMemoryOutbox } from './memoryOutbox';
import { createMemoryPages } from './memoryPages';
import { createMortalTab, watchWire, type Death, type MortalTab } from './mortalTab';

/** What may happen to a phone with two tabs, in any order. */
export type Command =
	/** "Nộp" is pressed, in one tab or in both at once. */
	| { do: 'add'; files: number; refused: boolean; twice: boolean }
	/** What happens to every call from now on: offline, server down, all well. */
	| { do: 'weather'; weather: Fault }
	/** What happens to the next calls, one by one. */
	| { do: 'faults'; faults: Fault[] }
	| { do: 'tick'; ms: number }
	/** The button, or the page shown again. */
	| { do: 'wake'; tabs: number[] }
	/** A tab is killed in the middle of its work, and opened again. */
	| { do: 'reload'; tab: number; death: Death }
	/** Storage loses the bytes of one photograph. */
	| { do: 'evict'; which: number }
	/** Storage on the server loses one upload of a dossier that is not filed yet (restored from a backup). */
	| { do: 'forget'; which: number }
	/** The citizen takes back a refused or unsent dossier, photographs what is gone, and files it anew. */
	| { do: 'correct'; which: number };

export type ModelPhone = ReturnType<typeof createModelPhone>;

/** A phone, its line and the office's server, all in memory and on a clock that is moved by hand. */
export function createModelPhone(hasLocks: boolean) {
	const outbox = createMemoryOutbox();
	const pages = createMemoryPages();
	const server = createFakeServer();
	const clock = createManualClock(MORNING);
	const lock = createLock();
	const wireFaults: string[] = [];
	const gateway = watchWire(server.gateway, outbox, wireFaults);
	/** Runs under way, with their tab: a dead one is waited for no longer. */
	const running = new Set<Promise<void>>();
	const added = new Set<string>();
	const evicted = new Set<string>();
	let random = 0;
	let numbers = 0;
	let pageNumbers = 0;
	/** Tabs that died in the middle of something; the others were closed while they had nothing to do. */
	let killedAtWork = 0;
	const tabs = [openTab(0), openTab(1)];

	function openTab(index: number): { engine: Engine; life: MortalTab } {
		const life = createMortalTab(() => {
			tabs[index] = openTab(index);
			wake(index);
		});
		const engine = createEngine({
			gateway: life.wrap(gateway),
			outbox: life.wrap(outbox),
			pages: life.wrap(pages),
			hash: async (text) => hashOf(text),
			titleOf: async (code) => code,
			now: clock.now,
			random: () => (random = (random + 0.37) % 1),
			asLeader: (task) => (hasLocks ? lock.hold(() => life.live(task)) : life.live(task)),
			// The same as the engine's own callback, but with a promise to wait for.
			setTimer: (_, ms) => clock.setTimer(() => !life.isDead() && join(index, 'due'), ms)
		});
		return { engine, life };
	}

	function join(index: number, reason: 'due' | 'all'): void {
		const tab = tabs[index];
		if (!tab) return;
		const run = tab.life.live(() => tab.engine.run(reason));
		running.add(run);
		void run.finally(() => running.delete(run));
	}

	function wake(index: number): void {
		join(index, 'all');
	}

	async function rest(): Promise<void> {
		while (running.size > 0) await Promise.all(running);
	}

	async function file(item: OutboxItem, twice: boolean): Promise<void> {
		await outbox.add(item);
		if (twice) await outbox.add(item);
		wake(0);
		if (twice) wake(1);
	}

	async function add(files: number, isRefused: boolean, twice: boolean): Promise<void> {
		const photos = Array.from({ length: files }, () => aFile((pageNumbers += 1)));
		for (const { pageId } of photos) pages.bytes.set(pageId, pageBytes(numberOf(pageId)));
		const item = anItem((numbers += 1), {
			files: photos,
			nextAttemptAt: clock.now().toISOString()
		});
		added.add(item.payload.subject);
		if (isRefused) server.refused.add(item.id);
		await file(item, twice);
	}

	async function correct(which: number): Promise<void> {
		const row = (await outbox.list())[which];
		const fresh = { id: anId((numbers += 1)), secret: aSecret(numbers) };
		const draft =
			row && (await outbox.reopen(row.id, { ...fresh, updatedAt: clock.now().toISOString() }));
		if (!row || !draft) return;
		// Whatever else is awake meanwhile must leave the draft alone.
		wake(1);
		await rest();
		const files = row.files.map(({ pageId }) => {
			pages.bytes.set(pageId, pageBytes(numberOf(pageId)));
			evicted.delete(pageId);
			const again = aFile(numberOf(pageId));
			return { ...again, fileId: `${draft.id}-${pageId}` };
		});
		const again = { ...row, id: draft.id, secret: draft.secret, draft, files };
		const now = clock.now().toISOString();
		outbox.drafts.delete(draft.id);
		await file(
			{
				...again,
				state: 'waiting',
				openSent: false,
				attempts: 0,
				nextAttemptAt: now,
				lastError: null
			},
			false
		);
	}

	function evict(which: number): void {
		const pageId = [...pages.bytes.keys()][which];
		if (pageId === undefined) return;
		pages.bytes.delete(pageId);
		evicted.add(pageId);
	}

	function forget(which: number): void {
		const uploads = [...outbox.rows.values()].flatMap(({ id, files }) =>
			// Only first attempts: a later one stands on those before it.
			files.filter(({ attempt }) => attempt === 1).map(({ fileId }) => `${id}/${fileId}/1`)
		);
		const name = uploads.filter((one) => server.stored.has(one))[which];
		const isFiled = server.submissions.get(name?.split('/')[0] ?? '')?.receipt;
		if (name !== undefined && !isFiled) server.stored.delete(name);
	}

	async function play(step: Command): Promise<void> {
		if (step.do === 'add') await add(step.files, step.refused, step.twice);
		else if (step.do === 'weather') server.weather = step.weather;
		else if (step.do === 'faults') server.faults.push(...step.faults);
		else if (step.do === 'tick') clock.advance(step.ms);
		else if (step.do === 'wake') step.tabs.forEach(wake);
		else if (step.do === 'evict') evict(step.which);
		else if (step.do === 'forget') forget(step.which);
		else if (step.do === 'correct') await correct(step.which);
		else {
			const before = tabs[step.tab];
			before?.life.doom(step.death);
			wake(step.tab);
			await rest();
			if (before?.life.isDead()) killedAtWork += 1;
			else before?.life.kill();
		}
		await rest();
	}

	/** The line is good again and nobody touches the phone: only its own timers, for `ms`. */
	async function calm(ms: number): Promise<void> {
		server.weather = 'none';
		server.faults = [];
		const end = clock.now().getTime() + ms;
		for (;;) {
			await rest();
			const next = clock.nextIn();
			if (next === undefined || clock.now().getTime() + next > end) return;
			clock.advance(next);
		}
	}

	return {
		outbox,
		pages,
		server,
		added,
		evicted,
		wireFaults,
		play,
		calm,
		killedAtWork: () => killedAtWork
	};
}

/** The number of a page of `createMemoryPages`. */
export function numberOf(pageId: string): number {
	return Number(pageId.replace('page-', ''));
}
