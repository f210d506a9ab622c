import type { Procedure } from '#domain/catalogue/Procedure.ts';

/** A citizen's sentence: where it stands and what it says. */
export type CitizenText = { at: string; text: string };

const MOST_WORDS = 20;

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
		...procedure.requirements.flatMap((paper): [string, string][] => [
			[`paper ${paper.id} why`, paper.why],
			[`paper ${paper.id} ifMissing`, paper.ifMissing],
			[`paper ${paper.id} ifLost`, paper.ifLost ?? '']
		]),
		...procedure.notes.map((note): [string, string] => [`note ${note.id}`, note.text]),
		...procedure.channels.flatMap((channel) => [
			[`${channel.kind} where`, channel.where] as [string, string],
			[`${channel.kind} limitNote`, channel.limitNote] as [string, string | undefined],
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

/** One line for each sentence that is too long for a plain reader or begins with a small letter. */
export function wordingFaults(texts: readonly CitizenText[]): string[] {
	return texts.flatMap(({ at, text }) =>
		text.split(/(?<=[.!?…])\s+/).flatMap((sentence) => {
			const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
			return [
				...(words > MOST_WORDS ? [`${at}: ${words} words: ${sentence}`] : []),
				...(/^[“"(]?[\p{Lu}\p{N}]/u.test(sentence) ? [] : [`${at}: small letter: ${sentence}`])
			];
		})
	);
}

/** A record of the source data, as far as it is compared. */
export type SourceRecord = {
	code?: string;
	decision_no?: string;
	result_raw?: string;
	legal_basis?: string[];
};

/** In force since the source was read, and read in full by our own research (domain §0). */
const NEWER_LAWS = ['217/2026/NĐ-CP', '66.7/2025/NQ-CP'];

/** What a catalogue file says differently from the source record of the same code. */
export function sourceFaults(procedure: Procedure, record: SourceRecord): string[] {
	const faults: string[] = [];
	if (procedure.decisionNo !== record.decision_no)
		faults.push(`decision ${procedure.decisionNo}, source ${record.decision_no}`);
	// Codes stand glued to words in the source, and one procedure may have several results.
	const resultCodes = [...(record.result_raw ?? '').matchAll(/KQ\.[A-Z]\d+\.\d{6}/g)].map(
		([code]) => code
	);
	const { code } = procedure.result;
	if (code === undefined ? resultCodes.length > 0 : !resultCodes.includes(code))
		faults.push(`result code ${code}, source ${resultCodes.join(' ')}`);
	for (const line of procedure.legalBasis) {
		const number = /\d[\w.]*\/\d{4}\/[\p{L}\d-]+/u.exec(line)?.[0];
		if (number && NEWER_LAWS.includes(number)) continue;
		if (!number || !record.legal_basis?.includes(number))
			faults.push(`legal basis not in the source: ${line}`);
	}
	return faults;
}
