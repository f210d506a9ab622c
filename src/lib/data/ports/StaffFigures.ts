import type {
	FigurePage,
	FigureRow,
	Report,
	ReportColumn,
	ReportFilter,
	ReportLines
} from '$lib/domain/report/Report';
import type { Dashboard } from '$lib/domain/report/Dashboard';
import type { Period } from '$lib/domain/report/period';
import type { Result } from '$lib/domain/shared/Result';

/** Which dossiers stand behind a figure: the days, the column, and what is left out. */
export type FigureRequest = Period & { column: ReportColumn; only?: ReportFilter };

/** The figures of the office, each told by the server from the events of its dossiers. */
export interface StaffFigures {
	/** The office on a day (a local date; today when absent). */
	dashboard(request: { on?: string; agencyId?: string }): Promise<Result<Dashboard>>;
	/** Biểu II.06a of these days, as far as the caller's roles go. */
	report(
		request: Period & { by: ReportLines; agencyId?: string; only?: ReportFilter }
	): Promise<Result<Report>>;
	/** A page of the dossiers behind a figure of the own agency, in the order of receipt. */
	dossiers(
		request: FigureRequest & { after?: { receivedAt: string; id: string } }
	): Promise<Result<FigurePage>>;
	/** All of them for a file, at most 5,000; for leaders. The server writes down who took them; the same `actionId` once. */
	exportDossiers(request: FigureRequest & { actionId: string }): Promise<Result<FigureRow[]>>;
}
