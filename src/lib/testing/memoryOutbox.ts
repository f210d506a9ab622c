import type { Outbox } from '$lib/data/ports/Outbox';
import type { Draft } from '$lib/domain/dossier/Draft';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import { reopenedDraft, type OutboxItem } from '$lib/domain/dossier/OutboxItem';
import { ok } from '$lib/domain/shared/Result';

export type MemoryOutbox = Outbox & {
	rows: Map<string, OutboxItem>;
	drafts: Map<string, Draft>;
	dossiers: Map<string, MyDossier>;
	/** Every change asked of a row, in order. */
	changes: { id: string; change: Partial<OutboxItem> }[];
};

/** An outbox in memory that copies what goes in and out, as IndexedDB does. */
export function createMemoryOutbox(items: readonly OutboxItem[] = []): MemoryOutbox {
	const rows = new Map(items.map((item) => [item.id, structuredClone(item)]));
	const drafts = new Map<string, Draft>();
	const dossiers = new Map<string, MyDossier>();
	const changes: MemoryOutbox['changes'] = [];
	return {
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
			const draft = row && reopenedDraft(row, fresh);
			if (!draft) return undefined;
			drafts.set(draft.id, draft);
			rows.delete(id);
			return draft;
		},
		watch: () => () => undefined
	};
}
