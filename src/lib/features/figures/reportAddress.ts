import {
	REPORT_COLUMNS,
	REPORT_LINES,
	type ReportColumn,
	type ReportFilter,
	type ReportLines
} from '$lib/domain/report/Report';
import { isPeriod, periodOf, type Period, type PeriodChoice } from '$lib/domain/report/period';

/** What an address asks for: the days, the lines, and for a list the column and what is left out. */
export type ReportAddress = Period & {
	by: ReportLines;
	agencyId?: string;
	column: ReportColumn;
	only: ReportFilter;
};

const lineNames: Record<ReportLines, string> = {
	field: 'linh-vuc',
	procedure: 'thu-tuc',
	department: 'phong',
	agency: 'co-quan',
	officer: 'can-bo',
	channel: 'cach-nop'
};
const filterNames: Partial<Record<ReportLines, keyof ReportFilter>> = {
	field: 'field',
	procedure: 'procedure',
	department: 'departmentId',
	officer: 'officerId',
	channel: 'channel'
};

/** The days of an address's query; what is missing or wrong becomes `otherwise`. */
export function readPeriod(
	query: URLSearchParams,
	today: string,
	otherwise: PeriodChoice = 'this-month'
): Period {
	const asked = { from: query.get('tu') ?? '', to: query.get('den') ?? '' };
	return isPeriod(asked) ? asked : periodOf(otherwise, today);
}

/** Days, and of which agency below the own one, as the query of an address; `readPeriod` reads the days. */
export function periodQuery({
	from,
	to,
	agencyId
}: Period & { agencyId?: string }): URLSearchParams {
	return new URLSearchParams({ tu: from, den: to, ...(agencyId && { 'co-quan': agencyId }) });
}

/** Reads the query of a report's address; what is missing or wrong becomes this month, by field, all of it. */
export function readAddress(search: string, today: string): ReportAddress {
	const query = new URLSearchParams(search);
	const by = REPORT_LINES.find((line) => lineNames[line] === query.get('theo')) ?? 'field';
	const only: ReportFilter = {};
	for (const [line, key] of Object.entries(filterNames)) {
		const value = query.get(lineNames[line as ReportLines]);
		if (value) Object.assign(only, { [key]: value });
	}
	const agencyId = query.get('co-quan');
	return {
		...readPeriod(query, today),
		by,
		column: REPORT_COLUMNS.find((column) => column === query.get('cot')) ?? 'counted',
		only,
		...(agencyId ? { agencyId } : {})
	};
}

/** The address of a report, or of a page like it: its days and its lines. */
export function reportHref(
	{ by, ...address }: Omit<ReportAddress, 'column' | 'only'>,
	page: 'bao-cao' | 'bao-cao/tre-han' | 'bao-cao/so-hoa' = 'bao-cao'
): string {
	const query = periodQuery(address);
	query.set('theo', lineNames[by]);
	return `/can-bo/${page}?${query}`;
}

/** The address of the index of these days. */
export function indexHref(days: Period & { agencyId?: string }): string {
	return `/can-bo/chi-so?${periodQuery(days)}`;
}

/** The address of the dossiers behind a figure: of one line of a report, or of all. */
export function listHref(
	period: Period,
	column: ReportColumn,
	line?: { by: ReportLines; key: string }
): string {
	const query = periodQuery(period);
	query.set('cot', column);
	if (line && filterNames[line.by]) query.set(lineNames[line.by], line.key);
	return `/can-bo/bao-cao/ho-so?${query}`;
}

/** Whether a line of this kind leads to a list: a dossier is never looked up by its agency, that is only one's own. */
export function leadsToList(by: ReportLines, key: string | null): key is string {
	return key !== null && by in filterNames;
}

/** The address of the overview of a day (today when undefined), of the own agency or one below it. */
export function overviewHref(day: string | undefined, agencyId: string | undefined): string {
	const query = new URLSearchParams({
		...(day ? { ngay: day } : {}),
		...(agencyId ? { 'co-quan': agencyId } : {})
	});
	return `/can-bo/tong-quan${query.size > 0 ? `?${query}` : ''}`;
}
