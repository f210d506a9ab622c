import * as z from 'zod/mini';

/** Answers of one case: question id (or e-form field id) → chosen value; absent = not answered. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** The answer "Tôi không rõ": it decides nothing, so what depends on it may be needed. */
export const UNSURE = 'unsure';

/** A small expression over answers that says when a question, paper, note or field applies. */
export type Condition =
	| { all: Condition[] }
	| { any: Condition[] }
	| { not: Condition }
	| { is: [question: string, ...values: string[]] };

export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
	z.union([
		z.strictObject({ all: z.array(Condition) }),
		z.strictObject({ any: z.array(Condition) }),
		z.strictObject({ not: Condition }),
		z.strictObject({ is: z.tuple([z.string(), z.string()], z.string()) })
	])
) as z.ZodMiniType<Condition>;

/** true / false, or undefined while an answer it depends on is missing or "Tôi không rõ". */
export type Truth = boolean | undefined;

/**
 * Evaluates a condition over answers in three-valued logic (Kleene): `all` is false as soon as one part is false,
 * `any` true as soon as one part is true, whatever is still unknown. No condition = true.
 */
export function evaluate(condition: Condition | undefined, answers: Answers): Truth {
	if (!condition) return true;
	if ('all' in condition) {
		const parts = condition.all.map((part) => evaluate(part, answers));
		return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
	}
	if ('any' in condition) {
		const parts = condition.any.map((part) => evaluate(part, answers));
		return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
	}
	if ('not' in condition) {
		const part = evaluate(condition.not, answers);
		return part === undefined ? undefined : !part;
	}
	const [question, ...values] = condition.is;
	const answer = answers[question];
	return answer === undefined || answer === UNSURE ? undefined : values.includes(answer);
}

/** The ids a condition reads, each once. */
export function conditionReads(condition: Condition | undefined): string[] {
	if (!condition) return [];
	if ('all' in condition) return [...new Set(condition.all.flatMap(conditionReads))];
	if ('any' in condition) return [...new Set(condition.any.flatMap(conditionReads))];
	if ('not' in condition) return conditionReads(condition.not);
	return [condition.is[0]];
}
