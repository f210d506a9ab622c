import type { AnswerStore } from '$lib/data/ports/AnswerStore';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Outbox } from '$lib/data/ports/Outbox';
import { fail } from '$lib/domain/shared/Result';

/**
 * The outbox of a phone that keeps nothing: a row that waited for the network would die with the tab. It takes a
 * submission only while the server answers, otherwise fails as `offline` and the draft stays open.
 */
export function onlyOnline(
	outbox: Outbox,
	loadGateway: () => Promise<Pick<CitizenGateway, 'progress'>>
): Outbox {
	return {
		...outbox,
		async add(item) {
			const reached = await reach(loadGateway);
			return reached ? outbox.add(item) : fail({ kind: 'offline' });
		}
	};
}

/** The same for answers to supplement slips. */
export function answersOnlyOnline(
	answers: AnswerStore,
	loadGateway: () => Promise<Pick<CitizenGateway, 'progress'>>
): AnswerStore {
	return {
		...answers,
		async send(item) {
			return (await reach(loadGateway)) ? answers.send(item) : fail({ kind: 'offline' });
		}
	};
}

/** Asks about no dossier at all: any answer of our server, even a refusal, shows that it is there. */
async function reach(
	loadGateway: () => Promise<Pick<CitizenGateway, 'progress'>>
): Promise<boolean> {
	try {
		const answer = await (await loadGateway()).progress([]);
		return answer.ok || (answer.error.kind !== 'offline' && answer.error.kind !== 'unknown');
	} catch {
		return false;
	}
}
