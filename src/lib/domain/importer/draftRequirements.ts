import type { Condition } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import type { Requirement } from '../catalogue/Requirement.ts';
import { newSlug } from '../editing/slug.ts';
import { fold } from '../shared/fold.ts';
import { damageOf, shorten } from './cleanText.ts';
import { readLineKind } from './lineKind.ts';
import type { NoteBook } from './noteBook.ts';
import { readKind } from './paperKind.ts';
import type { PaperLine } from './paperLines.ts';
import { endsInForm } from './splitRows.ts';

/** The id of the one question an import can ask: which of the cases the source names. */
export const CASE_QUESTION = 'truong-hop';

const LONGEST_NAME = 160;

/** The answer that means case number `number`; 0 = none of them. */
export function caseValue(number: number): string {
	return number === 0 ? 'khac' : `th-${number}`;
}

function conditionOf(cases: readonly number[]): { when?: Condition } {
	const [first, ...others] = cases.map(caseValue);
	return first === undefined ? {} : { when: { is: [CASE_QUESTION, first, ...others] } };
}

/** The papers among the lines, each with what is sure of its name, kind and counts. */
export function draftRequirements(lines: readonly PaperLine[], book: NoteBook): Requirement[] {
	const taken = new Set<string>();
	const papers = new Map<string, string>();
	return lines.map((line, index): Requirement => {
		const { row, text, cases } = line;
		const name = nameOf(text);
		const id = newSlug(name, taken);
		taken.add(id);
		const paper = papers.get(fold(text)) ?? id;
		papers.set(fold(text), paper);
		return {
			id,
			paper,
			name,
			officialName: text,
			kind: weighPaper(line, name, book),
			originals: row.originals,
			copies: row.copies,
			...conditionOf(cases),
			why: '',
			ifMissing: '',
			photo: false,
			source: `Thành phần hồ sơ, dòng ${index + 1}`
		};
	});
}

/** Notes down what is sure of one paper, and gives its kind. */
function weighPaper(line: PaperLine, at: string, book: NoteBook): Requirement['kind'] {
	const { row, text, meaning } = line;
	if (row.kind !== undefined) {
		for (const field of ['name', 'counts', 'kind'] as const)
			book.read(`requirements.${field}`, row.text, at);
		return row.kind;
	}
	const { kind, doubt } = readKind(text, row.originals, row.copies, meaning.section);
	const { doubt: lineDoubt, isOdd } = readLineKind(text, row.originals, row.copies);
	const odd = isOdd ? 'không giống tên một giấy tờ' : undefined;
	const hasForm = row.forms.length > 0 || endsInForm(row.text);
	const form = hasForm ? 'tên tệp mẫu đơn dính liền với tên giấy' : undefined;
	const group = meaning.role === 'all' && meaning.doubt ? 'không rõ nhóm giấy' : undefined;
	const shared = damageOf(text) ?? line.doubt ?? lineDoubt ?? odd;
	book.weigh('requirements.name', row.text, shared ?? form, at);
	book.weigh('requirements.counts', row.counted, row.doubt ?? line.doubt ?? lineDoubt, at);
	book.weigh('requirements.kind', row.text, doubt ?? group ?? shared, at);
	return kind;
}

function nameOf(text: string): string {
	const name = shorten(text.replace(/:$/, ''), LONGEST_NAME);
	return name.length >= 3 ? name : `Giấy tờ “${name}”`;
}

/** The remarks among the lines. */
export function draftNotes(lines: readonly PaperLine[], book: NoteBook): Procedure['notes'] {
	return lines.map(({ row, text, cases, doubt, meaning }, index) => {
		const isRemark = meaning.role === 'remarks';
		const lineDoubt = isRemark ? undefined : readLineKind(text, row.originals, row.copies).doubt;
		book.weigh('notes', row.text, lineDoubt ?? doubt ?? damageOf(text));
		return { id: index === 0 ? 'luu-y' : `luu-y-${index + 1}`, text, ...conditionOf(cases) };
	});
}
