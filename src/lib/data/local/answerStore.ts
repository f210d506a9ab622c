import type { AnswerStore } from '$lib/data/ports/AnswerStore';
import {
	applyAnswerChange,
	movedLineId,
	moveLines,
	type AnswerDraft,
	type FreshAnswer
} from '$lib/domain/dossier/Answer';
import { isAnswer } from '$lib/domain/dossier/OutboxItem';
import { reopenedAnswer } from '$lib/domain/dossier/reopenedAnswer';
import type { Page } from '$lib/domain/dossier/Page';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { storageError, type LocalDatabase } from './database';

const UNSAVED = 'mot-cua.unsaved-answer.';
const SENT: Result<never> = fail({ kind: 'conflict', key: 'already-filed' });

/** Answers to supplement slips in IndexedDB; `leftover` (localStorage) holds what a closing page could not write there. */
export function createAnswerStore(database: LocalDatabase, leftover: Storage): AnswerStore {
	const { answers, outbox, dossiers, pages, pageBytes } = database;

	/** Inside a transaction: whether this answer is on its way or has arrived. */
	async function isSent(id: string, dossierId: string): Promise<boolean> {
		if (await outbox.get(id)) return true;
		return (await dossiers.get(dossierId))?.answers.some((one) => one.id === id) ?? false;
	}

	/** The photographs go with their answer: what is known about them is written, not their bytes. */
	async function movePages(from: string, fresh: FreshAnswer): Promise<void> {
		await pages
			.where('draftId')
			.equals(from)
			.modify((page: Page) => {
				page.draftId = fresh.id;
				page.uses = page.uses.map((use) => ({
					...use,
					paper: movedLineId(fresh, use.paper)
				}));
			});
	}

	/** What a closing page left behind is the newest there is, unless it was sent since. */
	async function takeInLeftovers(dossierId: string): Promise<void> {
		for (const key of Object.keys(leftover).filter((one) => one.startsWith(UNSAVED))) {
			const left = readLeft(leftover.getItem(key));
			if (left && left.dossierId !== dossierId) continue;
			if (left)
				await database.transaction('rw', answers, outbox, dossiers, async () => {
					if (await isSent(left.id, left.dossierId)) return;
					const stored = await answers.get(left.id);
					if (!stored || stored.updatedAt <= left.updatedAt) await answers.put(left);
				});
			leftover.removeItem(key);
		}
	}

	return {
		async findFor(dossierId) {
			// A phone too full to take it in keeps it where it is.
			await takeInLeftovers(dossierId).catch(() => undefined);
			const drafts = await answers.where('dossierId').equals(dossierId).toArray();
			return drafts.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
		},
		save: (draft, change, now) =>
			attempt(() =>
				database.transaction('rw', answers, outbox, dossiers, async () => {
					if (await isSent(draft.id, draft.dossierId)) return SENT;
					const stored = (await answers.get(draft.id)) ?? draft;
					const next = applyAnswerChange(stored, change, now);
					await answers.put(next);
					return ok(next);
				})
			),
		move: (id, fresh) =>
			attempt(() =>
				database.transaction('rw', answers, pages, async () => {
					const draft = await answers.get(id);
					// Moved by another tab, or by this very call before the connection broke.
					if (!draft || !fresh.moved || draft.supplementId === fresh.moved.supplementId)
						return ok(null);
					await answers.put({
						...draft,
						supplementId: fresh.moved.supplementId,
						lines: moveLines(draft.lines, fresh),
						updatedAt: fresh.updatedAt
					});
					await movePages(id, { ...fresh, id });
					return ok(null);
				})
			),
		remove: (id) =>
			attempt(async () => {
				await database.transaction(
					'rw',
					[answers, outbox, dossiers, pages, pageBytes],
					async () => {
						const draft = await answers.get(id);
						// Sent meanwhile in another tab: its bytes are still needed.
						if (!draft || (await isSent(id, draft.dossierId))) return;
						const ids = await pages.where('draftId').equals(id).primaryKeys();
						await pageBytes.bulkDelete(ids);
						await pages.bulkDelete(ids);
						await answers.delete(id);
					}
				);
				leftover.removeItem(UNSAVED + id);
				return ok(null);
			}),
		keepUnsaved(draft) {
			try {
				leftover.setItem(UNSAVED + draft.id, JSON.stringify(draft));
			} catch {
				// Full or forbidden: the save to IndexedDB that is under way is all there is.
			}
		},
		forgetUnsaved(id) {
			leftover.removeItem(UNSAVED + id);
		},
		send: (item) =>
			attempt(() =>
				database.transaction('rw', answers, outbox, dossiers, async () => {
					const rows = (await outbox.toArray()).filter(isAnswer);
					// Pressed twice, or in two tabs: the first one counts.
					if (await isSent(item.id, item.dossierId)) {
						await answers.delete(item.id);
						return ok(null);
					}
					if (rows.some(({ dossierId }) => dossierId === item.dossierId))
						return fail({ kind: 'conflict', key: 'answer-under-way' });
					await outbox.add(item);
					await answers.delete(item.id);
					return ok(null);
				})
			),
		complete: (id, answeredAt, files) =>
			database.transaction('rw', outbox, dossiers, async () => {
				const item = await outbox.get(id);
				if (!item || !isAnswer(item)) return;
				const dossier = await dossiers.get(item.dossierId);
				if (dossier)
					await dossiers.put({
						...dossier,
						files: [...dossier.files, ...files],
						answers: [...dossier.answers, { id, supplementId: item.supplementId, answeredAt }]
					});
				await outbox.delete(id);
			}),
		reopen: (id, fresh) =>
			database.transaction('rw', outbox, answers, pages, async () => {
				const item = await outbox.get(id);
				const draft = item && isAnswer(item) ? reopenedAnswer(item, fresh) : undefined;
				if (!draft) return undefined;
				await answers.put(draft);
				await movePages(id, fresh);
				await outbox.delete(id);
				return draft;
			})
	};
}

function readLeft(text: string | null): AnswerDraft | undefined {
	try {
		return JSON.parse(text ?? '') as AnswerDraft;
	} catch {
		return undefined;
	}
}

async function attempt<T>(work: () => PromiseLike<Result<T>>): Promise<Result<T>> {
	try {
		return await work();
	} catch (cause) {
		return fail(storageError(cause));
	}
}
