import type { CatalogueLine, CatalogueList, DraftLine } from '$lib/domain/catalogue/Draft';
import { fold } from '$lib/domain/shared/fold';

/** What a code can be filtered by: how it stands, and whether somebody works on it. */
export const STATUSES = ['published', 'draft', 'proposed', 'scheduled', 'withdrawn'] as const;
export type StatusFilter = (typeof STATUSES)[number];

/** One code of the list: in the catalogue, or so far only in somebody's draft. */
export type Row = {
	code: string;
	name: string;
	official: string;
	fieldCode: string;
	status: CatalogueLine['status'] | 'new';
	verification: CatalogueLine['verification'];
	versionNumber: number | null;
	drafts: number;
	proposals: number;
	/** Where a press leads: the code, or the draft of one that was never published. */
	href: string;
};

export type Filters = {
	typed: string;
	field: string;
	status: StatusFilter | '';
	verification: string;
};

/** Every code once: those of the catalogue, then those that only a draft has. */
export function rowsOf({ procedures, drafts }: CatalogueList): Row[] {
	const known = new Set(procedures.map(({ code }) => code));
	const fresh = new Map<string, DraftLine[]>();
	for (const draft of drafts)
		if (!known.has(draft.procedureCode))
			fresh.set(draft.procedureCode, [...(fresh.get(draft.procedureCode) ?? []), draft]);
	return [
		...[...fresh].flatMap(([code, own]) =>
			own.slice(0, 1).map((draft) => freshRow(code, draft, own))
		),
		...procedures.map((line) => ({
			code: line.code,
			name: line.shortTitle || line.title,
			official: line.title,
			fieldCode: line.fieldCode,
			status: line.status,
			verification: line.verification,
			versionNumber: line.versionNumber,
			drafts: line.drafts,
			proposals: line.proposals,
			href: `/can-bo/danh-muc/${line.code}`
		}))
	];
}

function freshRow(code: string, draft: DraftLine, own: readonly DraftLine[]): Row {
	return {
		code,
		name: draft.title,
		official: draft.title,
		fieldCode: '',
		status: 'new',
		verification: null,
		versionNumber: null,
		drafts: own.filter(({ status }) => status === 'open').length,
		proposals: own.filter(({ status }) => status === 'proposed').length,
		href: `/can-bo/danh-muc/nhap/${draft.draftId}`
	};
}

/** The rows that every filter lets through; words of the search in any order, with or without accents. */
export function filterRows(
	rows: readonly Row[],
	{ typed, field, status, verification }: Filters,
	fieldName: (code: string) => string
): Row[] {
	const wanted = fold(typed).split(' ').filter(Boolean);
	return rows.filter((row) => {
		if (field && row.fieldCode !== field) return false;
		if (verification && row.verification !== verification) return false;
		if (status && !hasStatus(row, status)) return false;
		if (wanted.length === 0) return true;
		const text = fold(`${row.code} ${row.name} ${row.official} ${fieldName(row.fieldCode)}`);
		return wanted.every((word) => text.includes(word));
	});
}

/** A code may stand under several: in force, and somebody works on it. */
export function hasStatus(row: Row, status: StatusFilter): boolean {
	if (status === 'draft') return row.drafts > 0;
	if (status === 'proposed') return row.proposals > 0;
	return row.status === status;
}
