import { describe, expect, it } from 'vitest';
import { roundState } from './AnswerState';
import type { AnswerLine, Supplement } from './Supplement';

const line = { requirementId: null, name: '', verdict: 'missing' as const, reason: '' };
const pieces = { originals: 0, certified: 0, copies: 0 };

function aRound(changes: Partial<Supplement>): Supplement {
	return {
		id: 'slip',
		round: 1,
		slipNumber: '',
		requestedAt: '2026-11-23T02:00:00Z',
		requestedBy: '',
		until: '2026-12-03',
		note: null,
		countsLate: false,
		againReason: null,
		lines: [
			{ ...line, ...pieces, id: '1' },
			{ ...line, ...pieces, id: '2' }
		],
		answers: [],
		replies: [],
		closedAt: null,
		outcome: null,
		...changes
	};
}

const says = (lineId: string): AnswerLine => ({ lineId, kind: 'question', text: '?' });
const half = { id: 'a', at: '2026-11-24T02:00:00+00:00', lines: [says('1')] };
const rest = { id: 'b', at: '2026-11-24T03:00:00+00:00', lines: [says('2')] };
const reply = (at: string) => ({ at, by: '', text: '' });

describe('whose turn it is', () => {
	it.each<[string, Partial<Supplement>, string[], { turn: boolean; open: string[] }]>([
		['nothing answered', {}, [], { turn: false, open: ['1', '2'] }],
		['half of it', { answers: [half] }, [], { turn: false, open: ['2'] }],
		['all, in two answers', { answers: [half, rest] }, [], { turn: true, open: [] }],
		[
			'the desk has replied since',
			{ answers: [half, rest], replies: [reply('2026-11-24T10:00:01.5+07:00')] },
			[],
			{ turn: false, open: [] }
		],
		[
			'the desk had replied before',
			{ answers: [half, rest], replies: [reply('2026-11-24T09:30:00+07:00')] },
			[],
			{ turn: true, open: [] }
		],
		['arrived, and the server has not told yet', {}, ['b'], { turn: true, open: [] }],
		['told by now', { answers: [half] }, ['a'], { turn: false, open: ['2'] }]
	])('%s', (_, changes, sent, expected) => {
		const answers = sent.map((id) => ({
			id,
			supplementId: 'slip',
			answeredAt: '2026-11-24T03:00:00+00:00'
		}));
		const { isDesksTurn, unanswered } = roundState(aRound(changes), { answers });
		expect({ turn: isDesksTurn, open: unanswered.map(({ id }) => id) }).toEqual(expected);
	});

	it('says when the last answer came, and ignores answers to other slips', () => {
		const answers = [{ id: 'z', supplementId: 'other', answeredAt: '2026-12-01T00:00:00Z' }];
		expect(roundState(aRound({ answers: [half, rest] }), { answers }).answeredAt).toBe(rest.at);
	});
});
