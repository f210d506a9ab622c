import * as z from 'zod/mini';
import { CannotGetReason } from './Payload.ts';

/** What the desk found at a paper: only `wrong` and `missing` become lines of a supplement slip. */
export const PaperVerdict = z.enum(['right', 'wrong', 'missing', 'not-needed']);
export type PaperVerdict = z.infer<typeof PaperVerdict>;

/**
 * One line of a supplement slip: a paper (or, with `requirementId` null, something else of the dossier, such as a line
 * of the declaration) that must be mended, why in the citizen's words, and how many pieces are asked for.
 */
export const SupplementLine = z.object({
	id: z.string(),
	requirementId: z.nullable(z.string()),
	name: z.string(),
	verdict: z.enum(['wrong', 'missing']),
	reason: z.string(),
	originals: z.int(),
	certified: z.int(),
	copies: z.int()
});
export type SupplementLine = z.infer<typeof SupplementLine>;

/** What a phone answers to one line: new photographs, that the paper cannot be had and why, or a question. */
export const AnswerLine = z.object({
	lineId: z.string(),
	kind: z.enum(['files', 'cannot-get', 'question']),
	reason: z.optional(CannotGetReason),
	text: z.optional(z.string()),
	/** Ids of the files that show the paper anew, page after page. */
	files: z.optional(z.array(z.string()))
});
export type AnswerLine = z.infer<typeof AnswerLine>;

/**
 * One round of asking for papers (Mẫu số 02), with every answer to it. Instants are ISO with zone, `until` is a local
 * date. `countsLate`: a second request, which the law counts as late (domain §2.7); `againReason`: the leader's reason
 * for it. `outcome` is null while it is open: `accepted` = the desk took what came, `again` = another slip followed,
 * otherwise how the dossier ended.
 */
export const Supplement = z.object({
	id: z.string(),
	round: z.int(),
	slipNumber: z.string(),
	requestedAt: z.string(),
	requestedBy: z.string(),
	until: z.string(),
	note: z.nullable(z.string()),
	countsLate: z.boolean(),
	againReason: z.nullable(z.string()),
	lines: z.array(SupplementLine),
	answers: z.array(z.object({ id: z.string(), at: z.string(), lines: z.array(AnswerLine) })),
	replies: z.array(z.object({ at: z.string(), by: z.string(), text: z.string() })),
	closedAt: z.nullable(z.string()),
	outcome: z.nullable(z.enum(['accepted', 'again', 'refused', 'withdrawn']))
});
export type Supplement = z.infer<typeof Supplement>;

/** The round that waits for the citizen or for the desk, if any. */
export function findOpenSupplement(rounds: readonly Supplement[]): Supplement | undefined {
	return rounds.find((round) => round.closedAt === null);
}

/** The last answer to each line of a round, by line id: a later answer takes the place of an earlier one. */
export function latestAnswers(round: Pick<Supplement, 'answers'>): Map<string, AnswerLine> {
	return new Map(
		round.answers.flatMap(({ lines }) => lines.map((line) => [line.lineId, line] as const))
	);
}
