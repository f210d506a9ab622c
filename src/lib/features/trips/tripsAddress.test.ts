import { expect, it } from 'vitest';
import { TRIP_GROUPS } from '$lib/domain/trips/Trips';
import { readTripsAddress, tripsHref } from './tripsAddress';

const november = { from: '2026-11-01', to: '2026-11-30' };

it.each([
	['', november, 'procedure'],
	['?tu=2026-02-30&den=2026-03-01&theo=mau', november, 'procedure'],
	['?tu=2026-03-02&den=2026-03-01&theo=thang', november, 'month'],
	['?tu=2021-01-01&den=2021-08-17&theo=giay-to', { from: '2021-01-01', to: '2021-08-17' }, 'paper']
])('%s', (search, period, by) => {
	expect(readTripsAddress(search, '2026-11-26')).toEqual({ period, by });
});

it.each(TRIP_GROUPS)('an address by %s reads as it was written', (by) => {
	const period = { from: '2026-01-05', to: '2026-02-03' };
	const { search } = new URL(tripsHref(period, by), 'https://example.test');
	expect(readTripsAddress(search, '2026-11-26')).toEqual({ period, by });
});
