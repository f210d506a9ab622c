import * as z from 'zod/mini';

/** What the office's own figures can tell of the index, as SQL names it (app.index_measures). */
export const IndexMeasure = z.enum([
	'on-time',
	'time-used',
	'services-used',
	'online-share',
	'paid-online',
	'e-results',
	'digitised',
	'feedback',
	'satisfaction'
]);
export type IndexMeasure = z.infer<typeof IndexMeasure>;

/** So many of so many, of what a line consists of: steps of complaints, the two shares of satisfaction, dossiers whose days count. */
const IndexPart = z.object({
	key: z.enum(['reject', 'ask', 'resolve', 'publish', 'overdue', 'disliked', 'counted']),
	part: z.int(),
	n: z.int()
});
export type IndexPart = z.infer<typeof IndexPart>;

/** What is known of a weight: `verified` = somebody has seen it in `source`; else it is from memory. */
const known = { verified: z.boolean(), source: z.string(), version: z.int() };

/**
 * A line of the index. `part` of `n` in the unit of its measure (dossiers, working days, procedures, complaints), `percent`
 * unrounded, null of nothing; `max` null = how the group's points are split was not found, `fullAt` (per cent) null = the
 * share for all points was not found. `because` = why it has no `points`.
 */
export const IndexLine = z.object({
	code: z.string(),
	name: z.string(),
	rule: z.string(),
	measure: z.nullable(IndexMeasure),
	max: z.nullable(z.number()),
	fullAt: z.nullable(z.number()),
	...known,
	part: z.nullable(z.int()),
	n: z.nullable(z.int()),
	percent: z.nullable(z.number()),
	parts: z.array(IndexPart),
	points: z.nullable(z.number()),
	because: z.nullable(z.enum(['no-data', 'nothing-yet', 'max-unknown', 'full-unknown']))
});
export type IndexLine = z.infer<typeof IndexLine>;

/** A group and the most points it can have; `points` only when every line has its own and together they are the group's. */
export const IndexGroup = z.object({
	code: z.string(),
	name: z.string(),
	max: z.number(),
	...known,
	points: z.nullable(z.number()),
	because: z.nullable(z.enum(['split-unknown', 'not-whole'])),
	lines: z.array(IndexLine)
});
export type IndexGroup = z.infer<typeof IndexGroup>;

/** The index of QĐ 766/QĐ-TTg of the days `from`–`to` (domain §5.2); counted and weighed by the server alone. */
export const IndexSheet = z.object({
	from: z.string(),
	to: z.string(),
	judgedAt: z.string(),
	agency: z.object({ id: z.string(), name: z.string() }),
	agencies: z.int(),
	/** The reader may change weights. */
	weighs: z.boolean(),
	groups: z.array(IndexGroup)
});
export type IndexSheet = z.infer<typeof IndexSheet>;

/** Something that has a weight: a group, or a line of one. */
export type Weighed =
	{ kind: 'group'; of: IndexGroup } | { kind: 'line'; of: IndexLine; group: IndexGroup };

/** Groups and lines in the order of the index. */
export function weighedOf(sheet: Pick<IndexSheet, 'groups'>): Weighed[] {
	return sheet.groups.flatMap((group): Weighed[] => [
		{ kind: 'group', of: group },
		...group.lines.map((line) => ({ kind: 'line' as const, of: line, group }))
	]);
}

/** Reads points as people type them ("7", "7,5", "7.25"): above 0, at most 100, two decimals; null of nothing, else undefined. */
export function parsePoints(text: string): number | null | undefined {
	if (text.trim() === '') return null;
	const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
	const value = match ? Number(`${match[1]}.${match[2] ?? 0}`) : NaN;
	return value > 0 && value <= 100 ? value : undefined;
}
