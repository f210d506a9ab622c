import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppError } from '$lib/domain/shared/Result';
import { backOff, holdFor, judge, type Verdict } from './errorPolicy';

describe('what an error means for a row', () => {
	it.each<[string, AppError, Verdict]>([
		['no answer', { kind: 'offline' }, 'retry'],
		['an answer nobody understands', { kind: 'unknown' }, 'retry'],
		['an unknown error even with a key', { kind: 'unknown', key: 'odd' }, 'retry'],
		['this phone cannot store', { kind: 'storage' }, 'retry'],
		['too many tries', { kind: 'throttled', key: 'too-many' }, 'hold'],
		['too many tries, said by a proxy', { kind: 'throttled' }, 'hold'],
		['no access', { kind: 'unauthorized' }, 'hold'],
		['another version', { kind: 'outdated', key: 'protocol' }, 'hold'],
		['refused by our function', { kind: 'invalid', key: 'payload-invalid' }, 'quarantine'],
		['bytes this phone lost', { kind: 'invalid', key: 'file-lost' }, 'quarantine'],
		['a file Storage will not take', { kind: 'invalid', key: 'file-refused' }, 'quarantine'],
		['other content under this id', { kind: 'conflict', key: 'submission-differs' }, 'quarantine'],
		['unknown to our function', { kind: 'not-found', key: 'submission-unknown' }, 'quarantine'],
		['not allowed by our function', { kind: 'forbidden', key: 'not-yours' }, 'quarantine'],
		['a 400 of something in between', { kind: 'invalid' }, 'retry'],
		['a 404 of something in between', { kind: 'not-found' }, 'retry'],
		['a 403 of something in between', { kind: 'forbidden' }, 'retry'],
		['a 409 of something in between', { kind: 'conflict' }, 'retry']
	])('%s', (_, error, verdict) => expect(judge(error)).toBe(verdict));
});

describe('the pause before the next try', () => {
	it.each([
		[0, 1, 2_000],
		[1, 1, 4_000],
		[2, 1, 8_000],
		[7, 1, 256_000],
		[8, 1, 300_000],
		[1_000, 1, 300_000],
		[0, 0, 1_500],
		[8, 0, 225_000]
	])('after %i failed tries, drawn %d: %i ms', (attempts, random, pause) =>
		expect(backOff(attempts, random)).toBe(pause)
	);
	it('is never more than five minutes and never nothing', () => {
		fc.assert(
			fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
				const pause = backOff(attempts, random);
				expect(pause).toBeGreaterThanOrEqual(1_500);
				expect(pause).toBeLessThanOrEqual(300_000);
			}),
			{ seed: 20261123 }
		);
	});
});

describe('how long a held row rests', () => {
	it.each<[string, AppError, number]>([
		['no word from the server', { kind: 'throttled' }, 300_000],
		['a short pause asked for', { kind: 'throttled', retryAfterSeconds: 40 }, 40_000],
		['a pause of nothing', { kind: 'throttled', retryAfterSeconds: 0 }, 2_000],
		['a day asked for', { kind: 'throttled', retryAfterSeconds: 86_400 }, 300_000],
		['no access', { kind: 'unauthorized', retryAfterSeconds: 1 }, 300_000],
		['another version', { kind: 'outdated', key: 'protocol' }, 300_000]
	])('%s', (_, error, pause) => expect(holdFor(error)).toBe(pause));
});
