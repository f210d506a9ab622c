import type { AnswerStore } from '$lib/data/ports/AnswerStore';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { AnswerItem } from '$lib/domain/dossier/OutboxItem';
import { declarationOf } from '$lib/domain/dossier/Submission';
import { ok } from '$lib/domain/shared/Result';
import type { Talk } from './Talk';

export type AnswerContext = {
	gateway: Pick<CitizenGateway, 'openAnswer' | 'finalizeAnswer'>;
	answers: Pick<AnswerStore, 'complete'>;
};

/**
 * An answer to a supplement slip: the secret of its dossier opens and finalizes it, its files are stored beside the
 * dossier's own, and the time the server gives it ends it.
 */
export function answerTalk(item: AnswerItem, { gateway, answers }: AnswerContext): Talk {
	const { id, dossierId, secret, supplementId, lines } = item;
	return {
		folder: dossierId,
		async open() {
			const opened = await gateway.openAnswer({
				id,
				dossierId,
				secret,
				supplementId,
				lines,
				files: item.files.map(declarationOf)
			});
			if (!opened.ok) return opened;
			return ok({ missing: opened.value.state === 'finalized' ? [] : opened.value.missing });
		},
		async finalize() {
			const answer = await gateway.finalizeAnswer({ id, dossierId, secret });
			if (!answer.ok) return answer;
			if ('missing' in answer.value) return ok(answer.value);
			const { answeredAt } = answer.value;
			return ok({
				async finish(files) {
					await answers.complete(id, answeredAt, files);
					return true;
				}
			});
		}
	};
}
