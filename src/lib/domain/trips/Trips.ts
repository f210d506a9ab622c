import * as z from 'zod/mini';
import { meanOf } from '../report/share.ts';

/** Why somebody came and went home with nothing done. */
export const VAIN_REASONS = [
	'lacks-paper',
	'wrong-place',
	'closed',
	'officer-away',
	'result-not-ready',
	'other'
] as const;
export const VainReason = z.enum(VAIN_REASONS);
export type VainReason = z.infer<typeof VainReason>;

/** A visit in vain as the server noted it; `at` is a local time. */
export const VainVisit = z.object({ visitId: z.string(), at: z.string() });
export type VainVisit = z.infer<typeof VainVisit>;

/** What the figures are listed by. */
export const TRIP_GROUPS = ['procedure', 'paper', 'field', 'department', 'month'] as const;
export type TripGroup = (typeof TRIP_GROUPS)[number];

/** Second trips by what people came for once more. */
const TripCauses = z.object({
	pickUp: z.int(),
	supplement: z.int(),
	inVain: z.int(),
	other: z.int()
});

/**
 * Figures of one procedure, field, department or month. `dossiers` = n; `visits` and `secondTrips` (beyond the one visit
 * that is needed, or none) also count who came in vain before there was a dossier; `withSecondTrip` of the n had one;
 * `contacts` = visits + rounds of supplement (index 3 of TT 01/2018). `name` is empty for visits of no department.
 */
export const TripLine = z.object({
	key: z.string(),
	name: z.string(),
	dossiers: z.int(),
	visits: z.int(),
	secondTrips: z.int(),
	withSecondTrip: z.int(),
	contacts: z.int(),
	rounds: z.int(),
	causes: TripCauses
});
export type TripLine = z.infer<typeof TripLine>;

/** A paper that people lacked: of `cases` that had it in their list, `lacking` came without it or with a wrong one. */
export const LackLine = z.object({
	procedureCode: z.string(),
	procedure: z.string(),
	requirementId: z.string(),
	name: z.string(),
	cases: z.int(),
	lacking: z.int(),
	missing: z.int(),
	wrong: z.int(),
	inVain: z.int()
});
export type LackLine = z.infer<typeof LackLine>;

const report = {
	total: TripLine,
	/** Visits of the period as the office saw them: several matters at once are one. */
	sittings: z.int(),
	/** Visits in vain of the period by reason, `unsaid` when nobody said one. */
	reasons: z.partialRecord(z.enum([...VAIN_REASONS, 'unsaid']), z.int())
};

/** The answer of `staff_trips`, by anything but paper. */
export const TripReport = z.object({ ...report, lines: z.array(TripLine) });
export type TripReport = z.infer<typeof TripReport>;

/** The answer of `staff_trips` by paper. */
export const LackReport = z.object({ ...report, lines: z.array(LackLine) });
export type LackReport = z.infer<typeof LackReport>;

/** A dossier behind a figure. */
export const TripDossier = z.object({
	id: z.string(),
	code: z.nullable(z.string()),
	visits: z.int(),
	secondTrips: z.int(),
	rounds: z.int()
});
export type TripDossier = z.infer<typeof TripDossier>;

/** Below so many cases no share is told: one person more or less would turn it round. */
const LEAST_FOR_SHARE = 5;

/**
 * `part` of `whole` in whole percent; undefined below five cases. Not 0 while there is one, not 100 while one is left.
 */
export function shareOf(part: number, whole: number): number | undefined {
	if (whole < LEAST_FOR_SHARE) return undefined;
	if (part === 0 || part === whole) return part === 0 ? 0 : 100;
	return Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}

/** Contacts per dossier with one decimal (TT 01/2018: the sum by the dossiers); undefined without dossiers. */
export function contactsEach({
	contacts,
	dossiers
}: Pick<TripLine, 'contacts' | 'dossiers'>): number | undefined {
	return meanOf(contacts, dossiers);
}
