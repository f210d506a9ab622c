import { describe, expect, it } from 'vitest';
import type { AnswerLine } from '$lib/domain/dossier/Supplement';
import { aRound } from './testDossier';
import { hasOpenQuestion, linesOf } from './linesOf';

const [line] = aRound().lines;
const answer = (at: string, ...lines: AnswerLine[]) => ({ id: at, at, lines });
const lineId = line?.id ?? '';
const question: AnswerLine = { lineId, kind: 'question', text: 'Chụp cả bìa không?' };
const files: AnswerLine = { lineId, kind: 'files', files: ['f1'] };

describe('the lines of a round', () => {
	it('show the last answer and what came before it', () => {
		const answers = [
			answer('2026-11-24T01:00:00Z', question),
			answer('2026-11-24T02:00:00Z', files)
		];
		expect(linesOf(aRound({ answers }))).toEqual([
			{ line, answer: files, earlier: [{ at: '2026-11-24T01:00:00Z', answer: question }] }
		]);
	});
	it('stand without an answer too', () => {
		expect(linesOf(aRound())).toEqual([{ line, answer: undefined, earlier: [] }]);
	});
});

describe('an open question', () => {
	const reply = (at: string) => ({ at, by: 'Trần Thị Tiếp', text: 'Có.' });
	it.each([
		['none asked', [answer('2026-11-24T01:00:00Z', files)], [], false],
		['asked', [answer('2026-11-24T01:00:00Z', question)], [], true],
		[
			'replied to',
			[answer('2026-11-24T01:00:00Z', question)],
			[reply('2026-11-24T01:00:01+00:00')],
			false
		],
		[
			'asked again after the reply, the offset written otherwise',
			[answer('2026-11-24T08:00:00+07:00', question), answer('2026-11-24T03:00:00Z', question)],
			[reply('2026-11-24T02:00:00Z')],
			true
		]
	])('%s', (_, answers, replies, expected) => {
		expect(hasOpenQuestion({ answers, replies })).toBe(expected);
	});
});
