import { describe, expect, test } from 'vitest';
import { QuotedFigure, seedArticle } from './seedArticle';
import { stillNeeded } from './share';

describe('the figures of the article', () => {
	const { solved, onTime, early, online, onlineTargetPercent } = seedArticle;

	test('on time and early are disjoint and make up everything solved', () => {
		expect(onTime.value + early.value).toBe(solved.value);
	});

	test('22 of 2,150 are the printed 1 %, rounded: 1.0', () => {
		expect(((online.value / solved.value) * 100).toFixed(1)).toBe('1.0');
	});

	test('5 % of 2,150 are 108 dossiers, 86 more than there were', () => {
		expect(stillNeeded(0, solved.value, onlineTargetPercent)).toBe(108);
		expect(stillNeeded(online.value, solved.value, onlineTargetPercent)).toBe(86);
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
