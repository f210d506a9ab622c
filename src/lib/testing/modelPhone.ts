import {
	dossierIdOf,
	isAnswer,
	type AnswerItem,
	type SubmissionItem
} from '$lib/domain/dossier/OutboxItem';
import { createEngine, type Engine } from '$lib/sync/engine';
import { aFile, anAnswer, anId, anItem, aSecret, MORNING, pageBytes } from './builders';
import { createFakeServer, hashOf, type Fault } from './fakeServer';
import { createLock } from './lock';
import { createManualClock } from './manualClock';
import { answersOf, createMemoryOutbox } from './memoryOutbox';
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
	/** The citizen takes back a refused or unsent row, photographs what is gone, and sends it anew. */
	| { do: 'correct'; which: number }
	/** "Gửi bổ sung" is pressed for a filed dossier; the desk has asked for papers, or asks now. */
	| { do: 'answer'; which: number; files: number; twice: boolean }
	/** The desk goes on without an answer, or with what it has. */
	| { do: 'close'; which: number };

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
	/** Every answer ever sent by what it says, and what the ids under which it was sent say. */
	const answered = new Set<string>();
	const saidBy = new Map<string, string>();
	const evicted = new Set<string>();
	let random = 0;
	let numbers = 0;
	let pageNumbers = 0;
	let slips = 0;
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
			loadAnswerTalk: answersOf(life.wrap(outbox.answers), life.wrap(gateway)),
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

	async function file(item: SubmissionItem, twice: boolean): Promise<void> {
		await outbox.add(item);
		if (twice) await outbox.add(item);
		wake(0);
		if (twice) wake(1);
	}

	function photograph(count: number) {
		const photos = Array.from({ length: count }, () => aFile((pageNumbers += 1)));
		for (const { pageId } of photos) pages.bytes.set(pageId, pageBytes(numberOf(pageId)));
		return photos;
	}

	/** The same photographs, taken again where they are gone, for a row under another id. */
	function again(files: readonly { pageId: string }[], id: string) {
		return files.map(({ pageId }) => {
			pages.bytes.set(pageId, pageBytes(numberOf(pageId)));
			evicted.delete(pageId);
			return { ...aFile(numberOf(pageId)), fileId: `${id}-${pageId}` };
		});
	}

	async function answer(item: AnswerItem, twice: boolean): Promise<void> {
		const said = item.lines[0]?.text ?? '';
		const sent = await outbox.answers.send(item);
		if (!sent.ok) return;
		answered.add(said);
		saidBy.set(item.id, said);
		if (twice) await outbox.answers.send(item);
		wake(0);
		if (twice) wake(1);
	}

	async function answerDossier(which: number, files: number, twice: boolean): Promise<void> {
		const dossiers = [...outbox.dossiers.values()];
		const dossier = dossiers[which % dossiers.length];
		if (!dossier) return;
		const slip = server.asking.get(dossier.id) ?? `slip-${(slips += 1)}`;
		server.asking.set(dossier.id, slip);
		await answer(
			anAnswer((numbers += 1), 1, {
				secret: dossier.secret,
				dossierId: dossier.id,
				supplementId: slip,
				files: photograph(files),
				nextAttemptAt: clock.now().toISOString()
			}),
			twice
		);
	}

	async function correctAnswer(row: AnswerItem): Promise<void> {
		const slip = server.asking.get(row.dossierId);
		const isMoved = slip !== undefined && slip !== row.supplementId;
		const id = anId((numbers += 1));
		const draft = await outbox.answers.reopen(row.id, {
			id,
			updatedAt: clock.now().toISOString(),
			...(isMoved ? { moved: { from: row.supplementId, supplementId: slip, lineIds: {} } } : {})
		});
		if (!draft) return;
		saidBy.set(id, row.lines[0]?.text ?? '');
		// Whatever else is awake meanwhile must leave the draft alone.
		wake(1);
		await rest();
		// Nobody asks any more: it stays a draft.
		if (draft.supplementId !== slip) return;
		await answer(
			anAnswer(numbers, 1, {
				...row,
				id,
				supplementId: slip,
				files: again(row.files, id),
				draft,
				state: 'waiting',
				openSent: false,
				attempts: 0,
				nextAttemptAt: clock.now().toISOString(),
				lastError: null
			}),
			false
		);
	}

	async function add(files: number, isRefused: boolean, twice: boolean): Promise<void> {
		const item = anItem((numbers += 1), {
			files: photograph(files),
			nextAttemptAt: clock.now().toISOString()
		});
		added.add(item.payload.subject);
		if (isRefused) server.refused.add(item.id);
		await file(item, twice);
	}

	async function correct(which: number): Promise<void> {
		const row = (await outbox.list())[which];
		if (row && isAnswer(row)) return correctAnswer(row);
		const fresh = { id: anId((numbers += 1)), secret: aSecret(numbers) };
		const draft =
			row && (await outbox.reopen(row.id, { ...fresh, updatedAt: clock.now().toISOString() }));
		if (!row || !draft) return;
		// Whatever else is awake meanwhile must leave the draft alone.
		wake(1);
		await rest();
		const files = again(row.files, draft.id);
		const corrected = { ...row, id: draft.id, secret: draft.secret, draft, files };
		const now = clock.now().toISOString();
		outbox.drafts.delete(draft.id);
		await file(
			{
				...corrected,
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
		const uploads = [...outbox.rows.values()]
			.filter(
				({ id }) => !server.submissions.get(id)?.receipt && !server.answers.get(id)?.answeredAt
			)
			.flatMap((row) =>
				row.files
					// Only first attempts: a later one stands on those before it.
					.filter(({ attempt }) => attempt === 1)
					.map(({ fileId }) => `${dossierIdOf(row)}/${fileId}/1`)
			);
		const name = uploads.filter((one) => server.stored.has(one))[which];
		if (name !== undefined) server.stored.delete(name);
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
		else if (step.do === 'answer') await answerDossier(step.which, step.files, step.twice);
		else if (step.do === 'close') server.asking.delete([...server.asking.keys()][step.which] ?? '');
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
		answered,
		saidBy,
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
