import { lineIn } from '$lib/domain/dossier/Answer';
import type { AnswerLine, Supplement, SupplementLine } from '$lib/domain/dossier/Supplement';
import { viAnswers } from '$lib/i18n/viAnswers';

/** What was answered to a line, in a few words. */
export function answerWords({ kind, reason, text, files }: AnswerLine): string {
	const { said, reasons } = viAnswers;
	if (kind === 'files') return said.files(files?.length ?? 0);
	if (kind === 'question') return said.question(text ?? '');
	return said['cannot-get'](reason ? reasons[reason] : '', text ?? '');
}

/** How many pieces of a paper the desk asks for; empty when the slip names none. */
export function pieceWords({ originals, certified, copies }: SupplementLine): string {
	const text = viAnswers.pieces;
	const parts = [
		...(originals > 0 ? [text.originals(originals)] : []),
		...(certified > 0 ? [text.certified(certified)] : []),
		...(copies > 0 ? [text.copies(copies)] : [])
	];
	return parts.length > 0 ? text.need(parts.join(', ')) : '';
}

/** What a line of an answer to the slip `supplementId` is called there, or on the earlier slip it was put aside from. */
export function lineName(
	rounds: readonly Pick<Supplement, 'id' | 'lines'>[],
	supplementId: string,
	lineId: string
): string | undefined {
	const { slip, line } = lineIn(supplementId, lineId);
	return rounds.find(({ id }) => id === slip)?.lines.find(({ id }) => id === line)?.name;
}
