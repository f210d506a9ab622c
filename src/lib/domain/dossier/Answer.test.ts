import { describe, expect, it } from 'vitest';
import { MORNING } from '$lib/testing/builders';
import {
	applyAnswerChange,
	freezeAnswer,
	lineState,
	lineIn,
	matchLines,
	mergeAnswerChanges,
	MOST_LETTERS,
	moveLines,
	newAnswer,
	type LineDraft
} from './Answer';
import type { Page } from './Page';
import type { SupplementLine } from './Supplement';

const empty: LineDraft = { way: null, reason: null, words: '', question: '' };

function aPage(id: string, lineId: string, position: number): Page {
	return {
		id,
		draftId: 'answer',
		uses: [{ paper: lineId, position }],
		type: 'image/jpeg',
		size: 3,
		sha256: 'f'.repeat(64),
		width: 1,
		height: 1,
		name: '',
		addedAt: ''
	};
}

function aLine(id: string, requirementId: string | null, name = id): SupplementLine {
	return {
		id,
		requirementId,
		name,
		verdict: 'wrong',
		reason: '',
		originals: 0,
		certified: 0,
		copies: 0
	};
}

const begun = newAnswer({ id: 'answer', dossierId: 'd', supplementId: 's', now: MORNING });

describe('how far a line is', () => {
	it.each<[string, Partial<LineDraft>, number, string]>([
		['untouched', {}, 0, 'open'],
		['photographed, but no way chosen', {}, 2, 'open'],
		['to be photographed', { way: 'files' }, 0, 'pages'],
		['photographed', { way: 'files' }, 1, 'done'],
		['no reason', { way: 'cannot-get', words: 'vì…' }, 0, 'reason'],
		['a reason', { way: 'cannot-get', reason: 'cannot-find' }, 0, 'done'],
		[
			'a reason with a novel',
			{ way: 'cannot-get', reason: 'cannot-find', words: 'a'.repeat(MOST_LETTERS + 1) },
			0,
			'too-long'
		],
		['a question of blanks', { way: 'question', question: ' \u200B\n' }, 0, 'question'],
		['a question of one letter', { way: 'question', question: '?' }, 0, 'question'],
		['a question', { way: 'question', question: 'Ở đâu?' }, 0, 'done'],
		['a long question', { way: 'question', question: 'ở'.repeat(MOST_LETTERS + 1) }, 0, 'too-long']
	])('%s', (_, part, pages, state) => expect(lineState({ ...empty, ...part }, pages)).toBe(state));
});

describe('an answer that is sent', () => {
	const asked = [aLine('one', 'giay-chung-sinh'), aLine('two', null), aLine('three', 'so-ho-khau')];
	const pages = [aPage('b', 'one', 2), aPage('a', 'one', 1), aPage('c', 'two', 1)];
	let number = 0;
	const newId = () => `file-${(number += 1)}`;

	it('has the finished lines in the order of the slip, and the files of those that show pages', () => {
		number = 0;
		const draft = applyAnswerChange(
			begun,
			{
				three: { way: 'question', question: ' Sổ nào?\u00A0 ' },
				one: { way: 'files' },
				two: { way: 'cannot-get', reason: 'cannot-obtain', words: ' Xã hẹn tuần sau ' }
			},
			MORNING
		);
		const { lines, files } = freezeAnswer(draft, asked, pages, newId);
		expect(lines).toEqual([
			{ lineId: 'one', kind: 'files', files: ['file-1', 'file-2'] },
			{ lineId: 'two', kind: 'cannot-get', reason: 'cannot-obtain', text: 'Xã hẹn tuần sau' },
			{ lineId: 'three', kind: 'question', text: 'Sổ nào?' }
		]);
		// The photograph of a line that is answered in words stays on the phone.
		expect(files.map(({ pageId, requirementId }) => [pageId, requirementId])).toEqual([
			['a', 'giay-chung-sinh'],
			['b', 'giay-chung-sinh']
		]);
	});

	it('names the line where no paper of the checklist is asked for', () => {
		const draft = applyAnswerChange(begun, { two: { way: 'files' } }, MORNING);
		expect(freezeAnswer(draft, asked, pages, newId).files).toMatchObject([
			{ pageId: 'c', requirementId: 'two', attempt: 1, isSent: false }
		]);
	});

	it('leaves out what is not finished', () => {
		const draft = applyAnswerChange(begun, { three: { way: 'files' } }, MORNING);
		expect(freezeAnswer(draft, asked, pages, newId)).toEqual({ lines: [], files: [] });
	});
});

describe('changes', () => {
	it('touch only what they name, and the words of another way stay', () => {
		const asking = applyAnswerChange(
			begun,
			mergeAnswerChanges({ one: { way: 'question' } }, { one: { question: 'Ở đâu?' } }),
			MORNING
		);
		const next = applyAnswerChange(asking, { one: { way: 'files' }, two: {} }, MORNING);
		expect(next.lines).toEqual({
			one: { ...empty, way: 'files', question: 'Ở đâu?' },
			two: empty
		});
	});
});

describe('another slip', () => {
	it('takes what it still asks for: the same paper, or the same words', () => {
		const earlier = { lines: [aLine('1', 'a'), aLine('2', null, 'Dòng 5'), aLine('3', 'gone')] };
		const later = { lines: [aLine('x', null, 'Dòng 5'), aLine('y', 'a'), aLine('z', 'new')] };
		expect(matchLines(earlier, later)).toEqual({ '1': 'y', '2': 'x' });
	});
	it('gives a line to one earlier line only', () => {
		const twice = { lines: [aLine('1', null, 'Dòng 5'), aLine('2', null, 'Dòng 5')] };
		expect(matchLines(twice, { lines: [aLine('x', null, 'Dòng 5')] })).toEqual({ '1': 'x' });
	});
	it('puts aside what is asked for no more: slips count their lines anew', () => {
		const moved = { from: 'slip-1', supplementId: 'slip-2', lineIds: { 'line-2': 'line-1' } };
		const fresh = { id: '', updatedAt: '', moved };
		const once = moveLines({ 'line-1': 'p', 'line-2': 'q' }, fresh);
		expect(once).toEqual({ 'slip-1/line-1': 'p', 'line-1': 'q' });
		const later = { ...fresh, moved: { ...moved, from: 'slip-2', lineIds: {} } };
		expect(moveLines(once, later)).toEqual({ 'slip-1/line-1': 'p', 'slip-2/line-1': 'q' });
		expect(lineIn('slip-2', 'slip-1/line-1')).toEqual({ slip: 'slip-1', line: 'line-1' });
		expect(lineIn('slip-2', 'line-1')).toEqual({ slip: 'slip-2', line: 'line-1' });
	});
});
