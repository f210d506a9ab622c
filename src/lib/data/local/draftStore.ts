import type { DraftStore, UnsavedChange } from '$lib/data/ports/DraftStore';
import { applyChange, type Draft } from '$lib/domain/dossier/Draft';
import { fail, ok } from '$lib/domain/shared/Result';
import { storageError, type LocalDatabase } from './database';

const UNSAVED = 'mot-cua.unsaved.';

/**
 * Preparations in IndexedDB. A page that goes away cannot wait for IndexedDB, so its last change waits in `leftover`
 * (localStorage, written at once) until the next page takes it in.
 */
export function createDraftStore(database: LocalDatabase, leftover: Storage): DraftStore {
	const { drafts, outbox, dossiers, pages, pageBytes } = database;

	/** Gives what could not be taken in: the phone is full, and it stays where it is until there is room. */
	async function takeInLeftovers(): Promise<UnsavedChange[]> {
		const keys = Object.keys(leftover).filter((key) => key.startsWith(UNSAVED));
		const waiting: UnsavedChange[] = [];
		for (const key of keys) {
			const unsaved = readUnsaved(leftover.getItem(key));
			const saved = unsaved && (await save(unsaved.draft, {}, new Date(unsaved.at)));
			// A filed dossier needs it no more; a failed save keeps it for the next time.
			if (!saved || saved.ok || saved.error.kind === 'conflict') leftover.removeItem(key);
			else waiting.push(unsaved);
		}
		return waiting;
	}

	const save: DraftStore['save'] = async (draft, change, now) => {
		try {
			const saved = await database.transaction('rw', drafts, outbox, dossiers, async () => {
				// Another tab may have submitted it meanwhile: a filed dossier must not come back as a draft.
				if ((await outbox.get(draft.id)) ?? (await dossiers.get(draft.id))) return undefined;
				const stored = (await drafts.get(draft.id)) ?? draft;
				// A tab that died may have left a change behind: it must not get lost under this one.
				const unsaved = readUnsaved(leftover.getItem(UNSAVED + draft.id));
				const isNewer = unsaved !== undefined && unsaved.at >= stored.updatedAt;
				const base = isNewer ? applyChange(stored, unsaved.change, new Date(unsaved.at)) : stored;
				const next = applyChange(base, change, now);
				await drafts.put(next);
				return next;
			});
			return saved ? ok(saved) : fail({ kind: 'conflict', key: 'already-filed' });
		} catch (cause) {
			return fail(storageError(cause));
		}
	};

	async function list(): Promise<Draft[]> {
		const waiting = await takeInLeftovers();
		const stored = new Map((await drafts.toArray()).map((draft) => [draft.id, draft]));
		for (const { draft, change, at } of waiting)
			stored.set(draft.id, applyChange(stored.get(draft.id) ?? draft, change, new Date(at)));
		return [...stored.values()].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
	}

	return {
		list,
		save,
		async findFor(procedureCode) {
			return (await list()).find((draft) => draft.procedureCode === procedureCode);
		},
		async find(id) {
			return (await list()).find((draft) => draft.id === id);
		},
		async remove(id) {
			try {
				await database.transaction('rw', drafts, pages, pageBytes, async () => {
					const ids = await pages.where('draftId').equals(id).primaryKeys();
					await pageBytes.bulkDelete(ids);
					await pages.bulkDelete(ids);
					await drafts.delete(id);
				});
				leftover.removeItem(UNSAVED + id);
				return ok(null);
			} catch (cause) {
				return fail(storageError(cause));
			}
		},
		forgetUnsaved(id) {
			leftover.removeItem(UNSAVED + id);
		},
		keepUnsaved(unsaved) {
			try {
				leftover.setItem(UNSAVED + unsaved.draft.id, JSON.stringify(unsaved));
			} catch {
				// Full or forbidden: the save to IndexedDB that is under way is all there is.
			}
		}
	};
}

function readUnsaved(text: string | null): UnsavedChange | undefined {
	try {
		return JSON.parse(text ?? '') as UnsavedChange;
	} catch {
		return undefined;
	}
}
