import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Outbox } from '$lib/data/ports/Outbox';
import type { SubmissionItem } from '$lib/domain/dossier/OutboxItem';
import { declarationOf } from '$lib/domain/dossier/Submission';
import { ok } from '$lib/domain/shared/Result';
import type { Talk } from './Talk';

export type SubmissionContext = {
	gateway: Pick<CitizenGateway, 'openSubmission' | 'finalizeSubmission'>;
	outbox: Pick<Outbox, 'complete'>;
	titleOf(procedureCode: string): Promise<string>;
	/** SHA-256 of a text as 64 hex digits. */
	hash(text: string): Promise<string>;
	now(): Date;
};

/** A submission: opened with the hash of its secret, finalized with the secret; a receipt that names its id ends it. */
export function submissionTalk(item: SubmissionItem, context: SubmissionContext): Talk {
	const { gateway, outbox } = context;
	const { id, secret, payload, draft } = item;
	return {
		folder: id,
		async open() {
			const opened = await gateway.openSubmission({
				id,
				secretHash: await context.hash(secret),
				payload,
				files: item.files.map(declarationOf),
				replaces: draft.replaces ?? []
			});
			if (!opened.ok) return opened;
			return ok({ missing: opened.value.state === 'finalized' ? [] : opened.value.missing });
		},
		async finalize() {
			const answer = await gateway.finalizeSubmission({ id, secret });
			if (!answer.ok) return answer;
			if ('missing' in answer.value) return ok(answer.value);
			const { receipt } = answer.value;
			return ok({
				async finish(files) {
					if (receipt.id !== id) return false;
					await outbox.complete(id, {
						id,
						secret,
						procedureCode: payload.procedureCode,
						title: await context.titleOf(payload.procedureCode),
						subject: payload.subject,
						receipt,
						draft,
						files: [...files],
						letGo: 0,
						answers: [],
						progress: null,
						checkedAt: context.now().toISOString()
					});
					return true;
				}
			});
		}
	};
}
