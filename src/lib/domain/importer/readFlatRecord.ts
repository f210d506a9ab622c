import { fail, ok, type Result } from '../shared/Result.ts';
import { cleanLine, cleanText, damageOf, stated, withoutResidue } from './cleanText.ts';
import { sectionsOf, type Sections } from './flatSections.ts';
import { readGluedLaws } from './readLaws.ts';
import { readLevels } from './readLevels.ts';
import { readGluedMethods } from './readMethods.ts';
import type { Source, SourceTable } from './Source.ts';
import { splitRows } from './splitRows.ts';

/** Heads of the table of papers, glued together. */
const PAPERS_HEADER = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';

/** Whether a value is one record of the crawl of the national portal (one string per section of the page). */
export function isFlatRecord(value: object): boolean {
	return 'ma_thu_tuc' in value || ('ten_thu_tuc' in value && 'thanh_phan_ho_so' in value);
}

/** Cuts a record of the crawl into its pieces. Fails only when there is no name. */
export function readFlatRecord(record: object): Result<Source, string> {
	const sections = sectionsOf(record);
	const title = cleanLine(sections.title);
	if (title === '') return fail('Không có tên thủ tục.');
	const { methods, rest } = readGluedMethods(sections.methods);
	const levelsText = cleanLine(sections.levels);
	const laws = readGluedLaws(sections.laws);
	const steps = cleanText(sections.steps);
	const tables = readTables(sections);
	const papers = tables.length === 0 ? stated(cleanLine(sections.papers)) : '';
	const stepsDoubt = sections.isRecut.steps
		? 'bản thu thập cắt sai mục này, đã đọc lại từ toàn văn'
		: damageOf(steps);
	return ok({
		origin: originOf(record),
		code: sections.code,
		title,
		field: stated(cleanLine(sections.field)),
		...levelsOf(levelsText),
		decisionNo: stated(cleanLine(sections.decisionNo)),
		agency: stated(cleanLine(sections.agency)),
		address: stated(cleanLine(sections.address)),
		subjects: stated(cleanLine(sections.subjects)),
		conditions: stated(cleanText(sections.conditions)),
		steps: { text: stated(steps), ...(stepsDoubt ? { doubt: stepsDoubt } : {}) },
		methods,
		tables,
		laws: laws.laws,
		lawsText: cleanLine(sections.laws),
		lawsDoubt: 'tên và số văn bản dính liền nhau, đã tách',
		...readResults(sections.results),
		onlineText: '',
		forms: [...new Set(tables.flatMap(({ rows }) => rows.flatMap(({ forms }) => forms)))],
		leftOver: [rest, papers, laws.rest].filter(Boolean)
	});
}

function levelsOf(levelsText: string): Pick<Source, 'levels' | 'levelsText'> {
	return { levels: readLevels(levelsText).levels, levelsText };
}

function originOf(record: object): string {
	const url = 'detail_url' in record ? cleanLine(record.detail_url) : '';
	return /^https?:\/\/\S+$/.test(url)
		? `Cổng Dịch vụ công quốc gia (${url})`
		: 'Cổng Dịch vụ công quốc gia';
}

/** The tables of papers: each begins with its title, which stands glued behind the last line of the one before. */
function readTables(sections: Sections): SourceTable[] {
	const doubt = sections.isRecut.papers
		? 'bản thu thập cắt sai mục này, đã đọc lại từ toàn văn'
		: undefined;
	const parts = cleanText(sections.papers).split(PAPERS_HEADER);
	if (parts.length < 2) return [];
	const tables: SourceTable[] = [];
	let title = parts[0] ?? '';
	parts.slice(1).forEach((part, index) => {
		const { rows, rest } = splitRows(part);
		const isLast = index === parts.length - 2;
		// Words behind the last count of the last table are a line whose count is missing.
		const lost =
			isLast && rest !== ''
				? [
						{
							text: rest,
							originals: 0,
							copies: 0,
							forms: [],
							counted: '',
							doubt: 'nguồn không ghi số lượng'
						}
					]
				: [];
		tables.push({ title, rows: [...rows, ...lost], ...(doubt ? { doubt } : {}) });
		title = rest;
	});
	return tables;
}

const RESULT_CODE =
	/Mã: ?(KQ[.-][A-Z]\d+[.-](?:KQ)?\d{4,6}|\d{3}(?:\.\d{2}){2}\.[A-Z]\d+-KQ\d{4,6}|[A-Z]\d+-KQ\d{4,6}|\d{1,6})?/gu;

/** "Giấy khai sinhMã: KQ.G15.000031Bản saoMã: …": results with their codes, without the page's buttons. */
function readResults(text: string): Pick<Source, 'results' | 'resultsText'> {
	const plain = withoutResidue(cleanLine(text));
	const results: Source['results'] = [];
	let start = 0;
	for (const match of plain.matchAll(RESULT_CODE)) {
		const name = cleanLine(plain.slice(start, match.index)).replace(/^[-+*•]\s*/, '');
		const code = match[1];
		if (stated(name) !== '') results.push({ name, ...(code === undefined ? {} : { code }) });
		start = match.index + match[0].length;
	}
	const rest = stated(plain.slice(start).trim());
	if (rest !== '') results.push({ name: rest });
	return { results, resultsText: plain };
}
