import type { Period } from '$lib/domain/report/period';
import { TRIP_GROUPS, type TripGroup } from '$lib/domain/trips/Trips';
import { periodQuery, readPeriod } from '$lib/features/figures';

const groupNames: Record<TripGroup, string> = {
	procedure: 'thu-tuc',
	paper: 'giay-to',
	field: 'linh-vuc',
	department: 'phong',
	month: 'thang'
};

/** Reads the query of the page of second trips; what is missing or wrong becomes this month, by procedure. */
export function readTripsAddress(search: string, today: string): { period: Period; by: TripGroup } {
	const query = new URLSearchParams(search);
	const by = TRIP_GROUPS.find((group) => groupNames[group] === query.get('theo')) ?? 'procedure';
	return { period: readPeriod(query, today), by };
}

/** The address of the figures of these days. */
export function tripsHref(period: Period, by: TripGroup): string {
	const query = periodQuery(period);
	query.set('theo', groupNames[by]);
	return `/can-bo/di-lai?${query}`;
}
