import { fold } from '../shared/fold.ts';
import { isMissing, withoutBullet } from './cleanText.ts';
import type { NoteBook } from './noteBook.ts';
import type { TableMeaning } from './readTitles.ts';
import type { SourceTable } from './Source.ts';
import type { PaperRow } from './splitRows.ts';

/** A line of a table with the numbers of the cases it is for; no cases = for everybody. */
export type PaperLine = {
	row: PaperRow;
	text: string;
	meaning: TableMeaning;
	cases: number[];
	doubt?: string;
};

/** The titles of all cases, each once, in the order of the source. */
export function casesOf(meanings: readonly TableMeaning[]): string[] {
	const named = meanings.filter(({ role }) => role === 'case' || role === 'extra');
	const folded = named.map(({ title }) => fold(title));
	return named
		.map(({ title }) => title)
		.filter((_, index) => folded.indexOf(folded[index] ?? '') === index);
}

/** The lines of all tables with their cases; what stands alike in several cases is one line. */
export function paperLines(
	tables: readonly SourceTable[],
	meanings: readonly TableMeaning[],
	cases: readonly string[],
	book: NoteBook
): PaperLine[] {
	const lines = tables.flatMap((table, index) => linesOf(table, meanings[index], cases, book));
	return mergeLines(lines, cases.length);
}

function linesOf(
	table: SourceTable,
	meaning: TableMeaning | undefined,
	cases: readonly string[],
	book: NoteBook
): PaperLine[] {
	if (!meaning) return [];
	const number = cases.map(fold).indexOf(fold(meaning.title)) + 1;
	const isCase = meaning.role === 'case' || meaning.role === 'extra';
	return table.rows.flatMap((row): PaperLine[] => {
		const bare = withoutBullet(row.text);
		const text = bare.length > 2 && row.kind === undefined ? bare : row.text;
		if (isMissing(text)) {
			if (row.originals + row.copies > 0)
				book.drop('requirements.name', row.text, 'dòng có số lượng nhưng không có tên giấy');
			return [];
		}
		const doubt = row.doubt ?? table.doubt;
		return [
			{
				row,
				text: /[^:]:\s*$/.test(row.text) && !text.endsWith(':') ? `${text}:` : text,
				meaning,
				cases: isCase ? [number] : [],
				...(doubt ? { doubt } : {})
			}
		];
	});
}

/** Lines alike in words, counts and manner become one, for all their cases together. */
function mergeLines(lines: readonly PaperLine[], caseCount: number): PaperLine[] {
	const merged = new Map<string, PaperLine>();
	const extras = lines.some(({ meaning }) => meaning.role === 'extra');
	const plainCases = new Set(
		lines.filter(({ meaning }) => meaning.role === 'case').flatMap(({ cases }) => cases)
	);
	for (const line of lines) {
		// Where other cases only add ("nộp bổ sung"), the papers of the one plain case are the common ground.
		const isGround = extras && plainCases.size === 1 && line.meaning.role === 'case';
		const own = isGround
			? { ...line, cases: [], doubt: line.doubt ?? 'các trường hợp khác chỉ “bổ sung” thêm' }
			: line;
		const key = keyOf(own);
		const known = merged.get(key);
		merged.set(key, known ? { ...known, cases: together(known.cases, own.cases) } : own);
	}
	return [...merged.values()].map((line) =>
		caseCount > 1 && line.cases.length === caseCount && !extras ? { ...line, cases: [] } : line
	);
}

function keyOf({ text, row, meaning }: PaperLine): string {
	const isRemark = meaning.role === 'remarks';
	return [
		fold(text),
		row.kind ?? '',
		row.originals,
		row.copies,
		meaning.section ?? '',
		isRemark
	].join('|');
}

/** No cases = everybody, and everybody includes every case. */
function together(a: readonly number[], b: readonly number[]): number[] {
	return a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])];
}
