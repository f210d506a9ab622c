import { isPeriod, periodOf, type Period } from '$lib/domain/report/period';
import { periodQuery } from '$lib/features/figures';

/** What an address asks for: the days, an agency below the own one, and on the page of a procedure its code. */
export type CostAddress = Period & { agencyId?: string; code: string };

/** Reads `?tu=&den=&co-quan=&ma=`; without right days it is this year, without a code an empty one. */
export function readCostAddress(search: string, today: string): CostAddress {
	const query = new URLSearchParams(search);
	const asked = { from: query.get('tu') ?? '', to: query.get('den') ?? '' };
	const agencyId = query.get('co-quan');
	return {
		...(isPeriod(asked) ? asked : periodOf('this-year', today)),
		...(agencyId ? { agencyId } : {}),
		code: query.get('ma') ?? ''
	};
}

/** The address of the ranking of these days. */
export function costsHref(address: Omit<CostAddress, 'code'>): string {
	return `/can-bo/cat-giam?${queryOf(address)}`;
}

/** The address of what of a procedure might go. */
export function reviewHref(address: CostAddress): string {
	return `/can-bo/cat-giam/thu-tuc?${new URLSearchParams({ ma: address.code })}&${queryOf(address)}`;
}

/** The address where a proposal begins: the papers (ids of requirements) and the step it is about. */
export function proposalHref(code: string, papers: readonly string[], step?: string): string {
	const query = new URLSearchParams({ ma: code });
	if (papers.length > 0) query.set('giay', papers.join(','));
	if (step) query.set('buoc', step);
	return `/can-bo/cat-giam/de-nghi?${query}`;
}

function queryOf({ from, to, agencyId }: Omit<CostAddress, 'code'>): URLSearchParams {
	const query = periodQuery({ from, to });
	if (agencyId) query.set('co-quan', agencyId);
	return query;
}
