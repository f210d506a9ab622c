import { UNSURE, type Answers } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import type { PaperMark } from '../dossier/Draft.ts';
import { fail, ok, type Result } from '../shared/Result.ts';
import { resolveChecklist } from './resolveChecklist.ts';

/**
 * A whole checklist as one line of QR-alphanumeric text, so that the counter reads it with no network:
 * `MC2*<procedure code>*<10 digits>*<one sign per question>*<one sign per requirement>*<2 check digits>`.
 * The ten digits are the first 32 bits of the content hash. Answers are positions of options; no name, no number,
 * nothing personal is in it.
 *
 * Most scanners type what they read, and a Vietnamese input method changes what is typed: AA becomes Â, DD becomes Đ, W
 * becomes Ư, and a mark goes on any vowel before S, F, R, X, J or a digit. So no vowel and neither D nor W is in it.
 * Lines of the older form MC1, with letters and without check digits, are still read.
 */
const FRAME = 'MC2';
const HASH_LENGTH = 8;
const HASH_DIGITS = 10;
/** The position of an option; the letters are those that no input method touches. */
const POSITIONS = '0123456789BCFGHJKLMNPQRSTVXZ';
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
/** The same where the older form has vowels: as it is written, and as it was. */
const TYPED_SIGNS: readonly (readonly [string, string])[] = [
	['N', 'A'],
	['K', 'O']
];

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
		return POSITIONS.charAt(index) || NONE;
	});
	const markSigns = procedure.requirements.map((requirement) =>
		inCase.has(requirement.id) ? SIGNS[marks[requirement.id] ?? 'missing'] : NONE
	);
	const line = [
		FRAME,
		procedure.code,
		String(parseInt(contentHash.slice(0, HASH_LENGTH), 16)).padStart(HASH_DIGITS, '0'),
		answerSigns.join(''),
		TYPED_SIGNS.reduce((text, [typed, sign]) => text.replaceAll(sign, typed), markSigns.join(''))
	].join('*');
	return `${line}*${checkDigits(line)}`;
}

/** Two digits that change with any one sign of the line. */
function checkDigits(line: string): string {
	const rest = [...line].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 97, 0);
	return String(rest).padStart(2, '0');
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
 * Undefined when it is no checklist at all, or one with a sign gone wrong.
 */
export function scanChecklist(line: string): ScannedChecklist | undefined {
	const text = line.trim().toUpperCase();
	return scanTyped(text) ?? scanOlder(text);
}

function scanTyped(text: string): ScannedChecklist | undefined {
	const found =
		/^(MC2\*(\d\.\d{6})\*(\d{10})\*([0-9BCFGHJ-NP-TVXZ+-]*)\*([RPMNFK-]*))\*(\d\d)$/.exec(text);
	const [, content = '', procedureCode = '', hash = '', positions = '', marks = '', check] =
		found ?? [];
	const hashStart = Number(hash).toString(16).padStart(HASH_LENGTH, '0');
	if (!found || checkDigits(content) !== check || hashStart.length > HASH_LENGTH) return undefined;
	return {
		procedureCode,
		hashStart,
		answerSigns: positions.replace(/[^+-]/g, (sign) =>
			POSITIONS.indexOf(sign).toString(36).toUpperCase()
		),
		markSigns: TYPED_SIGNS.reduce((signs, [typed, sign]) => signs.replaceAll(typed, sign), marks)
	};
}

function scanOlder(text: string): ScannedChecklist | undefined {
	const found = /^MC1\*(\d\.\d{6})\*([0-9A-F]{8})\*([0-9A-Z+-]*)\*([RPMAFO-]*)$/.exec(text);
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
