import { describe, expect, it } from 'vitest';
import type { Action } from '$lib/domain/dossier/transitions';
import type { PaperVerdict } from '$lib/domain/dossier/Supplement';
import { fittingAction } from './fittingAction';

const receiver: Action[] = ['receive', 'supplement', 'refuse', 'withdraw'];
const askedBefore: Action[] = ['receive', 'refuse', 'reply', 'withdraw'];
const leader: Action[] = ['supplement-again'];
const officer: Action[] = ['supplement'];

const cases: [string, (PaperVerdict | '')[], number, Action[], string][] = [
	['all right', ['right', 'right'], 0, receiver, 'receive'],
	['right or not needed', ['right', 'not-needed'], 0, receiver, 'receive'],
	['not looked at yet', ['', 'right'], 0, receiver, 'receive'],
	['one wrong among right ones', ['right', 'wrong'], 0, receiver, 'supplement'],
	['one missing, one not looked at', ['missing', ''], 0, receiver, 'supplement'],
	['papers right, the declaration not', ['right'], 1, receiver, 'supplement'],
	['wrong again', ['wrong'], 0, askedBefore, 'ask-leader'],
	['right after the supplement', ['right'], 0, askedBefore, 'receive'],
	['wrong again, seen by the leader', ['wrong'], 0, leader, 'supplement-again'],
	['nothing wrong, seen by the leader', ['right'], 0, leader, 'nothing'],
	['wrong while it is worked on', ['wrong'], 0, officer, 'supplement'],
	['nothing wrong while it is worked on', [''], 0, officer, 'nothing'],
	['a leader who also receives', ['wrong'], 0, [...askedBefore, ...leader], 'supplement-again']
];

describe('the action that fits the papers', () => {
	it.each(cases)('%s', (_, verdicts, extras, actions, fit) => {
		const papers = verdicts.map((verdict) => ({ verdict }));
		expect(fittingAction(papers, extras, actions)).toBe(fit);
	});
});
