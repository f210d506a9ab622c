import type { MyDossier } from './MyDossier.ts';
import {
	findOpenSupplement,
	latestAnswers,
	type Supplement,
	type SupplementLine
} from './Supplement.ts';

/** The round this dossier waits for, if the phone has heard of one. */
export function openRoundOf({ progress }: Pick<MyDossier, 'progress'>): Supplement | undefined {
	return findOpenSupplement(progress?.own?.supplements ?? []);
}

/** What the citizen has done about a round, as far as this phone knows. */
export type RoundState = {
	/** When the last answer arrived; also one the server has not told of yet. */
	answeredAt: string | undefined;
	/** Lines nobody has answered. */
	unanswered: SupplementLine[];
	/** True when the desk has the next word: everything is answered, and the desk has not replied since. */
	isDesksTurn: boolean;
};

/** How far a round is, by what the server tells and by what this phone knows it has sent. */
export function roundState(round: Supplement, dossier: Pick<MyDossier, 'answers'>): RoundState {
	const own = dossier.answers.filter(({ supplementId }) => supplementId === round.id);
	const untold = own.some(({ id }) => !round.answers.some((answer) => answer.id === id));
	const answeredAt = latest([
		...round.answers.map(({ at }) => at),
		...own.map((answer) => answer.answeredAt)
	]);
	const repliedAt = latest(round.replies.map(({ at }) => at));
	const answered = latestAnswers(round);
	// Until the server tells what the latest answer said, nothing is called unanswered.
	const unanswered = untold ? [] : round.lines.filter(({ id }) => !answered.has(id));
	const isHeard = answeredAt !== undefined && !isLater(repliedAt, answeredAt);
	return { answeredAt, unanswered, isDesksTurn: isHeard && unanswered.length === 0 };
}

/** Instants come with different zones and fractions: compared as times, not as text. */
function latest(instants: readonly string[]): string | undefined {
	return [...instants].sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

function isLater(instant: string | undefined, than: string): boolean {
	return instant !== undefined && Date.parse(instant) > Date.parse(than);
}
