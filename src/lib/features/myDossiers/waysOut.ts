import type { LocalStores } from '$lib/app/citizenServices';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { isSubmission, type SubmissionItem } from '$lib/domain/dossier/OutboxItem';

/**
 * The paper (Requirement.paper) to photograph again: the first whose bytes this phone no longer holds whole, otherwise
 * the first that did not arrive.
 */
export async function findLostPaper(
	item: SubmissionItem,
	procedure: Procedure | undefined,
	{ pages }: Pick<LocalStores, 'pages'>
): Promise<string | undefined> {
	const unsent = item.files.filter((file) => !file.isSent);
	let found = unsent[0];
	for (const file of unsent) {
		const bytes = await pages.findBytes(file.pageId);
		if (bytes?.byteLength === file.size) continue;
		found = file;
		break;
	}
	return procedure?.requirements.find(({ id }) => id === found?.requirementId)?.paper;
}

/** The dossier of this phone that a correction was meant to replace, the latest first. */
export async function findReplaced(
	item: SubmissionItem,
	{ dossiers }: Pick<LocalStores, 'dossiers'>
): Promise<string | undefined> {
	const ids = (item.draft.replaces ?? []).map(({ id }) => id).reverse();
	for (const id of ids) if (await dossiers.find(id)) return id;
	return undefined;
}

/** What took the place of this submission: a filed dossier of this phone, or one on its way. */
export async function findReplacing(
	{ id, draft }: SubmissionItem,
	{ dossiers, outbox }: Pick<LocalStores, 'dossiers' | 'outbox'>
): Promise<string | undefined> {
	const rivals = [...(await dossiers.list()), ...(await outbox.list()).filter(isSubmission)];
	const earlier = [id, ...(draft.replaces ?? []).map((one) => one.id)];
	return rivals.find(
		(one) => one.id !== id && one.draft?.replaces?.some((old) => earlier.includes(old.id))
	)?.id;
}
