import { describe, expect, it } from 'vitest';
import { officialSatisfaction, satisfiedShare } from './Satisfaction';

describe('the share of satisfied answers', () => {
	it.each([
		[{ answers: 0, verySatisfied: 0, satisfied: 0, dissatisfied: 0 }, undefined],
		[{ answers: 5, verySatisfied: 5, satisfied: 0, dissatisfied: 0 }, 100],
		[{ answers: 8, verySatisfied: 3, satisfied: 4, dissatisfied: 1 }, 87.5],
		[{ answers: 7, verySatisfied: 0, satisfied: 1, dissatisfied: 6 }, 14.3],
		[{ answers: 5, verySatisfied: 0, satisfied: 0, dissatisfied: 5 }, 0]
	])('%j: %s', (counts, share) => {
		expect(satisfiedShare(counts)).toBe(share);
	});
});

describe('index 5.4 of QĐ 766', () => {
	it.each([
		['nothing late, nobody dissatisfied', 200, 0, 50, 0, 100],
		['5 % late and 4 % dissatisfied', 200, 10, 50, 2, 91],
		['it does not fall below nothing', 10, 8, 10, 7, 0],
		['no dossiers, no index', 0, 0, 50, 1, undefined],
		['no answers, no index', 200, 1, 0, 0, undefined]
	])('%s', (_, dossiers, overdue, answers, disliked, index) => {
		expect(officialSatisfaction({ dossiers, overdue, answers, disliked })).toBe(index);
	});

	it('is another figure than the share of satisfied answers', () => {
		const counts = { answers: 50, verySatisfied: 20, satisfied: 28, dissatisfied: 2 };
		expect(satisfiedShare(counts)).toBe(96);
		expect(officialSatisfaction({ dossiers: 100, overdue: 10, answers: 50, disliked: 2 })).toBe(86);
	});
});
