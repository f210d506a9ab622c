import type { Period } from '$lib/domain/report/period';
import { periodQuery, readPeriod } from '$lib/features/figures';

/** What an address asks for: the days, an agency below the own one, and on the page of a procedure its code. */
export type CostAddress = Period & { agencyId?: string; code: string };

/** Reads `?tu=&den=&co-quan=&ma=`; without right days it is this year, without a code an empty one. */
export function readCostAddress(search: string, today: string): CostAddress {
	const query = new URLSearchParams(search);
	const agencyId = query.get('co-quan');
	return {
		...readPeriod(query, today, 'this-year'),
		...(agencyId ? { agencyId } : {}),
		code: query.get('ma') ?? ''
	};
}

/** The address of the ranking of these days. */
export function costsHref(address: Omit<CostAddress, 'code'>): string {
	return `/can-bo/cat-giam?${periodQuery(address)}`;
}

/** The address of what of a procedure might go. */
export function reviewHref(address: CostAddress): string {
	return `/can-bo/cat-giam/thu-tuc?${new URLSearchParams({ ma: address.code })}&${periodQuery(address)}`;
}

/** The address where a proposal begins: the papers (ids of requirements) and the step it is about. */
export function proposalHref(code: string, papers: readonly string[], step?: string): string {
	const query = new URLSearchParams({ ma: code });
	if (papers.length > 0) query.set('giay', papers.join(','));
	if (step) query.set('buoc', step);
	return `/can-bo/cat-giam/de-nghi?${query}`;
}
