import type { Outbox } from '$lib/data/ports/Outbox';
import type { Draft } from '$lib/domain/dossier/Draft';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { AnswerStore } from '$lib/data/ports/AnswerStore';
import type { AnswerDraft } from '$lib/domain/dossier/Answer';
import {
	isAnswer,
	isSubmission,
	reopenedDraft,
	type AnswerItem,
	type OutboxItem,
	type RowChange
} from '$lib/domain/dossier/OutboxItem';
import { reopenedAnswer } from '$lib/domain/dossier/reopenedAnswer';
import { fail, ok } from '$lib/domain/shared/Result';
import { answerTalk, type AnswerContext } from '$lib/sync/answerTalk';
import type { Talk } from '$lib/sync/Talk';

export type MemoryOutbox = Outbox & {
	rows: Map<string, OutboxItem>;
	drafts: Map<string, Draft>;
	dossiers: Map<string, MyDossier>;
	/** Every change asked of a row, in order. */
	changes: { id: string; change: RowChange }[];
	/** Answers that were opened again. */
	answerDrafts: Map<string, AnswerDraft>;
	answers: Pick<AnswerStore, 'send' | 'complete' | 'reopen'>;
};

/** An outbox in memory that copies what goes in and out, as IndexedDB does. */
export function createMemoryOutbox(items: readonly OutboxItem[] = []): MemoryOutbox {
	const rows = new Map(items.map((item) => [item.id, structuredClone(item)]));
	const drafts = new Map<string, Draft>();
	const dossiers = new Map<string, MyDossier>();
	const changes: MemoryOutbox['changes'] = [];
	const answerDrafts = new Map<string, AnswerDraft>();
	return {
		answerDrafts,
		answers: {
			async send(item) {
				answerDrafts.delete(item.id);
				const isSent = dossiers.get(item.dossierId)?.answers.some(({ id }) => id === item.id);
				if (rows.has(item.id) || isSent) return ok(null);
				const others = [...rows.values()].filter(isAnswer);
				if (others.some(({ dossierId }) => dossierId === item.dossierId))
					return fail({ kind: 'conflict', key: 'answer-under-way' });
				rows.set(item.id, structuredClone(item));
				return ok(null);
			},
			async complete(id, answeredAt, files) {
				const row = rows.get(id);
				const dossier = row && isAnswer(row) ? dossiers.get(row.dossierId) : undefined;
				if (!row || !isAnswer(row) || !dossier) return;
				dossiers.set(dossier.id, {
					...dossier,
					files: [...dossier.files, ...structuredClone(files)],
					answers: [...dossier.answers, { id, supplementId: row.supplementId, answeredAt }]
				});
				rows.delete(id);
			},
			async reopen(id, fresh) {
				const row = rows.get(id);
				const draft = row && isAnswer(row) ? reopenedAnswer(row, fresh) : undefined;
				if (!draft) return undefined;
				answerDrafts.set(draft.id, draft);
				rows.delete(id);
				return draft;
			}
		},
		rows,
		drafts,
		dossiers,
		changes,
		async add(item) {
			if (!rows.has(item.id) && !dossiers.has(item.id)) rows.set(item.id, structuredClone(item));
			drafts.delete(item.draft.id);
			return ok(null);
		},
		async list() {
			return structuredClone([...rows.values()]).sort((a, b) =>
				a.createdAt.localeCompare(b.createdAt)
			);
		},
		async claim(id) {
			const row = rows.get(id);
			if (!row) return undefined;
			changes.push({ id, change: { openSent: true } });
			rows.set(id, { ...row, openSent: true });
			return structuredClone({ ...row, openSent: true });
		},
		async update(id, change) {
			changes.push({ id, change: structuredClone(change) });
			const row = rows.get(id);
			if (row) rows.set(id, { ...row, ...structuredClone(change) });
		},
		async complete(id, dossier) {
			dossiers.set(id, structuredClone(dossier));
			rows.delete(id);
		},
		async reopen(id, fresh) {
			const row = rows.get(id);
			const draft = row && isSubmission(row) ? reopenedDraft(row, fresh) : undefined;
			if (!draft) return undefined;
			drafts.set(draft.id, draft);
			rows.delete(id);
			return draft;
		},
		watch: () => () => undefined
	};
}

/** What an engine needs to send the answers of this outbox. */
export function answersOf(
	answers: AnswerContext['answers'],
	gateway: AnswerContext['gateway']
): () => Promise<(item: AnswerItem) => Talk> {
	return async () => (item) => answerTalk(item, { gateway, answers });
}
