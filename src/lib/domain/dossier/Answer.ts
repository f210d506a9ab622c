import type { CannotGetReason } from './Payload.ts';
import { pagesOf, type Page } from './Page.ts';
import { tidyText } from '../shared/tidyText.ts';
import { toFile, type OutboxFile } from './Submission.ts';
import type { AnswerLine, Supplement, SupplementLine } from './Supplement.ts';

/**
 * What a citizen has put down for one line of a slip. Words are kept for each way apart: who changes their mind loses
 * nothing. `way` is null while none is chosen.
 */
export type LineDraft = {
	way: AnswerLine['kind'] | null;
	reason: CannotGetReason | null;
	/** More about why the paper cannot be had. */
	words: string;
	question: string;
};

/**
 * An answer to one slip, being written on this phone. Its id is fixed from the start and becomes the answer's; its
 * photographs are pages with `draftId` = this id and a line's id as their paper.
 */
export type AnswerDraft = {
	id: string;
	dossierId: string;
	supplementId: string;
	/** By line id; a line nobody touched is absent. */
	lines: Record<string, LineDraft>;
	createdAt: string;
	updatedAt: string;
};

/** What was changed since the last save, by line: two tabs do not undo each other. */
export type AnswerChange = Record<string, Partial<LineDraft>>;

/** An answer the server has in full; its lines come back with the dossier's progress. */
export type SentAnswer = { id: string; supplementId: string; answeredAt: string };

/** The most letters of a question or an explanation, as `app.check_answer_lines` admits. */
export const MOST_LETTERS = 1_000;
const FEWEST_LETTERS = 2;

const UNTOUCHED: LineDraft = { way: null, reason: null, words: '', question: '' };

/** A new, empty answer to this slip. */
export function newAnswer(parts: {
	id: string;
	dossierId: string;
	supplementId: string;
	now: Date;
}): AnswerDraft {
	const { now, ...ids } = parts;
	return { ...ids, lines: {}, createdAt: now.toISOString(), updatedAt: now.toISOString() };
}

/** What is put down for a line. */
export function lineOf(draft: Pick<AnswerDraft, 'lines'>, lineId: string): LineDraft {
	return draft.lines[lineId] ?? UNTOUCHED;
}

/** The answer with a change applied. */
export function applyAnswerChange(
	draft: AnswerDraft,
	change: AnswerChange,
	now: Date
): AnswerDraft {
	const lines = { ...draft.lines };
	for (const [id, part] of Object.entries(change)) lines[id] = { ...lineOf(draft, id), ...part };
	return { ...draft, lines, updatedAt: now.toISOString() };
}

/** Two changes in a row as one; the later one wins where both touch a part. */
export function mergeAnswerChanges(earlier: AnswerChange, later: AnswerChange): AnswerChange {
	const merged = { ...earlier };
	for (const [id, part] of Object.entries(later)) merged[id] = { ...merged[id], ...part };
	return merged;
}

/**
 * How far a line is: `open` = no way chosen; `pages`, `reason`, `question` = what the chosen way still lacks;
 * `too-long` = more words than can be sent; `done` = it can be sent.
 */
export type LineState = 'open' | 'pages' | 'reason' | 'question' | 'too-long' | 'done';

/** How far this line is with so many pages photographed. */
export function lineState(line: LineDraft, pageCount: number): LineState {
	switch (line.way) {
		case null:
			return 'open';
		case 'files':
			return pageCount > 0 ? 'done' : 'pages';
		case 'cannot-get':
			if (line.reason === null) return 'reason';
			return isTooLong(line.words) ? 'too-long' : 'done';
		case 'question':
			if (tidyText(line.question).length < FEWEST_LETTERS) return 'question';
			return isTooLong(line.question) ? 'too-long' : 'done';
	}
}

function isTooLong(text: string): boolean {
	return [...tidyText(text)].length > MOST_LETTERS;
}

/**
 * Freezes an answer into what is sent: the finished lines in the slip's order, and the files of those that show pages.
 * Photographs of a line that is answered in another way stay on the phone. A line that asks for no paper of the
 * checklist gives its files the line's own id as requirement.
 */
export function freezeAnswer(
	draft: AnswerDraft,
	asked: readonly Pick<SupplementLine, 'id' | 'requirementId'>[],
	pages: readonly Page[],
	newId: () => string
): { lines: AnswerLine[]; files: OutboxFile[] } {
	const lines: AnswerLine[] = [];
	const files: OutboxFile[] = [];
	for (const { id, requirementId } of asked) {
		const put = lineOf(draft, id);
		const shown = pagesOf(pages, id);
		if (lineState(put, shown.length) !== 'done' || put.way === null) continue;
		const line: AnswerLine = { lineId: id, kind: put.way };
		if (put.way === 'files') {
			const own = shown.map((page) => toFile(page, requirementId ?? id, newId()));
			files.push(...own);
			line.files = own.map(({ fileId }) => fileId);
		} else if (put.way === 'cannot-get') {
			if (put.reason) line.reason = put.reason;
			const words = tidyText(put.words);
			if (words !== '') line.text = words;
		} else line.text = tidyText(put.question);
		lines.push(line);
	}
	return { lines, files };
}

/**
 * Which line of a later slip takes what was put down for a line of an earlier one: the same paper, otherwise the same
 * name. Gives earlier id → later id, each later one once; what is no longer asked for is absent.
 */
export function matchLines(
	earlier: Pick<Supplement, 'lines'>,
	later: Pick<Supplement, 'lines'>
): Record<string, string> {
	const matched: Record<string, string> = {};
	for (const line of earlier.lines) {
		const same = later.lines.find((one) =>
			line.requirementId === null
				? one.requirementId === null && one.name === line.name
				: one.requirementId === line.requirementId
		);
		if (same && !Object.values(matched).includes(same.id)) matched[line.id] = same.id;
	}
	return matched;
}

/** Where a reopened answer goes on: under which id, and, when the desk has sent another slip meanwhile, on which one. */
export type FreshAnswer = {
	id: string;
	updatedAt: string;
	/** From the earlier slip to the later, and the later one's line for each line of the earlier (`matchLines`). */
	moved?: { from: string; supplementId: string; lineIds: Record<string, string> };
};

/** Between a slip's id and its line's: no slip has a line of such a name. */
const ASIDE = '/';

/**
 * The id of a line, or of the paper of its photographs, on the later slip. Slips count their lines (`line-1`), so that
 * what is asked for no more is put aside under its own slip's name: it must not become another line's.
 */
export function movedLineId({ moved }: Pick<FreshAnswer, 'moved'>, lineId: string): string {
	if (!moved || lineId.includes(ASIDE)) return lineId;
	return moved.lineIds[lineId] ?? `${moved.from}${ASIDE}${lineId}`;
}

/** Which slip and line an id of `movedLineId` is about; `supplementId` is the slip of the answer. */
export function lineIn(supplementId: string, lineId: string): { slip: string; line: string } {
	const [slip = '', line] = lineId.split(ASIDE);
	return line === undefined ? { slip: supplementId, line: lineId } : { slip, line };
}

/** The lines of an answer on a later slip; a line that is asked for no more is put aside and not sent. */
export function moveLines<T>(lines: Record<string, T>, fresh: FreshAnswer): Record<string, T> {
	return Object.fromEntries(
		Object.entries(lines).map(([id, line]) => [movedLineId(fresh, id), line])
	);
}
