import type { Services } from '$lib/app/context';
import { buildPayload } from '$lib/domain/dossier/buildPayload';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';
import type { Draft } from '$lib/domain/dossier/Draft';
import { freshRow } from '$lib/domain/dossier/OutboxItem';
import { freezeFiles } from '$lib/domain/dossier/Submission';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import type { DraftSession } from '$lib/features/draft';
import { settleShelves } from '$lib/features/papers';

/**
 * Freezes a checked draft: the outbox row is written and the draft removed in one transaction. From here on the
 * dossier is on its way, network or not. A storage failure leaves the draft as it was; so does `invalid`, when photos of
 * the paper `key` were refused while nobody looked.
 */
export async function submitDraft(
	session: DraftSession,
	services: Services
): Promise<Result<null>> {
	try {
		await session.save();
		// Photographs chosen just before may still be worked on: without them it would be filed incomplete.
		const refused = await settleShelves(session.draft.id);
		if (refused) return fail({ kind: 'invalid', key: refused });
		// Filed meanwhile in another tab: that one counts, and this page leads to it.
		if (session.saveState === 'filed') return ok(null);
		if (session.saveState === 'failed') return fail({ kind: 'storage' });
		const draft = $state.snapshot(session.draft) as Draft;
		const now = services.now().toISOString();
		const stores = await services.loadStores();
		// As they lie on the phone now, not as this page saw them last: another tab may have added one.
		const pages = await stores.pages.listFor(draft.id);
		const { items } = resolveChecklist(session.procedure, draft.answers);
		const { files, filesOf } = freezeFiles(items, pages, services.newId);
		const added = await stores.outbox.add({
			id: draft.id,
			secret: draft.secret,
			payload: buildPayload(session.procedure, session.contentHash, draft, filesOf),
			files,
			draft,
			kind: 'submission',
			...freshRow(now)
		});
		if (added.ok) session.close();
		return added;
	} catch (cause) {
		return fail({ kind: 'storage', cause });
	}
}
