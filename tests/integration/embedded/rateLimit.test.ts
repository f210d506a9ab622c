import { createRateLimit } from '#embedded/rateLimit.ts';
import { expect, test } from 'vitest';

test('a key has its attempts in a minute, and says how long to wait for the next one', () => {
	const limit = createRateLimit(2);
	expect(limit.admit('a', 0)).toBeUndefined();
	expect(limit.admit('a', 10_000)).toBeUndefined();
	expect(limit.admit('a', 15_500)).toBe(45);
	expect(limit.admit('b', 15_500)).toBeUndefined();
	expect(limit.admit('a', 59_999)).toBe(1);
	expect(limit.admit('a', 60_000)).toBeUndefined();
});

test('ended minutes are forgotten, and so are the oldest keys when there are too many', () => {
	const limit = createRateLimit(1, 3);
	for (const key of ['a', 'b', 'c', 'd', 'e']) limit.admit(key, 0);
	expect(limit.size).toBe(3);
	expect(limit.admit('e', 1)).toBe(60);
	expect(limit.admit('a', 1)).toBeUndefined();
	limit.admit('f', 120_000);
	expect(limit.size).toBe(1);
});
