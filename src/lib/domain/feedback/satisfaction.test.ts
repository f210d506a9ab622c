import { describe, expect, it } from 'vitest';
import { satisfiedShare } from './Satisfaction';

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
