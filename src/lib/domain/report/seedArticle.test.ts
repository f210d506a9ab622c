import { describe, expect, test } from 'vitest';
import { onlineGap, QuotedFigure, seedArticle } from './seedArticle';

describe('the figures of the article', () => {
	const { solved, onTime, early, online, onlineTargetPercent } = seedArticle;

	test('on time and early are disjoint and make up everything solved', () => {
		expect(onTime.value + early.value).toBe(solved.value);
	});

	test('22 of 2,150 are the printed 1 %, rounded: 1.0', () => {
		expect(((online.value / solved.value) * 100).toFixed(1)).toBe('1.0');
	});

	test('5 % of 2,150 are 108 dossiers, 86 more than there were', () => {
		expect(onlineGap(online.value, solved.value, onlineTargetPercent)).toEqual({
			needed: 108,
			gap: 86
		});
	});

	test('only what the article prints with "trên" is open upwards', () => {
		const figures = Object.entries(seedArticle).filter(
			([, value]) => QuotedFigure.safeParse(value).success
		);
		const open = figures.filter(([, value]) => (value as QuotedFigure).atLeast);
		expect(figures.map(([name]) => name)).toHaveLength(6);
		expect(open.map(([name]) => name)).toEqual(['solved', 'early']);
	});
});

describe('what the target still lacks', () => {
	test.each([
		[0, 0, 5, 0, 0],
		[0, 1, 5, 1, 1],
		[5, 100, 5, 5, 0],
		[7, 100, 5, 5, 0],
		[4, 101, 5, 6, 2]
	])('%i online of %i at %i %%', (online, total, percent, needed, gap) => {
		expect(onlineGap(online, total, percent)).toEqual({ needed, gap });
	});
});
