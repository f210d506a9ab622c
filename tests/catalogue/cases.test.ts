import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { evaluate } from '#domain/catalogue/Condition.ts';
import { Procedure } from '#domain/catalogue/Procedure.ts';
import { caseAnswers, resolveChecklist } from '#domain/checklist/resolveChecklist.ts';

/**
 * Real cases of every procedure: the answers somebody gives and the papers that must come out, whole and in order.
 * `cases/<code>.json` is written from the source, not from the catalogue file it checks.
 */
const Case = z.strictObject({
	name: z.string(),
	answers: z.record(z.string(), z.string()),
	/** Requirement ids, all of them. */
	papers: z.array(z.string()),
	/** Papers that only may be needed, because of an answer "unsure". */
	maybe: z.optional(z.array(z.string())),
	/** Note ids that show. */
	notes: z.array(z.string())
});

const CASES = 'tests/architecture/cases';
const CATALOGUE = 'supabase/catalogue';
const LEAST_CASES = 3;

const procedures = readdirSync(CATALOGUE, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\d\.\d{6}\.json$/.test(file))
	.map((file) => Procedure.parse(read(join(CATALOGUE, file))));

function read(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}

describe.each(procedures)('$code $shortTitle', (procedure) => {
	const cases = z.array(Case).parse(read(join(CASES, `${procedure.code}.json`)));

	it('has its cases', () => expect(cases.length).toBeGreaterThanOrEqual(LEAST_CASES));

	it.each(cases)('$name', ({ answers, papers, maybe, notes }) => {
		const checklist = resolveChecklist(procedure, answers);
		expect(checklist.unansweredQuestions.map(({ id }) => id)).toEqual([]);
		const asked = checklist.questions.map(({ id }) => id);
		expect(Object.keys(answers).filter((id) => !asked.includes(id))).toEqual([]);
		expect(checklist.items.map(({ id }) => id)).toEqual(papers);
		expect(checklist.items.filter((item) => item.maybe).map(({ id }) => id)).toEqual(maybe ?? []);
		const given = caseAnswers(procedure, answers);
		const shown = procedure.notes.filter(({ when }) => evaluate(when, given) === true);
		expect(shown.map(({ id }) => id)).toEqual(notes);
	});

	it('reaches every answer and every paper in some case', () => {
		const given = new Set(
			cases.flatMap(({ answers }) => Object.entries(answers).map((pair) => pair.join('=')))
		);
		const options = procedure.questions.flatMap((question) =>
			question.options.map((option) => `${question.id}=${option.value}`)
		);
		expect(options.filter((option) => !given.has(option))).toEqual([]);
		const reached = new Set(cases.flatMap(({ papers }) => papers));
		expect(procedure.requirements.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
	});
});
