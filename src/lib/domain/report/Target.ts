import * as z from 'zod/mini';
import { shareOf, stillNeeded, type Share } from './share.ts';

/** What a target (chỉ tiêu) is about, in the order of the screens. */
export const TARGET_KINDS = ['online', 'online-full', 'on-time', 'satisfaction'] as const;
export const TargetKind = z.enum(TARGET_KINDS);
export type TargetKind = z.infer<typeof TargetKind>;

/** So many of so many. */
const PartOf = z.object({ part: z.int(), n: z.int() });
export type PartOf = z.infer<typeof PartOf>;

/** A target of a year in percent, and what has been reached of it; people's names only among colleagues. */
export const Target = z.object({
	id: z.string(),
	/** Null = the whole agency. */
	departmentId: z.nullable(z.string()),
	kind: TargetKind,
	percent: z.number(),
	state: z.enum(['proposed', 'approved', 'returned', 'withdrawn']),
	note: z.nullable(z.string()),
	version: z.int(),
	/** Approved once, and another one stands in its place now. */
	replaced: z.boolean(),
	/** The reader put it forward. */
	own: z.boolean(),
	proposedBy: z.nullable(z.string()),
	/** Local times YYYY-MM-DDTHH:mm. */
	proposedAt: z.string(),
	decidedBy: z.nullable(z.string()),
	decidedAt: z.nullable(z.string()),
	reason: z.nullable(z.string()),
	/** Of the year so far; null where nothing is counted, or the target is history. */
	actual: z.nullable(PartOf),
	/** The same of the last 30 days; null in a year that is not this one. */
	lately: z.nullable(PartOf),
	/** online-full: online dossiers whose procedure does not tell its level; they are not in `part`. */
	unknownLevel: z.nullable(z.int())
});
export type Target = z.infer<typeof Target>;

const Named = z.object({ id: z.string(), name: z.string() });

/** The targets of an agency in a year, and what the reader may do about them. */
export const TargetSheet = z.object({
	year: z.int(),
	/** The local date, and the local moment up to which was counted. */
	today: z.string(),
	judgedAt: z.string(),
	latelyFrom: z.nullable(z.string()),
	agency: Named,
	/** How many agencies are counted together for the whole. */
	agencies: z.int(),
	/** Agencies below, for a leader to look at. */
	below: z.array(Named),
	/** For whom the reader may propose. */
	proposes: z.object({ agency: z.boolean(), departments: z.array(z.string()) }),
	decides: z.boolean(),
	/** No other leader is there to decide on what the reader put forward. */
	approvesOwn: z.boolean(),
	departments: z.array(Named),
	targets: z.array(Target)
});
export type TargetSheet = z.infer<typeof TargetSheet>;

/**
 * How it stands with a target. `needed` = dossiers still missing: online ones among those received so far, or the next
 * ones that must all be on time; undefined = cannot be reached any more.
 */
export type Standing =
	| { is: 'unmeasured' | 'nothing-yet' }
	| { is: 'reached' | 'missed'; share: Share; needed: number }
	| { is: 'on-the-way' | 'behind'; share: Share; needed: number | undefined; lately?: Share };

/**
 * Where a target stands. Reached: the year's share is there (it may fall again until the year ends). Not reached: on the
 * way when the last 30 days alone meet it, else behind; missed when the year is over. No guess of the days to come.
 */
export function standingOf(
	target: Pick<Target, 'kind' | 'percent' | 'actual' | 'lately'>,
	yearIsOver: boolean
): Standing {
	const { actual, lately, percent, kind } = target;
	if (!actual) return { is: 'unmeasured' };
	const share = shareOf(actual.part, actual.n);
	if (!share) return { is: 'nothing-yet' };
	const short = stillNeeded(actual.part, actual.n, percent);
	if (short === 0 || yearIsOver)
		return { is: short === 0 ? 'reached' : 'missed', share, needed: short };
	const recent = lately ? shareOf(lately.part, lately.n) : undefined;
	const needed = kind === 'on-time' ? nextNeeded(actual.part, actual.n, percent) : short;
	const isRising =
		needed !== undefined && recent && stillNeeded(recent.part, recent.n, percent) === 0;
	return {
		is: isRising ? 'on-the-way' : 'behind',
		share,
		needed,
		...(recent ? { lately: recent } : {})
	};
}

/**
 * How many next ones, all of them of the part, bring `part` of `n` to `percent`: (part + k) / (n + k); 0 when it is
 * reached, undefined when it never can be (100 % once one was missed).
 */
export function nextNeeded(part: number, n: number, percent: number): number | undefined {
	const short = (n * percent) / 100 - part;
	if (short <= 1e-9) return 0;
	return percent >= 100 ? undefined : Math.ceil(short / (1 - percent / 100) - 1e-9);
}

/** Reads a percentage as people type it ("5", "5,5", "5.5 %"): above 0, at most 100, one decimal; else undefined. */
export function parsePercent(text: string): number | undefined {
	const match = /^(\d{1,3})(?:[.,](\d))?\s*%?$/.exec(text.trim());
	const value = match ? Number(`${match[1]}.${match[2] ?? 0}`) : NaN;
	return value > 0 && value <= 100 ? value : undefined;
}

/** Whole days from a local date to the last day of a year, 0 on that day; negative afterwards. */
export function daysLeft(today: string, year: number): number {
	return (Date.parse(`${year}-12-31T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
}
