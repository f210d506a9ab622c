import * as z from 'zod/mini';

const counts = {
	answers: z.int(),
	verySatisfied: z.int(),
	satisfied: z.int(),
	dissatisfied: z.int()
};

/** How many answered, and how: never shown of fewer than `least`. */
export const SatisfactionCounts = z.object(counts);
export type SatisfactionCounts = z.infer<typeof SatisfactionCounts>;

/** Question → option → how many; only questions with at least `least` answers. */
const SaidToQuestions = z.record(z.string(), z.record(z.string(), z.int()));

/** A part of the figures; `key` null = the rest, parts too small to be shown; `name` null = the screen names it. */
export const SatisfactionGroup = z.object({
	key: z.nullable(z.string()),
	name: z.nullable(z.string()),
	...counts,
	questions: SaidToQuestions
});
export type SatisfactionGroup = z.infer<typeof SatisfactionGroup>;

/** By what the figures are split. */
export const SatisfactionPart = z.enum([
	'month',
	'department',
	'field',
	'procedure',
	'channel',
	'agency'
]);
export type SatisfactionPart = z.infer<typeof SatisfactionPart>;

/** The figures of some months. `waiting` = answers that are not let out yet because they are too few. */
export const Satisfaction = z.object({
	agencies: z.array(z.object({ id: z.string(), name: z.string() })),
	least: z.int(),
	waiting: z.int(),
	total: SatisfactionCounts,
	/** Over all that is shown, whatever it is split by. */
	questions: SaidToQuestions,
	groups: z.array(SatisfactionGroup),
	comments: z.array(z.object({ text: z.string(), overall: z.string() }))
});
export type Satisfaction = z.infer<typeof Satisfaction>;

/**
 * How many of a hundred were satisfied or very satisfied, rounded to one decimal; undefined of nobody: nothing is a
 * share of zero. A rating at this desk, never to be mixed with SIPAS, the sociological survey of the Ministry of Home Affairs.
 */
export function satisfiedShare(counts: SatisfactionCounts): number | undefined {
	if (counts.answers === 0) return undefined;
	return Math.round(((counts.verySatisfied + counts.satisfied) / counts.answers) * 1000) / 10;
}
