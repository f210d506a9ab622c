import type { Services } from '$lib/app/context';
import { successorOf, type Draft } from '$lib/domain/dossier/Draft';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import { isSubmission, type OutboxItem, type SubmissionItem } from '$lib/domain/dossier/OutboxItem';
import { fail, ok, type Result } from '$lib/domain/shared/Result';

/** How far the correction of a filed dossier is. */
export type Correction =
	| { state: 'none' }
	| { state: 'begun'; draft: Draft }
	| { state: 'under-way'; item: SubmissionItem }
	| { state: 'filed'; dossier: MyDossier };

/** Finds what was made to take the place of this dossier, the furthest first. */
export function findCorrection(
	id: string,
	phone: { drafts: readonly Draft[]; items: readonly OutboxItem[]; dossiers: readonly MyDossier[] }
): Correction {
	const replaces = (draft: Draft | null) => draft?.replaces?.some((one) => one.id === id) ?? false;
	const dossier = phone.dossiers.find((one) => replaces(one.draft));
	if (dossier) return { state: 'filed', dossier };
	const item = phone.items.filter(isSubmission).find((one) => replaces(one.draft));
	if (item) return { state: 'under-way', item };
	const draft = phone.drafts.find(replaces);
	return draft ? { state: 'begun', draft } : { state: 'none' };
}

/**
 * Begins the correction of a filed dossier, or goes on with the one already begun: a draft with the same content and
 * copies of the photographs, naming what it replaces (design §6.2). The filed one stays as it is. Photographs first:
 * after a crash they are orphans and swept, never a draft without its pages. Fails as `storage` (key `full`).
 */
export async function correctFiled(
	filed: Draft,
	services: Pick<Services, 'loadStores' | 'newId' | 'newSecret' | 'now'>
): Promise<Result<Draft>> {
	const { drafts, pages, outbox, dossiers } = await services.loadStores();
	const correction = findCorrection(filed.id, {
		drafts: await drafts.list(),
		items: await outbox.list(),
		dossiers: await dossiers.list()
	});
	// Worked on last is what opens.
	if (correction.state === 'begun') return drafts.save(correction.draft, {}, services.now());
	if (correction.state !== 'none') return fail({ kind: 'conflict', key: 'already-filed' });
	const now = services.now();
	const fresh = {
		id: services.newId(),
		secret: services.newSecret(),
		updatedAt: now.toISOString()
	};
	for (const page of await pages.listFor(filed.id)) {
		const bytes = await pages.findBytes(page.id);
		if (!bytes) continue;
		const copy = { ...page, id: services.newId(), draftId: fresh.id, addedAt: now.toISOString() };
		const added = await pages.add(copy, bytes);
		if (!added.ok) {
			await pages.removeFor(fresh.id);
			return added;
		}
	}
	// What the filed one took the place of is withdrawn already.
	const { replaces: _replaces, ...own } = filed;
	const draft = { ...successorOf(own, fresh), createdAt: fresh.updatedAt };
	const saved = await drafts.save(draft, {}, now);
	return saved.ok ? ok(saved.value) : saved;
}
