import * as z from 'zod/mini';
import { MonthCounts } from './Dashboard.ts';
import { Quote } from './Quote.ts';

const count = z.int();

/** What everybody may know of a year of an office: counts of Biểu II.06a, never of fewer than five in a month or field. */
export const PublicYear = z.object({
	received: count,
	receivedOnline: count,
	early: count,
	onTime: count,
	late: count,
	open: count,
	months: z.array(MonthCounts),
	fields: z.array(z.object({ field: z.string(), name: z.string(), received: count }))
});
export type PublicYear = z.infer<typeof PublicYear>;

/** The public statistics page: which offices and years there are, and one year of one office; null = nothing yet. */
export const PublicFigures = z.object({
	agencies: z.array(z.object({ id: z.string(), name: z.string() })),
	years: z.array(count),
	agencyId: z.nullable(z.string()),
	year: z.nullable(count),
	procedures: count,
	fields: count,
	figures: z.nullable(PublicYear),
	/** The local time at which these were worked out. */
	toldAt: z.nullable(z.string()),
	/** What sources outside print about the office and this year. */
	quotes: z.array(Quote)
});
export type PublicFigures = z.infer<typeof PublicFigures>;
