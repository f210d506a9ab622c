import { describe, expect, it } from 'vitest';
import { Condition, conditionReads, evaluate, UNSURE, type Truth } from './Condition.ts';

/** Three answers make the three truths: "t" is true, "f" false, "u" unknown. */
const answers = { t: 'yes', f: 'no', u: UNSURE };
const t: Condition = { is: ['t', 'yes'] };
const f: Condition = { is: ['f', 'yes'] };
const u: Condition = { is: ['u', 'yes'] };
const missing: Condition = { is: ['nobody-asked', 'yes'] };

describe('a condition is true, false, or not known yet', () => {
	it.each<[string, Condition | undefined, Truth]>([
		['no condition', undefined, true],
		['is: the answer', t, true],
		['is: another answer', f, false],
		['is: one of several', { is: ['t', 'maybe', 'yes'] }, true],
		['is: not sure', u, undefined],
		['is: "not sure" cannot be asked for', { is: ['u', UNSURE] }, undefined],
		['is: not answered', missing, undefined],
		['not true', { not: t }, false],
		['not false', { not: f }, true],
		['not unknown', { not: u }, undefined],
		['all of nothing', { all: [] }, true],
		['any of nothing', { any: [] }, false],
		['true and true', { all: [t, t] }, true],
		['true and false', { all: [t, f] }, false],
		['true and unknown', { all: [t, u] }, undefined],
		['false and unknown', { all: [f, u] }, false],
		['unknown and false', { all: [u, f] }, false],
		['unknown and unknown', { all: [u, missing] }, undefined],
		['true or false', { any: [t, f] }, true],
		['false or false', { any: [f, f] }, false],
		['true or unknown', { any: [t, u] }, true],
		['unknown or true', { any: [u, t] }, true],
		['false or unknown', { any: [f, u] }, undefined],
		['nested', { all: [{ any: [f, t] }, { not: { all: [t, f] } }] }, true]
	])('%s', (_, condition, truth) => expect(evaluate(condition, answers)).toBe(truth));
});

describe('what a condition reads', () => {
	it.each<[Condition | undefined, string[]]>([
		[undefined, []],
		[t, ['t']],
		[{ not: t }, ['t']],
		[{ all: [t, f, t] }, ['t', 'f']],
		[{ any: [t, { not: { all: [u, t] } }] }, ['t', 'u']]
	])('%j reads %j', (condition, ids) => expect(conditionReads(condition)).toEqual(ids));
});

describe('the schema refuses', () => {
	it.each([
		{},
		{ is: [] },
		{ is: ['a'] },
		{ is: 'a' },
		{ not: [] },
		{ all: t },
		{ all: [{ some: [] }] },
		{ is: ['a', 'b'], not: t },
		{ equals: ['a', 'b'] },
		null
	])('%j', (value) => expect(Condition.safeParse(value).success).toBe(false));
	it('nothing that is sound', () =>
		expect(Condition.safeParse({ any: [{ all: [t] }, { not: u }] }).success).toBe(true));
});
