import type { Procedure } from '../catalogue/Procedure.ts';
import { buildPayload } from './buildPayload.ts';
import type { Draft } from './Draft.ts';
import type { MyDossier } from './MyDossier.ts';
import { isSubmission, type OutboxItem } from './OutboxItem.ts';
import { isEnded, STATUS } from './Status.ts';
import type { DeclaredFile } from './Submission.ts';

/** A file as far as its content goes. */
type Content = Pick<DeclaredFile, 'requirementId' | 'sha256'>;

/**
 * The id of a dossier this phone filed, or is about to send, that says word for word and picture for picture what this
 * draft says, and that is still being dealt with; the one it would take the place of first. Ended, withdrawn or refused
 * ones count for nothing: who files those anew means it.
 */
export function findSameFiled(
	procedure: Procedure,
	draft: Draft,
	files: readonly Content[],
	phone: { dossiers: readonly MyDossier[]; items: readonly OutboxItem[] }
): string | undefined {
	const wanted = contentOf(procedure, draft, files);
	const filed = phone.dossiers.filter(isOpen).map(({ id, draft, files }) => ({ id, draft, files }));
	const waiting = phone.items.filter(isSubmission).filter((item) => item.state !== 'quarantined');
	const same = [...filed, ...waiting].filter(
		(one) =>
			one.id !== draft.id &&
			one.draft?.procedureCode === draft.procedureCode &&
			contentOf(procedure, one.draft, one.files) === wanted
	);
	return (same.find(({ id }) => isReplaced(draft, id)) ?? same[0])?.id;
}

/** True when the draft was made to take the place of this submission. */
export function isReplaced(draft: Draft, id: string): boolean {
	return draft.replaces?.some((one) => one.id === id) ?? false;
}

/** Some pictures of it are gone from the phone: nobody can tell any more whether they are the same. */
function isOpen({ progress, letGo }: MyDossier): boolean {
	const status = progress?.status ?? STATUS.submitted;
	return letGo === 0 && !isEnded(status) && status !== STATUS.withdrawing;
}

/** What would be sent, without what only names it. */
function contentOf(procedure: Procedure, draft: Draft, files: readonly Content[]): string {
	const pictures = files.map(({ requirementId, sha256 }) => `${requirementId} ${sha256}`);
	return JSON.stringify([buildPayload(procedure, '', draft, {}), pictures]);
}
