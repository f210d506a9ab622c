import type {
	Contents,
	Loss,
	LostSubmission,
	PhoneStore,
	Remembered
} from '$lib/data/ports/PhoneStore';

const KEY = 'mot-cua.note';

/**
 * What stands outside IndexedDB about what is inside: browsers clear a database without a word, and then an empty
 * outbox looks like one that was never filled (design §6.6).
 */
type Note = Contents & { installId: string; at: string };

export type SentinelContext = {
	phone: PhoneStore;
	/** localStorage: another store than IndexedDB, though some browsers clear both together. */
	storage: Pick<Storage, 'getItem' | 'setItem'>;
	/** Lets the drafts that a closing page left outside the database back in, before anything counts as lost. */
	takeInLeftovers(): Promise<unknown>;
	newId(): string;
	now(): Date;
};

/**
 * Compares the database with the note at the start, keeps a loss in the database until the person has read it, and from
 * then on rewrites the note whenever the contents change, in this tab or another. Gives the function that stops it.
 */
export async function startSentinel(context: SentinelContext): Promise<() => void> {
	const { phone, storage } = context;
	let written = '';

	function write({ installId, ...contents }: Contents): void {
		// Cleared under an open page: the note is all that still knows, so it is read before it is written again.
		if (installId === undefined) return void settle(context).catch(() => undefined);
		const text = JSON.stringify(contents);
		if (text === written) return;
		const note: Note = { installId, ...contents, at: context.now().toISOString() };
		try {
			storage.setItem(KEY, JSON.stringify(note));
			written = text;
		} catch {
			// Full or forbidden: the older note still says that there was something.
		}
	}

	await settle(context);
	return phone.watchContents(write);
}

/** Gives a database that has no install id one, together with the loss that the note tells of. */
async function settle(context: SentinelContext): Promise<void> {
	const { phone } = context;
	if ((await phone.contents()).installId !== undefined) return;
	await context.takeInLeftovers();
	const note = readNote(context.storage);
	const loss = note && lossOf(note, await phone.contents(), context.now());
	await phone.settleIn(context.newId(), loss);
}

/**
 * What is gone: the note's contents without what is in the database now. Undefined when nothing is missing, as on a
 * phone that never kept anything.
 */
function lossOf(note: Contents, now: Contents, at: Date): Loss | undefined {
	const here = [...now.waiting, ...now.filed].map(({ id }) => id);
	const missing = (entries: Remembered[], wasFiled: boolean): LostSubmission[] =>
		entries.filter(({ id }) => !here.includes(id)).map((entry) => ({ ...entry, wasFiled }));
	const answers = Math.max(0, note.answers - now.answers);
	const loss: Loss = {
		drafts: Math.max(0, note.drafts - now.drafts),
		answers,
		pages: Math.max(0, note.pages - now.pages),
		unasked: [...missing(note.waiting, false), ...missing(note.filed, true)],
		found: 0,
		lost: [],
		isRead: false,
		at: at.toISOString()
	};
	return loss.drafts + answers + loss.pages + loss.unasked.length > 0 ? loss : undefined;
}

function readNote(storage: Pick<Storage, 'getItem'>): Note | undefined {
	try {
		const note = JSON.parse(storage.getItem(KEY) ?? '') as Partial<Note> | null;
		const isNote =
			typeof note?.installId === 'string' &&
			typeof note.drafts === 'number' &&
			typeof note.pages === 'number' &&
			Array.isArray(note.waiting) &&
			Array.isArray(note.filed);
		// Written by a version of the app that knew no answers.
		return isNote ? ({ ...note, answers: note.answers ?? 0 } as Note) : undefined;
	} catch {
		return undefined;
	}
}
