import { expect, it } from 'vitest';
import { effectOf, type PaperWording } from './LackingPapers';

const wording = (since: number, lacking: number, cases: number): PaperWording => ({
	since,
	on: '2026-01-01',
	lacking,
	cases
});

it.each([
	['never written anew', [wording(1, 7, 10)], undefined],
	['nothing counted', [], undefined],
	['too few after', [wording(1, 7, 10), wording(2, 1, 4)], 'waiting'],
	['too few before', [wording(1, 4, 4), wording(2, 1, 40)], 'waiting'],
	['better', [wording(1, 7, 10), wording(2, 1, 5)], { before: 70, after: 20 }],
	[
		'the last change counts',
		[wording(1, 9, 10), wording(2, 5, 10), wording(4, 6, 10)],
		{ before: 50, after: 60 }
	]
])('%s', (_name, wordings, effect) => {
	expect(effectOf(wordings)).toEqual(effect);
});
