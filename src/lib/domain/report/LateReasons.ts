import * as z from 'zod/mini';
import { LATE_REASONS, LateReason, type ReportLines } from './Report.ts';

const count = z.int();

/** What the lines of this report can be. */
export const LATE_LINES = [
	'field',
	'procedure',
	'department'
] as const satisfies readonly ReportLines[];
export type LateLines = (typeof LATE_LINES)[number];

/** A line: late among the done (column 10 of II.06a) and among the open (13), and how many of both for each reason. */
const LateLine = z.object({
	key: z.nullable(z.string()),
	label: z.nullable(z.string()),
	late: count,
	openLate: count,
	reasons: z.partialRecord(LateReason, count)
});
export type LateLine = z.infer<typeof LateLine>;

/**
 * Why dossiers were late in the days `from`–`to`; lines without any late one are left out. The reasons of a line add up to
 * its late ones, or the answer is refused. (Biểu 07a; the number is from memory and no screen says it.)
 */
export const LateReasons = z
	.object({
		from: z.string(),
		to: z.string(),
		judgedAt: z.string(),
		by: z.enum(LATE_LINES),
		agency: z.object({ id: z.string(), name: z.string() }),
		agencies: count,
		department: z.nullable(z.string()),
		lines: z.array(LateLine)
	})
	.check(
		z.refine(
			({ lines }) =>
				lines.every(
					({ late, openLate, reasons }) =>
						Object.values(reasons).reduce((sum, n) => sum + n, 0) === late + openLate
				),
			'figures-inconsistent'
		)
	);
export type LateReasons = z.infer<typeof LateReasons>;

/** The lines added up. */
export function lateTotal(
	lines: readonly LateLine[]
): Pick<LateLine, 'late' | 'openLate' | 'reasons'> {
	const total = { late: 0, openLate: 0, reasons: {} as LateLine['reasons'] };
	for (const { late, openLate, reasons } of lines) {
		total.late += late;
		total.openLate += openLate;
		for (const reason of LATE_REASONS)
			if (reasons[reason]) total.reasons[reason] = (total.reasons[reason] ?? 0) + reasons[reason];
	}
	return total;
}

/** The reasons that occur, in their order. */
export function reasonsIn(lines: readonly LateLine[]): LateReason[] {
	return LATE_REASONS.filter((reason) => lines.some(({ reasons }) => (reasons[reason] ?? 0) > 0));
}
