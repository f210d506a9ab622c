import type {
	LackReport,
	TripDossier,
	TripGroup,
	TripReport,
	VainReason,
	VainVisit
} from '$lib/domain/trips/Trips';
import type { Period } from '$lib/domain/report/period';
import type { Result } from '$lib/domain/shared/Result';

/** About a dossier, or about a procedure while there is none. */
export type VainAbout = { dossierId: string } | { procedureCode: string };

/** How often people have to come, and why. */
export interface StaffTrips {
	/** Somebody came in vain; the same `actionId` counts once. */
	noteVain(request: VainAbout & { actionId: string }): Promise<Result<VainVisit>>;
	/** What was lacking, said right after; `conflict` visit-settled when it is too late. */
	explainVain(request: {
		actionId: string;
		visitId: string;
		reason: VainReason;
		papers: string[];
	}): Promise<Result<null>>;
	/** Takes the tap back; `conflict` visit-settled when it is too late. */
	undoVain(request: { actionId: string; visitId: string }): Promise<Result<null>>;
	/** For approvers, admins and leaders. */
	trips(request: Period & { by: Exclude<TripGroup, 'paper'> }): Promise<Result<TripReport>>;
	/** The same period by the papers that people lacked. */
	lacks(period: Period): Promise<Result<LackReport>>;
	/** The dossiers behind a figure, as far as the caller reads them: with a second trip, or in which this paper lacked. */
	dossiers(
		request: Period & { procedureCode: string; requirementId?: string }
	): Promise<Result<TripDossier[]>>;
}
