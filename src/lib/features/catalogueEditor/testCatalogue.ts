import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { StaffCatalogue } from '$lib/data/ports/StaffCatalogue';
import type { ProcedureDraft } from '$lib/domain/catalogue/Draft';
import { birth } from '$lib/testing/builders';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { CatalogueState } from './catalogueState.svelte';
import { DraftEditor } from './draftEditor.svelte';
import type { Left } from './keptWork';

/** For tests: an open draft of the birth registration, begun from what is in force. */
export function aDraft(more: Partial<ProcedureDraft> = {}): ProcedureDraft {
	return {
		draftId: 'd1',
		procedureCode: birth.code,
		kind: 'change',
		content: structuredClone(birth),
		reason: null,
		report: null,
		baseVersionId: 'v1',
		base: birth,
		status: 'open',
		revision: 1,
		authorName: 'Lan',
		mine: true,
		mayPublish: false,
		summary: null,
		effectiveOn: null,
		proposedName: null,
		proposedAt: null,
		decidedName: null,
		decidedAt: null,
		returnedReason: null,
		updatedAt: '2026-11-26T01:00:00Z',
		current: { versionId: 'v1', number: 1, status: 'published', content: birth },
		scheduled: [],
		events: [],
		...more
	};
}

/** For tests: what is kept on this PC, in memory. */
export function aStore(): DeskStore & { rows: Map<string, unknown> } {
	const rows = new Map<string, unknown>();
	return {
		rows,
		load: async (key) => rows.get(key),
		loadAll: async (prefix) => [...rows].filter(([key]) => key.startsWith(prefix)),
		save: (key, value) => void rows.set(key, structuredClone(value)),
		forget: (key) => void rows.delete(key)
	};
}

/** For tests: the catalogue over a server of which only the given calls exist. */
export function aCatalogue(calls: Partial<StaffCatalogue>, store: DeskStore = aStore()) {
	const refuse = () => {
		throw new Error('this call is not part of the test');
	};
	const port = new Proxy(calls, {
		// A promise asks whether it is one.
		get: (own, name: string) =>
			name === 'then' ? undefined : (own[name as keyof StaffCatalogue] ?? refuse)
	}) as StaffCatalogue;
	return new CatalogueState({ watch: (answer) => answer, store }, async () => port);
}

/** For tests: an editor over a server; `type` changes the content as the form does. */
export function openEditor(
	calls: Partial<StaffCatalogue>,
	{ draft = aDraft(), left = [] as Left[], store = aStore() } = {}
) {
	const tools = { store, now: () => new Date(Date.now()), newId: aNewId };
	const editor = new DraftEditor(aCatalogue(calls, store), tools, draft, left);
	const type = (change: (content: Procedure) => unknown) => {
		change(editor.content);
		editor.note(JSON.parse(JSON.stringify(editor.content)));
	};
	return { editor, store, type };
}

let ids = 0;
const aNewId = () => `id${(ids += 1)}`;
