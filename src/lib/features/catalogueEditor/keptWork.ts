import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { toWorkable } from '$lib/domain/editing/workable';

/** What was typed on this PC and is not on the server, and what it was typed on top of. */
export type KeptWork = { revision: number; content: Procedure; common: Procedure };

const keyOf = (draftId: string) => `draft:${draftId}`;

export function keepWork(store: DeskStore, draftId: string, work: KeptWork): void {
	store.save(keyOf(draftId), work);
}

export function forgetKept(store: DeskStore, draftId: string): void {
	store.forget(keyOf(draftId));
}

/** What is left here of an earlier visit; anything damaged is nothing. */
export async function findKept(store: DeskStore, draftId: string): Promise<KeptWork | undefined> {
	const kept = await store.load(keyOf(draftId));
	if (!isObject(kept) || !isObject(kept.content) || typeof kept.revision !== 'number')
		return undefined;
	const content = toWorkable(kept.content);
	return {
		revision: kept.revision,
		content,
		common: isObject(kept.common) ? toWorkable(kept.common) : content
	};
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
