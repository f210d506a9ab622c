import { cleanText } from './cleanText.ts';

/** The sections of a crawled page; `isRecut` = read anew from the whole text because the crawler cut it short. */
export type Sections = {
	code: string;
	title: string;
	field: string;
	levels: string;
	decisionNo: string;
	agency: string;
	address: string;
	subjects: string;
	conditions: string;
	steps: string;
	methods: string;
	papers: string;
	laws: string;
	results: string;
	isRecut: { steps: boolean; papers: boolean };
};

const STEPS_HEADING = 'Trình Tự Thực Hiện';
const METHODS_HEADING = 'Cách Thức Thực Hiện';
const LAWS_START = /^(?:Tên văn bản pháp lý|Không có thông tin)/u;
const PAPERS_HEAD = 'Tên giấy tờMẫu đơn';

/**
 * The sections of a record. The crawler looked for the words of the headings and sometimes found them inside a sentence
 * ("Căn cứ pháp lý: Thông tư …" in a fee, "mục 4.3 (Thành phần hồ sơ)" in a step): then the section breaks off there, or
 * begins there, and is read again from the whole text of the page, where headings stand glued to what follows.
 */
export function sectionsOf(record: object): Sections {
	const values = new Map(Object.entries(record));
	const at = (key: string) => cleanText(values.get(key));
	const sections: Sections = {
		code: at('ma_thu_tuc'),
		title: at('ten_thu_tuc'),
		field: at('linh_vuc'),
		levels: at('cap_thuc_hien'),
		decisionNo: at('so_quyet_dinh'),
		agency: at('co_quan_co_tham_quyen') || at('co_quan_thuc_hien'),
		address: at('dia_chi_tiep_nhan'),
		subjects: at('doi_tuong_thuc_hien'),
		conditions: at('yeu_cau_dieu_kien'),
		steps: at('trinh_tu_thuc_hien'),
		methods: at('cach_thuc_thuc_hien'),
		papers: at('thanh_phan_ho_so'),
		laws: at('can_cu_phap_ly'),
		results: at('ket_qua_xu_ly'),
		isRecut: { steps: false, papers: false }
	};
	return recut(sections, at('raw_text'));
}

function recut(sections: Sections, whole: string): Sections {
	if (whole === '') return sections;
	const again: Partial<Pick<Sections, 'code' | 'title' | 'steps' | 'methods' | 'papers' | 'laws'>> =
		{};
	const code = /Mã thủ tục(\S+?)Số quyết định/u.exec(whole)?.[1];
	if (sections.code === '' && code) again.code = code;
	const title = /^([\s\S]{3,600}?)Tên thủ tục\1/u.exec(whole)?.[1];
	if (sections.title === '' && title) again.title = title;
	const methodsAt = whole.indexOf(`${METHODS_HEADING}Hình thức nộp`);
	if (methodsAt < 0) return { ...sections, ...again };
	const laws = lastOf(whole, /Căn cứ pháp lý(?=Tên văn bản pháp lý|Không có thông tin)/gu);
	const papersAt = findPapers(whole, methodsAt, laws?.start ?? whole.length);
	const stepsAt = whole.indexOf(STEPS_HEADING);
	const steps =
		stepsAt >= 0 && stepsAt < methodsAt
			? whole.slice(stepsAt + STEPS_HEADING.length, methodsAt).trim()
			: '';
	if (isCut(sections.steps, steps)) again.steps = steps;
	const methods = papersAt
		? whole.slice(methodsAt + METHODS_HEADING.length, papersAt.start).trim()
		: '';
	if (isCut(sections.methods, methods)) again.methods = methods;
	const papers = papersAt ? whole.slice(papersAt.end, laws?.start ?? whole.length).trim() : '';
	if (
		papers.includes(PAPERS_HEAD) &&
		(!sections.papers.includes(PAPERS_HEAD) || isCut(sections.papers, papers))
	)
		again.papers = papers;
	const lawsEnd = laws ? whole.indexOf('Cơ quan thực hiện', laws.end) : -1;
	const lawsText = laws && lawsEnd > 0 ? whole.slice(laws.end, lawsEnd).trim() : '';
	if (lawsText !== '' && !LAWS_START.test(sections.laws)) again.laws = lawsText;
	const isRecut = { steps: again.steps !== undefined, papers: again.papers !== undefined };
	return { ...sections, ...again, isRecut };
}

/** Whether the longer text goes on where the section stops. */
function isCut(section: string, longer: string): boolean {
	return longer.length > section.length + 1 && longer.startsWith(section);
}

/** The heading of the papers: glued to both sides, the last one before the first table. */
function findPapers(
	whole: string,
	from: number,
	to: number
): { start: number; end: number } | undefined {
	const head = whole.indexOf(PAPERS_HEAD, from);
	const until = head >= 0 && head < to ? head : to;
	const found = lastOf(whole.slice(from, until), /(?<=\S)Thành phần hồ sơ(?![\s,:;.)])/gu);
	return found && { start: from + found.start, end: from + found.end };
}

function lastOf(text: string, word: RegExp): { start: number; end: number } | undefined {
	const match = [...text.matchAll(word)].at(-1);
	return match && { start: match.index, end: match.index + match[0].length };
}
