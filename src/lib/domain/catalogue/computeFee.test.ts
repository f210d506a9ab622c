import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { computeFee, feeFromForm, feesOfCase } from './computeFee';
import type { Fee } from './Fee';

const copies: Fee = {
	label: 'Chứng thực bản sao',
	kind: 'amount',
	amount: 2_000,
	per: 'trang',
	tiers: [{ from: 3, amount: 1_000 }],
	most: { amount: 200_000, per: 'bản' },
	count: { units: 'pages', times: 'copies' },
	source: 'TT 226/2016/TT-BTC'
};

describe('2.000 a page, 1.000 from the third, at most 200.000 a copy', () => {
	it.each([
		[1, 1, 2_000],
		[2, 1, 4_000],
		[3, 1, 5_000],
		[7, 1, 9_000],
		[7, 3, 27_000],
		[198, 1, 200_000],
		[199, 1, 200_000],
		[500, 2, 400_000]
	])('%d pages, %d copies: %d', (pages, times, sum) =>
		expect(computeFee(copies, pages, times)).toBe(sum)
	);

	it.each([
		[0, 1],
		[-1, 1],
		[1.5, 1],
		[NaN, 1],
		[3, 0],
		[10_001, 1]
	])('%d pages, %d copies is no sum', (pages, times) =>
		expect(computeFee(copies, pages, times)).toBeUndefined()
	);
});

describe('other fees', () => {
	it('of one price are multiplied', () =>
		expect(computeFee({ label: 'a', kind: 'amount', amount: 8_000, source: 's' }, 3)).toBe(24_000));
	it.each(['free', 'province', 'unknown'] as const)('of kind %s have no sum, never 0', (kind) =>
		expect(computeFee({ label: 'a', kind, source: 's' }, 3)).toBeUndefined()
	);
	it('are read from the form only when every count is there', () => {
		expect(feeFromForm(copies, { pages: '7', copies: '3' })).toBe(27_000);
		expect(feeFromForm(copies, { pages: '7', copies: '' })).toBeUndefined();
		expect(feeFromForm(copies, { copies: '3' })).toBeUndefined();
		const { count: _count, ...uncounted } = copies;
		expect(feeFromForm(uncounted, { pages: '7', copies: '3' })).toBeUndefined();
	});
});

describe('the fees of a case', () => {
	const fee = (label: string, changes: Partial<Fee> = {}): Fee => ({
		label,
		kind: 'free',
		source: 's',
		...changes
	});
	const procedure = {
		...birth,
		fees: [
			fee('always'),
			fee('late', { when: { is: ['within-60-days', 'no'] } }),
			fee('at the counter', { channels: ['in-person'] })
		]
	};
	const labels = (...args: Parameters<typeof feesOfCase>) =>
		feesOfCase(...args).map(({ label }) => label);

	it('are those whose condition is not ruled out', () => {
		expect(labels(procedure, { 'within-60-days': 'yes' })).toEqual(['always', 'at the counter']);
		expect(labels(procedure, { 'within-60-days': 'no' })).toContain('late');
		expect(labels(procedure, {})).toContain('late');
	});
	it('and of the way to file, where one is chosen', () => {
		expect(labels(procedure, { 'within-60-days': 'yes' }, 'online')).toEqual(['always']);
		expect(labels(procedure, {}, 'in-person')).toHaveLength(3);
	});
});
