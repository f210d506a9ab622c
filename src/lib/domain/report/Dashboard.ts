import * as z from 'zod/mini';
import { Quote } from './Quote.ts';
import { Cells, ReportLine } from './Report.ts';

const count = z.int();

/** What is open at one moment, each dossier in one of the parts. */
const OpenRisk = z.object({
	open: count,
	late: count,
	waiting: count,
	dueToday: count,
	/** Due within the next two working days. */
	dueSoon: count,
	later: count,
	noDue: count
});

/** A month (YYYY-MM) as its own report counts it: columns 4 + 5, 4, 8, 9, 10. */
export const MonthCounts = z.object({
	month: z.string(),
	received: count,
	receivedOnline: count,
	early: count,
	onTime: count,
	late: count
});
export type MonthCounts = z.infer<typeof MonthCounts>;

/**
 * The office on a day (local date): that day, its month and its year so far, the same days of last year, each as its own
 * report counts them; months and lines (departments, or agencies for a parent) of the year so far.
 */
export const Dashboard = z.object({
	on: z.string(),
	judgedAt: z.string(),
	by: z.enum(['department', 'agency']),
	agency: z.object({ id: z.string(), name: z.string() }),
	agencies: count,
	department: z.nullable(z.string()),
	day: Cells,
	month: Cells,
	year: Cells,
	lastYear: Cells,
	months: z.array(MonthCounts),
	lines: z.array(ReportLine),
	risk: OpenRisk,
	/** Targets in force of this year; of the whole agency where there is no department. */
	targets: z.array(
		z.object({
			departmentId: z.nullable(z.string()),
			kind: z.string(),
			percent: z.number()
		})
	),
	/** What sources outside print about the agency and this year. */
	quotes: z.array(Quote),
	/** For leaders and admins; null = nothing to tell. Trips are of this month, the others of this year. */
	trips: z.nullish(z.object({ dossiers: count, secondTrips: count, inVain: count })),
	satisfaction: z.nullish(z.object({ answers: count, satisfied: count })),
	feedback: z.nullish(z.object({ received: count, late: count, open: count })),
	plan: z.nullish(z.object({ tasks: count, done: count, overdue: count }))
});
export type Dashboard = z.infer<typeof Dashboard>;

/** All months of the year up to the day, those without any dossier too. */
export function everyMonth({ on, months }: Pick<Dashboard, 'on' | 'months'>): MonthCounts[] {
	const known = new Map(months.map((one) => [one.month, one]));
	return Array.from({ length: Number(on.slice(5, 7)) }, (_, index) => {
		const month = `${on.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`;
		return (
			known.get(month) ?? { month, received: 0, receivedOnline: 0, early: 0, onTime: 0, late: 0 }
		);
	});
}

/** The share a target asks for, of the whole agency or of one department; undefined without one. */
export function targetOf(
	{ targets }: Pick<Dashboard, 'targets'>,
	kind: string,
	departmentId: string | null = null
): number | undefined {
	return targets.find((one) => one.departmentId === departmentId && one.kind === kind)?.percent;
}
