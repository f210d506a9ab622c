import { expect, it } from 'vitest';
import { ReceiveDraft } from './receiveDraft.svelte';
import { aDossier } from '../dossier/testDossier';
import { keyStep } from './keyStep';

const { papers } = new ReceiveDraft(aDossier());
const [first, second] = papers;
const last = papers.at(-1);

it.each([
	['1', first, 'right'],
	['2', first, 'wrong'],
	['3', first, 'missing'],
	['4', first, 'not-needed'],
	['j', second, undefined],
	['ArrowDown', second, undefined],
	['k', first, undefined],
	['ArrowUp', first, undefined]
])('%s at the first paper', (key, paper, verdict) => {
	expect(keyStep(key, papers, first?.id)).toEqual(verdict ? { paper, verdict } : { paper });
});

it('stays at the last paper', () => {
	expect(keyStep('J', papers, last?.id)).toEqual({ paper: last });
});

it.each([
	['5', first?.id],
	['x', first?.id],
	['Tab', first?.id],
	['1', undefined],
	['1', 'no-paper']
])('means nothing: %s at %s', (key, id) => {
	expect(keyStep(key, papers, id)).toBeUndefined();
});
