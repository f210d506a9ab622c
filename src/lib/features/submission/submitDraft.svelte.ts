import type { Services } from '$lib/app/context';
import { buildPayload } from '$lib/domain/dossier/buildPayload';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';
import type { Draft } from '$lib/domain/dossier/Draft';
import { findSameFiled, isReplaced } from '$lib/domain/dossier/findSameFiled';
import { freshRow } from '$lib/domain/dossier/OutboxItem';
import { freezeFiles } from '$lib/domain/dossier/Submission';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import type { DraftSession } from '$lib/features/draft';
import { settleShelves } from '$lib/features/papers';

/** What was filed before and says the very same: `reference` once it has arrived, `isCorrection` when it was to be corrected. */
export type SameFiled = { id: string; reference?: string; isCorrection: boolean };

/**
 * Freezes a checked draft: the outbox row is written and the draft removed in one transaction. From here on the
 * dossier is on its way, network or not. A storage failure leaves the draft as it was; so does `invalid`, when photos of
 * the paper `key` were refused while nobody looked. Where the same was filed before, nothing happens and that one is
 * given, unless it is meant to be `another`.
 */
export async function submitDraft(
	session: DraftSession,
	services: Services,
	{ another = false }: { another?: boolean } = {}
): Promise<Result<SameFiled | null>> {
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
		const phone = { dossiers: await stores.dossiers.list(), items: await stores.outbox.list() };
		const id = another ? undefined : findSameFiled(session.procedure, draft, files, phone);
		if (id) {
			const reference = phone.dossiers.find((one) => one.id === id)?.receipt.reference;
			return ok({ id, reference, isCorrection: isReplaced(draft, id) });
		}
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
