import * as z from 'zod/mini';
import { shareOf } from './Trips.ts';

/** One wording of a paper: since which version and local date it stood, and of how many cases how many lacked the paper. */
export const PaperWording = z.object({
	since: z.int(),
	on: z.string(),
	cases: z.int(),
	lacking: z.int()
});
export type PaperWording = z.infer<typeof PaperWording>;

/**
 * A paper that people keep lacking, under the words that stand now (figures of twelve months): `missing` = asked for on a
 * slip, `wrong` = brought but wrong, `inVain` = came in vain without it. `proposed`: it should be written anew.
 */
export const LackingPaper = z.object({
	procedureCode: z.string(),
	procedure: z.string(),
	requirementId: z.string(),
	name: z.string(),
	cases: z.int(),
	lacking: z.int(),
	missing: z.int(),
	wrong: z.int(),
	inVain: z.int(),
	proposed: z.boolean(),
	wordings: z.array(PaperWording)
});
export type LackingPaper = z.infer<typeof LackingPaper>;

/** The answer of `lacking_papers`; `computedAt` null = never counted yet; `least` = from when on a paper is proposed. */
export const LackingPapers = z.object({
	computedAt: z.nullable(z.string()),
	least: z.object({ cases: z.int(), lacking: z.int(), share: z.number() }),
	papers: z.array(LackingPaper)
});
export type LackingPapers = z.infer<typeof LackingPapers>;

/**
 * What the last change of words did: the shares before and after in whole percent. `waiting` = too few cases on one side
 * to tell (below five); undefined = the words never changed while anybody was counted.
 */
export function effectOf(
	wordings: readonly PaperWording[]
): { before: number; after: number } | 'waiting' | undefined {
	const [before, after] = wordings.slice(-2);
	if (!before || !after) return undefined;
	const shares = [before, after].map(({ lacking, cases }) => shareOf(lacking, cases));
	const [earlier, later] = shares;
	return earlier === undefined || later === undefined
		? 'waiting'
		: { before: earlier, after: later };
}
