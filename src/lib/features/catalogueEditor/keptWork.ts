import type { DeskStore } from '$lib/data/ports/DeskStore';
import { canonicalJson } from '$lib/domain/catalogue/contentHash';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { mergeContents } from '$lib/domain/editing/merge';
import type { Part } from '$lib/domain/editing/parts';
import { patch } from '$lib/domain/editing/patch';
import { tidyContent } from '$lib/domain/editing/tidyContent';
import { toWorkable } from '$lib/domain/editing/workable';
import { fingerprint } from '$lib/domain/shared/fingerprint';

/** What was typed on this PC and is not on the server. */
export type KeptWork = {
	content: Procedure;
	/** What it was typed on top of. */
	common: Procedure;
	/** What was sent meanwhile and never answered, by `printOf`: it may be what the server has. */
	sent: readonly string[];
};

/** Work of an earlier visit or of another tab, and where it is kept. */
export type Left = KeptWork & { key: string };

const prefixOf = (draftId: string) => `draft:${draftId}:`;

/** Where one tab keeps its work on a draft: no tab writes over what another keeps. */
export function keptKey(draftId: string, tabId: string): string {
	return prefixOf(draftId) + tabId;
}

/** Everything that is left here of a draft; anything damaged is nothing. */
export async function findKept(store: DeskStore, draftId: string): Promise<Left[]> {
	// Also what was kept before each tab had a row of its own.
	const own = `draft:${draftId}`;
	const rows = (await store.loadAll(own)).filter(
		([key]) => key === own || key.startsWith(prefixOf(draftId))
	);
	return rows.flatMap(([key, kept]) => {
		if (!isObject(kept) || !isObject(kept.content)) return [];
		const content = toWorkable(kept.content);
		const common = isObject(kept.common) ? toWorkable(kept.common) : content;
		const sent = Array.isArray(kept.sent) ? kept.sent.map(String) : [];
		return [{ key, content, common, sent }];
	});
}

/** What tells one content from another, when it is sent and when it comes back. */
export function printOf(tidied: Procedure): string {
	return fingerprint(canonicalJson(tidied));
}

/**
 * What work here becomes on top of what the server has, as the step `from` → `to` of the tidied content; undefined when
 * both changed one thing in different ways, so that somebody has to choose.
 */
export function onTopOf(theirs: Procedure, work: KeptWork): { from: Part; to: Part } | undefined {
	const [mine, tidied] = [tidyContent(work.content), tidyContent(theirs)];
	// An answer that got lost: what the server has is what was sent from here.
	const base = work.sent.includes(printOf(tidied)) ? tidied : tidyContent(work.common);
	const { content, clashes } = mergeContents(base, mine, tidied);
	return clashes.length === 0 ? { from: mine, to: content } : undefined;
}

/**
 * What is left here of earlier visits, on top of what the server has: the content, and which of it is in there. `apart`
 * is the first that does not fit in.
 */
export function gather(
	onServer: Procedure,
	left: readonly Left[]
): { content: Procedure; taken: Left[]; apart: Left | undefined } {
	const content = structuredClone(onServer);
	const taken = left.filter((work) => {
		const step = onTopOf(content, work);
		if (step) patch(content, tidyContent(content), step.to);
		return step !== undefined;
	});
	return { content, taken, apart: left.find((work) => !taken.includes(work)) };
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
