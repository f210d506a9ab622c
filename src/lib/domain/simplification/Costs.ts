import * as z from 'zod/mini';

const Agency = z.object({ id: z.string(), name: z.string() });

/**
 * What one procedure cost the people whose dossiers were received in a period. `papers` (that had to be brought) and `visits`
 * are sums over `dossiers`, `days` (working days the office held it) the sum over the `done` of them; `cost` = papers each ×
 * visits each × days each × dossiers, a mean below 1 taken as 1 (SQL `app.cost_of`); null while nothing is done.
 */
export const CostLine = z.object({
	code: z.string(),
	shortTitle: z.string(),
	field: z.nullable(z.string()),
	dossiers: z.int(),
	papers: z.int(),
	visits: z.int(),
	secondTrips: z.int(),
	done: z.int(),
	days: z.int(),
	cost: z.nullable(z.number())
});
export type CostLine = z.infer<typeof CostLine>;

/** The answer of `procedure_costs`: local dates, both included; `agencies` = how many are summed up. */
export const CostReport = z.object({
	from: z.string(),
	to: z.string(),
	agency: Agency,
	agencies: z.int(),
	lines: z.array(CostLine)
});
export type CostReport = z.infer<typeof CostReport>;

/** What the ranking is put in order by. */
export const COST_ORDERS = ['name', 'cost', 'dossiers', 'papers', 'visits', 'days'] as const;
export type CostOrder = (typeof COST_ORDERS)[number];

const valueOf: Record<Exclude<CostOrder, 'name'>, (line: CostLine) => number | undefined> = {
	dossiers: ({ dossiers }) => dossiers,
	papers: ({ papers, dossiers }) => share(papers, dossiers),
	visits: ({ visits, dossiers }) => share(visits, dossiers),
	days: ({ days, done }) => share(days, done),
	cost: ({ cost }) => cost ?? undefined
};

/** The lines anew in this order, the largest first, names from A; `turned` = the other way round. What has no figure stays last. */
export function orderCosts(
	lines: readonly CostLine[],
	by: CostOrder,
	turned: boolean
): readonly CostLine[] {
	const collator = new Intl.Collator('vi', { numeric: true });
	const way = turned ? -1 : 1;
	// No toSorted: an office's PC may have a browser of 2020.
	return [...lines].sort((one, two) => {
		const names = collator.compare(one.shortTitle, two.shortTitle);
		if (by === 'name') return way * names;
		const [first, second] = [valueOf[by](one), valueOf[by](two)];
		if (first === undefined || second === undefined)
			return Number(first === undefined) - Number(second === undefined) || names;
		return way * (second - first) || names;
	});
}

function share(sum: number, n: number): number | undefined {
	return n > 0 ? sum / n : undefined;
}
