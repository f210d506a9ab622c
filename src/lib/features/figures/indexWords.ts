import type {
	IndexGroup,
	IndexLine,
	IndexMeasure,
	IndexSheet
} from '$lib/domain/report/IndexSheet';
import type { ReportColumn } from '$lib/domain/report/Report';
import { percentOf, shareOf } from '$lib/domain/report/share';
import type { AppError } from '$lib/domain/shared/Result';
import type { SheetOf } from '$lib/domain/report/Sheet';
import { formatShare } from '$lib/i18n/numbers';
import { viIndex } from '$lib/i18n/viIndex';
import { reportTitles } from './reportWords';

const words = viIndex;

/** Which list of dossiers stands behind what a line counts (its whole), where there is one. */
const lists: Partial<Record<IndexMeasure, 'done' | 'received' | 'late'>> = {
	'on-time': 'done',
	'time-used': 'done',
	'online-share': 'received',
	'e-results': 'done',
	digitised: 'received',
	satisfaction: 'late'
};

/** The list behind a line that counts something. */
export function listBehind({
	measure,
	percent
}: Pick<IndexLine, 'measure' | 'percent'>): (ReportColumn & keyof typeof words.behind) | undefined {
	return measure && percent !== null ? lists[measure] : undefined;
}

/** What a line counts: "7 trên 13 hồ sơ"; undefined of nothing. */
export function countedWords({ measure, part, n }: IndexLine): string | undefined {
	if (!measure || part === null || !n) return undefined;
	return words.of(part, n, words.units[measure] ?? '');
}

/** The share of a line with one decimal: "53,8 %"; undefined of nothing. */
export function shareWords({ part, n, percent }: IndexLine): string | undefined {
	if (percent === null) return undefined;
	const share = part !== null && n !== null ? shareOf(part, n)?.percent : percentOf(percent / 100);
	return share && words.percent(share);
}

/** What a line consists of, each with its numbers; nothing of nothing. */
export function partWords({ parts }: Pick<IndexLine, 'parts'>): string[] {
	return parts
		.filter(({ n }) => n > 0)
		.map(({ key, part, n }) => words.part(words.parts[key], formatShare(shareOf(part, n))));
}

/** Where the rules of a group were read, each once. */
export function ruleSources({ lines }: Pick<IndexGroup, 'lines'>): string {
	return [...new Set(lines.map(({ source }) => source))].join('; ');
}

/** Points of the most there are, or why there are none. */
export function pointWords({ points, max, because }: IndexLine): string {
	if (points !== null && max !== null) return words.linePoints(points, max);
	return because ? words.because[because] : words.none;
}

/** Points of a group, or why it has none. */
export function groupWords({ points, max, because }: IndexGroup): string {
	if (points !== null) return words.groupPoints(points, max);
	return because ? words.groupBecause[because](max) : words.most(max);
}

/** Why a weight was not recorded. */
export function weightRefusal({ key }: AppError): string {
	return words.refusals[key ?? ''] ?? words.refused;
}

/** The index as a sheet: a line for each group, then its lines; numbers as numbers. */
export function indexSheet(sheet: IndexSheet): SheetOf {
	const mark = (verified: boolean) => (verified ? words.verified : words.unverified);
	const rounded = (value: number | null) => value && Math.round(value * 100) / 100;
	return {
		name: words.sheetName,
		titles: [words.title, ...reportTitles({ ...sheet, department: null }), words.gloss],
		heads: words.sheetHeads,
		rows: sheet.groups.flatMap((group) => [
			[
				words.group(group.code, group.name),
				null,
				null,
				null,
				null,
				null,
				null,
				group.points,
				group.max,
				groupWords(group),
				mark(group.verified),
				group.source
			],
			...group.lines.map((line) => [
				line.code,
				line.name,
				line.part,
				line.n,
				line.measure ? (words.units[line.measure] ?? null) : null,
				rounded(line.percent),
				line.fullAt,
				line.points,
				line.max,
				[...(line.because ? [words.because[line.because]] : []), ...partWords(line)].join('; '),
				mark(line.verified),
				line.source
			])
		]),
		widths: [28, 44, 10, 10, 16, 10, 14, 10, 12, 50, 20, 50]
	};
}
