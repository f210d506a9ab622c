import type {
	FigurePage,
	FigureRow,
	Report,
	ReportColumn,
	ReportFilter,
	ReportLines
} from '$lib/domain/report/Report';
import type { Dashboard } from '$lib/domain/report/Dashboard';
import type { IndexSheet } from '$lib/domain/report/IndexSheet';
import type { LateLines, LateReasons } from '$lib/domain/report/LateReasons';
import type { Period } from '$lib/domain/report/period';
import type { Result } from '$lib/domain/shared/Result';

/** Which dossiers stand behind a figure: the days, the column, and what is left out. */
export type FigureRequest = Period & { column: ReportColumn; only?: ReportFilter };

/** A weight of a group or line, with where it stands and why it is changed; the same `actionId` once. `null` = not known. */
export type WeightChange = {
	actionId: string;
	kind: 'group' | 'line';
	code: string;
	maxPoints: number | null;
	/** Lines only: per cent from which all points are given. */
	fullAt?: number | null;
	verified: boolean;
	source: string;
	reason: string;
	expectedVersion: number;
};

/** The figures of the office, each told by the server from the events of its dossiers. */
export interface StaffFigures {
	/** The office on a day (a local date; today when absent). */
	dashboard(request: { on?: string; agencyId?: string }): Promise<Result<Dashboard>>;
	/** Biểu II.06a of these days, as far as the caller's roles go. */
	report(
		request: Period & { by: ReportLines; agencyId?: string; only?: ReportFilter }
	): Promise<Result<Report>>;
	/** The index of QĐ 766 of these days; for leaders and admins. */
	index(request: Period & { agencyId?: string }): Promise<Result<IndexSheet>>;
	/** An admin writes down a weight of the index; `conflict` version-stale, index-split; `invalid` index-points, index-source, index-reason. */
	saveWeight(request: WeightChange): Promise<Result<null>>;
	/** Why dossiers were late in these days, as far as the caller's roles go. */
	lateReasons(request: Period & { by: LateLines; agencyId?: string }): Promise<Result<LateReasons>>;
	/** A page of the dossiers behind a figure of the own agency, in the order of receipt. */
	dossiers(
		request: FigureRequest & { after?: { receivedAt: string; id: string } }
	): Promise<Result<FigurePage>>;
	/** All of them for a file, at most 5,000; for leaders. The server writes down who took them; the same `actionId` once. */
	exportDossiers(request: FigureRequest & { actionId: string }): Promise<Result<FigureRow[]>>;
}
