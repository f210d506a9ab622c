import * as z from 'zod/mini';
import { evaluate } from '#domain/catalogue/Condition.ts';
import { checkReferences } from '#domain/catalogue/checkReferences.ts';
import { findContradictions } from '#domain/catalogue/contradictions.ts';
import { citizenTexts, wordingFaults } from '#domain/catalogue/plainLanguage.ts';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import { caseAnswers, resolveChecklist } from '#domain/checklist/resolveChecklist.ts';
import { findFieldFault } from '#domain/dossier/validateFields.ts';
import { compareWithSource } from './compareWithSource.ts';
import type { SourceRecord } from './sourceRecord.ts';

/**
 * A real case of a procedure: the answers somebody gives and the papers and notes that must come out, whole and in
 * order. Written from the source, not from the file it checks.
 */
export const Case = z.strictObject({
	name: z.string(),
	answers: z.record(z.string(), z.string()),
	/** Requirement ids, all of them. */
	papers: z.array(z.string()),
	/** Papers that only may be needed, because of an answer "unsure". */
	maybe: z.optional(z.array(z.string())),
	/** Note ids that show. */
	notes: z.array(z.string())
});
export type Case = z.infer<typeof Case>;

/** What is wrong inside one entry, one line each; empty = sound. */
export function contentFaults(procedure: Procedure): string[] {
	return [
		...checkReferences(procedure),
		...findContradictions(procedure).map((fault) => Object.values(fault).join(' ')),
		...wordingFaults(citizenTexts(procedure)).map(
			({ at, kind, sentence }) => `${at}: ${kind}: ${sentence}`
		),
		...sampleFaults(procedure),
		...insideFaults(procedure),
		...levelFaults(procedure)
	];
}

/** Whoever reads a limit inside the whole finds where it stands. */
function insideFaults({ clock }: Procedure): string[] {
	return [...(clock.stages ?? []), ...(clock.consults ?? [])]
		.filter(({ source }) => !source)
		.map((inside) => `no source for ${'name' in inside ? inside.name : inside.agency}`);
}

/** What the verification level promises: nothing ships as full, a listed entry states nothing it cannot know. */
function levelFaults(procedure: Procedure): string[] {
	const { verification } = procedure.provenance;
	if (verification === 'full') return ['nothing ships as full'];
	if (verification === 'partial') {
		return [
			...(procedure.requirements.length === 0 ? ['no papers'] : []),
			...(procedure.fees.length === 0 ? ['no fee line'] : []),
			...(procedure.legalBasis.length === 0 ? ['no legal basis'] : [])
		];
	}
	const stated = [procedure.requirements, procedure.fees, procedure.questions, procedure.mistakes];
	return [
		...(stated.some((list) => list.length > 0) ? ['a listed entry states facts'] : []),
		...(procedure.channels.some((channel) => channel.limit) ? ['a listed entry has a time'] : []),
		...(procedure.eForm ? ['a listed entry has a form'] : []),
		...(procedure.clock.stages || procedure.clock.consults
			? ['a listed entry has limits inside']
			: [])
	];
}

/** A filled sample fills what must be filled, with values the form itself would take. */
function sampleFaults({ eForm, provenance }: Procedure): string[] {
	if (!eForm?.sample) return [];
	const fields = eForm.sections.flatMap((section) => section.fields);
	const { sample } = eForm;
	return [
		...Object.keys(sample)
			.filter((id) => !fields.some((field) => field.id === id))
			.map((id) => `sample fills ${id}, which is no field`),
		...fields.flatMap((field) => {
			const value = sample[field.id];
			const isNeeded = value !== undefined || (field.required && !field.when);
			const fault = isNeeded ? findFieldFault(field, value ?? '', provenance.asOf) : undefined;
			return fault ? [`sample ${field.id}: ${fault.kind}`] : [];
		})
	];
}

/** Whether the worked cases come out as written, give every answer and reach every paper. */
export function caseFaults(procedure: Procedure, cases: readonly Case[]): string[] {
	const faults = cases.flatMap((one) =>
		oneCaseFaults(procedure, one).map((fault) => `case "${one.name}": ${fault}`)
	);
	const given = new Set(
		cases.flatMap(({ answers }) => Object.entries(answers).map((pair) => pair.join('=')))
	);
	const reached = new Set(cases.flatMap(({ papers }) => papers));
	return [
		...faults,
		...procedure.questions
			.flatMap(({ id, options }) => options.map(({ value }) => `${id}=${value}`))
			.filter((answer) => !given.has(answer))
			.map((answer) => `no case answers ${answer}`),
		...procedure.requirements
			.filter(({ id }) => !reached.has(id))
			.map(({ id }) => `no case reaches paper ${id}`)
	];
}

function oneCaseFaults(procedure: Procedure, one: Case): string[] {
	const checklist = resolveChecklist(procedure, one.answers);
	const asked = checklist.questions.map(({ id }) => id);
	const given = caseAnswers(procedure, one.answers);
	const notes = procedure.notes.filter(({ when }) => evaluate(when, given) === true);
	const expect = (what: string, found: string[], wanted: string[]) =>
		found.join() === wanted.join() ? [] : [`${what}: ${found.join()} instead of ${wanted.join()}`];
	return [
		...checklist.unansweredQuestions.map(({ id }) => `${id} is not answered`),
		...Object.keys(one.answers)
			.filter((id) => !asked.includes(id))
			.map((id) => `${id} is not asked`),
		...expect(
			'papers',
			checklist.items.map(({ id }) => id),
			one.papers
		),
		...expect(
			'maybe',
			checklist.items.filter(({ maybe }) => maybe).map(({ id }) => id),
			one.maybe ?? []
		),
		...expect(
			'notes',
			notes.map(({ id }) => id),
			one.notes
		)
	];
}

/** Differences to the source that the file gives no reason for, and reasons that explain nothing any more. */
export function differenceFaults(procedure: Procedure, record: SourceRecord | undefined): string[] {
	const reasons = procedure.provenance.differences ?? [];
	// What has no record there must say itself that its code is not confirmed.
	if (!record)
		return procedure.provenance.unverified.some((line) => line.includes('Mã thủ tục'))
			? []
			: ['has no source record and does not say so'];
	if (procedure.provenance.verification === 'listed') return [];
	const findings = compareWithSource(procedure, record);
	const key = ({ at, ours }: { at: string; ours: string }) => `${at}: ${ours}`;
	const explained = new Set(reasons.map(key));
	const found = new Set(findings.map(key));
	return [
		...findings
			.filter((finding) => !explained.has(key(finding)))
			.map((finding) => `differs without a reason: ${key(finding)} (source: ${finding.source})`),
		...reasons
			.filter((reason) => !found.has(key(reason)))
			.map((reason) => `a reason for nothing: ${key(reason)}`)
	];
}
