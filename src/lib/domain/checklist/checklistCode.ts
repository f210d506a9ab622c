import { UNSURE, type Answers } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import type { PaperMark } from '../dossier/Draft.ts';
import { fail, ok, type Result } from '../shared/Result.ts';
import { resolveChecklist } from './resolveChecklist.ts';

/**
 * A whole checklist as one line of QR-alphanumeric text, so that the counter reads it with no network:
 * `MC1*<procedure code>*<8 hex of the content hash>*<one sign per question>*<one sign per requirement>`.
 * Answers are positions of options; no name, no number, nothing personal is in it.
 */
const FRAME = 'MC1';
const HASH_LENGTH = 8;
const NONE = '-';
const NOT_SURE = '+';
const SIGNS: Record<PaperMark | 'photographed', string> = {
	ready: 'R',
	photographed: 'P',
	missing: 'M',
	'does-not-apply': 'A',
	'cannot-find': 'F',
	'cannot-obtain': 'O'
};

/** What a checklist says of its papers: requirement id → mark; a photographed one is told apart. */
export type ChecklistMarks = Readonly<Record<string, PaperMark | 'photographed' | undefined>>;

/** The line of a checklist. Papers outside the case and answers nobody asks are left out. */
export function encodeChecklist(
	procedure: Procedure,
	contentHash: string,
	answers: Answers,
	marks: ChecklistMarks
): string {
	const { items, questions } = resolveChecklist(procedure, answers);
	const asked = new Set(questions.map((question) => question.id));
	const inCase = new Set(items.map((item) => item.id));
	const answerSigns = procedure.questions.map((question) => {
		const value = asked.has(question.id) ? answers[question.id] : undefined;
		if (value === UNSURE) return NOT_SURE;
		const index = question.options.findIndex((option) => option.value === value);
		return index < 0 ? NONE : index.toString(36).toUpperCase();
	});
	const markSigns = procedure.requirements.map((requirement) =>
		inCase.has(requirement.id) ? SIGNS[marks[requirement.id] ?? 'missing'] : NONE
	);
	return [
		FRAME,
		procedure.code,
		contentHash.slice(0, HASH_LENGTH).toUpperCase(),
		answerSigns.join(''),
		markSigns.join('')
	].join('*');
}

/** The parts of a scanned line, not yet read against a version. */
export type ScannedChecklist = {
	procedureCode: string;
	/** Lower-case beginning of the content hash the answers belong to. */
	hashStart: string;
	answerSigns: string;
	markSigns: string;
};

/**
 * Reads the frame of a scanned line: enough to know which procedure, and which version of it, must be looked up.
 * Undefined when it is no checklist at all.
 */
export function scanChecklist(line: string): ScannedChecklist | undefined {
	const found = /^MC1\*(\d\.\d{6})\*([0-9A-F]{8})\*([0-9A-Z+-]*)\*([RPMAFO-]*)$/.exec(
		line.trim().toUpperCase()
	);
	if (!found) return undefined;
	const [, procedureCode = '', hash = '', answerSigns = '', markSigns = ''] = found;
	return { procedureCode, hashStart: hash.toLowerCase(), answerSigns, markSigns };
}

/**
 * The answers and marks of a scanned checklist, read against the version it was made from. Fails as `outdated` when the
 * version is another one, as `invalid` when the line does not fit it.
 */
export function decodeChecklist(
	procedure: Procedure,
	contentHash: string,
	scanned: ScannedChecklist
): Result<{ answers: Record<string, string>; marks: Record<string, PaperMark | 'photographed'> }> {
	if (!contentHash.startsWith(scanned.hashStart)) return fail({ kind: 'outdated' });
	const { questions, requirements } = procedure;
	if (
		scanned.answerSigns.length !== questions.length ||
		scanned.markSigns.length !== requirements.length
	)
		return fail({ kind: 'invalid', key: 'checklist-malformed' });
	const answers: Record<string, string> = {};
	for (const [index, question] of questions.entries()) {
		const sign = scanned.answerSigns.charAt(index);
		if (sign === NONE) continue;
		const value = sign === NOT_SURE ? UNSURE : question.options[parseInt(sign, 36)]?.value;
		if (value === undefined) return fail({ kind: 'invalid', key: 'checklist-malformed' });
		answers[question.id] = value;
	}
	const bySign = new Map(
		Object.entries(SIGNS).map(([mark, sign]) => [sign, mark as keyof typeof SIGNS])
	);
	const marks: Record<string, PaperMark | 'photographed'> = {};
	for (const [index, requirement] of requirements.entries()) {
		const mark = bySign.get(scanned.markSigns.charAt(index));
		if (mark) marks[requirement.id] = mark;
	}
	return ok({ answers, marks });
}
