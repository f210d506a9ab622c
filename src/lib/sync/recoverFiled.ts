import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { Capability } from '$lib/domain/dossier/Submission';
import type { AppError } from '$lib/domain/shared/Result';

/** What became of submissions this phone remembers but no longer holds. */
export type Recovered = {
	/** They had arrived; the receipt is here again. */
	filed: MyDossier[];
	/** They had not arrived whole, and what was missing went with the phone's storage. */
	lost: Capability[];
	/** No answer yet: ask again later, and promise nothing until then. */
	unknown: Capability[];
};

export type RecoverContext = {
	gateway: Pick<CitizenGateway, 'finalizeSubmission'>;
	titleOf(procedureCode: string): Promise<string>;
	now(): Date;
};

/**
 * After the phone's storage was cleared: asks for the receipt of every submission the sentinel remembers. Finalize is
 * the question, so one that had arrived whole but was never confirmed is filed by it, as the citizen wanted. The
 * answers carry no personal data: `subject` is empty, `draft` null. Writes nothing.
 */
export async function findFiled(
	entries: readonly Capability[],
	context: RecoverContext
): Promise<Recovered> {
	const recovered: Recovered = { filed: [], lost: [], unknown: [] };
	for (const [index, entry] of entries.entries()) {
		const answer = await context.gateway.finalizeSubmission({ id: entry.id, secret: entry.secret });
		if (!answer.ok && answer.error.kind === 'offline') {
			// The others would each wait as long for no answer.
			recovered.unknown.push(...entries.slice(index));
			break;
		}
		if (!answer.ok) {
			// What a later submission replaced is neither filed nor lost: that one answers for it.
			if (answer.error.key === 'submission-replaced') continue;
			recovered[isGone(answer.error) ? 'lost' : 'unknown'].push(entry);
		} else if (!('receipt' in answer.value)) recovered.lost.push(entry);
		else if (answer.value.receipt.id !== entry.id) recovered.unknown.push(entry);
		else {
			const { receipt } = answer.value;
			recovered.filed.push({
				...entry,
				procedureCode: receipt.procedureCode,
				title: await context.titleOf(receipt.procedureCode),
				subject: '',
				receipt,
				draft: null,
				files: [],
				letGo: 0,
				answers: [],
				progress: null,
				checkedAt: context.now().toISOString()
			});
		}
	}
	return recovered;
}

/** Only our own function may say that it never heard of it: a 404 of something in between says nothing. */
function isGone({ kind, key }: AppError): boolean {
	return kind === 'not-found' && key !== undefined;
}
