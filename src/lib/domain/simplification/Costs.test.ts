import { describe, expect, it } from 'vitest';
import { meanOf } from '$lib/domain/report/share';
import { orderCosts, type CostLine, type CostOrder } from './Costs.ts';

const line = (shortTitle: string, more: Partial<CostLine>): CostLine => ({
	code: shortTitle,
	shortTitle,
	field: null,
	dossiers: 1,
	papers: 0,
	visits: 0,
	secondTrips: 0,
	done: 1,
	days: 1,
	cost: 1,
	...more
});

describe('a mean', () => {
	it.each([
		[9, 6, 1.5],
		[7, 6, 1.2],
		[0, 6, 0],
		[5, 0, undefined]
	])('of %d by %d is %s', (sum, n, mean) => expect(meanOf(sum, n)).toBe(mean));
});

describe('the ranking', () => {
	const lines = [
		line('Đất', { dossiers: 10, papers: 20, visits: 5, done: 2, days: 20, cost: 50 }),
		line('Ảnh', { dossiers: 4, papers: 12, visits: 8, done: 0, days: 0, cost: null }),
		line('Cưới', { dossiers: 20, papers: 10, visits: 40, done: 10, days: 20, cost: 90 })
	];

	it.each<[CostOrder, boolean, string]>([
		['cost', false, 'Cưới Đất Ảnh'],
		['cost', true, 'Đất Cưới Ảnh'],
		['days', false, 'Đất Cưới Ảnh'],
		['days', true, 'Cưới Đất Ảnh'],
		['dossiers', false, 'Cưới Đất Ảnh'],
		['papers', false, 'Ảnh Đất Cưới'],
		['visits', false, 'Ảnh Cưới Đất'],
		['visits', true, 'Đất Ảnh Cưới'],
		['name', false, 'Ảnh Cưới Đất'],
		['name', true, 'Đất Cưới Ảnh']
	])('by %s, turned %s: %s', (by, turned, order) =>
		expect(
			orderCosts(lines, by, turned)
				.map(({ shortTitle }) => shortTitle)
				.join(' ')
		).toBe(order)
	);

	it('leaves what it was given as it was', () => {
		orderCosts(lines, 'name', false);
		expect(lines[0]?.shortTitle).toBe('Đất');
	});
});
