import type { Procedure } from '../catalogue/Procedure.ts';
import type { Question } from '../catalogue/Question.ts';
import { shorten } from './cleanText.ts';
import { CASE_QUESTION, caseValue, draftNotes, draftRequirements } from './draftRequirements.ts';
import { readLineKind } from './lineKind.ts';
import type { NoteBook } from './noteBook.ts';
import { casesOf, paperLines, type PaperLine } from './paperLines.ts';
import { readTitles, type TableMeaning } from './readTitles.ts';
import type { SourceTable } from './Source.ts';

const LONGEST_LABEL = 200;

/**
 * Papers, remarks and the question of cases out of the tables of a record. A line that stands alike in several cases is
 * one paper; what is asked in every case is asked of everybody.
 */
export function draftPapers(
	tables: readonly SourceTable[],
	book: NoteBook
): Pick<Procedure, 'questions' | 'requirements' | 'notes'> {
	const meanings = readTitles(tables.map(({ title }) => title));
	const cases = casesOf(meanings);
	const question = draftQuestion(cases, meanings, book);
	const lines = paperLines(tables, meanings, cases, book);
	const papers = lines.filter(isPaper);
	const remarks = lines.filter((line) => !isPaper(line));
	return {
		questions: question ? [question] : [],
		requirements: draftRequirements(papers, book),
		notes: draftNotes(remarks, book)
	};
}

function isPaper({ text, row, meaning }: PaperLine): boolean {
	if (row.kind !== undefined) return true;
	return (
		meaning.role !== 'remarks' && readLineKind(text, row.originals, row.copies).kind === 'paper'
	);
}

function draftQuestion(
	cases: readonly string[],
	meanings: readonly TableMeaning[],
	book: NoteBook
): Question | undefined {
	const source = meanings
		.map(({ title }) => title)
		.filter(Boolean)
		.join(' | ');
	const doubt = meanings.find((meaning) => meaning.doubt !== undefined)?.doubt;
	if (cases.length === 0) {
		if (meanings.length === 0) book.drop('questions', '', 'nguồn không có bảng giấy tờ');
		else book.weigh('questions', source, doubt);
		return undefined;
	}
	book.guess('questions', source, doubt ?? 'câu hỏi và các lựa chọn lấy từ tên các bảng giấy tờ');
	// One case, or cases that only add something: most people are in none of them.
	const hasRest = cases.length === 1 || meanings.some(({ role }) => role === 'extra');
	return {
		id: CASE_QUESTION,
		text: 'Bạn thuộc trường hợp nào?',
		options: [
			...cases.map((title, index) => ({
				value: caseValue(index + 1),
				label: shorten(title, LONGEST_LABEL)
			})),
			...(hasRest ? [{ value: caseValue(0), label: 'Không thuộc trường hợp trên' }] : [])
		],
		maybeUnsure: true
	};
}
