import { expect, it } from 'vitest';
import type { Warning } from '$lib/domain/editing/warnings';
import { birth } from '$lib/testing/builders';
import { readBoxes } from './readBoxes';

const free = (name: string): Warning => ({
	kind: 'free-but-council',
	path: ['fees', 0, 'kind'],
	name
});
const long = (sentence: string): Warning => ({
	kind: 'long',
	path: ['summary'],
	sentence,
	words: 40
});
const keys = (...warnings: Warning[]) => readBoxes(birth, warnings).map(({ key }) => key);

it('gives each thing to read a tick of its own, also two of one place and kind', () => {
	const twice = keys(free('Lệ phí'), free('Lệ phí'), free('Phí bản sao'));
	expect(new Set(twice).size).toBe(3);
	expect(twice.slice(0, 1)).toEqual(keys(free('Lệ phí')));
});

it('counts nothing as read that says something else than what was ticked', () => {
	expect(keys(free('Lệ phí'))).not.toEqual(keys(free('Phí bản sao')));
	expect(keys(long('Câu dài.'))).not.toEqual(keys(long('Câu khác.')));
});

it('has one tick for everything about wording', () => {
	const boxes = readBoxes(birth, [long('Câu dài.'), free('Lệ phí'), long('Câu khác.')]);
	expect(boxes.map(({ id, wording }) => [id, wording.length])).toEqual([
		['read-0', 0],
		['read-wording', 2]
	]);
});
