import { describe, expect, it } from 'vitest';
import { MORNING } from '$lib/testing/builders';
import {
	applyAnswerChange,
	freezeAnswer,
	lineState,
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
		const lineIds = { '1': 'y', '2': 'x' };
		expect(
			moveLines(
				{ '1': 'p', '3': 'q' },
				{ id: '', updatedAt: '', moved: { supplementId: 's', lineIds } }
			)
		).toEqual({ y: 'p', '3': 'q' });
	});
});
