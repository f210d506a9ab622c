import type { Procedure } from './Procedure.ts';

/** A sentence or two that a citizen reads: where it stands and what it says. */
export type CitizenText = { at: string; text: string };

/** The longest sentence somebody who seldom reads can follow (design §10, domain §7.2). */
const MOST_WORDS = 20;

/** A fault of wording: where, of what kind, and the sentence (for a long one with its number of words). */
export type WordingFault =
	| { kind: 'long'; at: string; sentence: string; words: number }
	| { kind: 'small-letter'; at: string; sentence: string };

/** Everything of a procedure that a citizen reads as a sentence (official wording and sources are not). */
export function citizenTexts(procedure: Procedure): CitizenText[] {
	const texts: [string, string | undefined][] = [
		['summary', procedure.summary],
		['whoMayFile', procedure.whoMayFile],
		['deadline', procedure.deadline],
		['proxy', procedure.proxy],
		...procedure.questions.flatMap((question): [string, string | undefined][] => [
			[`question ${question.id}`, question.text],
			[`question ${question.id} help`, question.help],
			...question.options.map((option): [string, string | undefined] => [
				`answer ${question.id}=${option.value} help`,
				option.help
			])
		]),
		...procedure.requirements.flatMap((paper): [string, string | undefined][] => [
			[`paper ${paper.id} why`, paper.why],
			[`paper ${paper.id} ifMissing`, paper.ifMissing],
			[`paper ${paper.id} ifLost`, paper.ifLost]
		]),
		...procedure.notes.map((note): [string, string] => [`note ${note.id}`, note.text]),
		...procedure.channels.flatMap((channel): [string, string | undefined][] => [
			[`${channel.kind} where`, channel.where],
			[`${channel.kind} limitNote`, channel.limitNote],
			...channel.steps.map((step, index): [string, string] => [
				`${channel.kind} step ${index + 1}`,
				step
			])
		]),
		...procedure.mistakes.map((text, index): [string, string] => [`mistake ${index + 1}`, text]),
		...procedure.lookalikes.map((other): [string, string] => [
			`lookalike ${other.title}`,
			other.notThisIf
		])
	];
	return texts.flatMap(([at, text]) => (text ? [{ at, text }] : []));
}

/** One fault for each sentence that is too long for a plain reader or begins with a small letter. */
export function wordingFaults(texts: readonly CitizenText[]): WordingFault[] {
	return texts.flatMap(({ at, text }) =>
		text.split(/(?<=[.!?…])\s+/).flatMap((sentence): WordingFault[] => {
			const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
			return [
				...(words > MOST_WORDS ? [{ kind: 'long' as const, at, sentence, words }] : []),
				...(/^[“"(]?[\p{Lu}\p{N}]/u.test(sentence)
					? []
					: [{ kind: 'small-letter' as const, at, sentence }])
			];
		})
	);
}
