/** What an address asks for. */
export type TargetAddress = { year: number; agencyId?: string };

/** Reads `?nam=2026&co-quan=<id>`; without a year of 2000–2099 it is this one. */
export function readTargetAddress(search: string, today: string): TargetAddress {
	const query = new URLSearchParams(search);
	const year = query.get('nam') ?? '';
	const agencyId = query.get('co-quan');
	return {
		year: /^20\d{2}$/.test(year) ? Number(year) : Number(today.slice(0, 4)),
		...(agencyId ? { agencyId } : {})
	};
}

/** The address of the targets of a year. */
export function targetHref({ year, agencyId }: TargetAddress): string {
	const query = new URLSearchParams({ nam: `${year}`, ...(agencyId && { 'co-quan': agencyId }) });
	return `/can-bo/chi-tieu?${query.toString()}`;
}

/** Next year, this one, and the five before, the newest first; the one on screen too, whichever it is. */
export function yearChoices(today: string, shown: number): number[] {
	const next = Number(today.slice(0, 4)) + 1;
	const years = Array.from({ length: 7 }, (_, ago) => next - ago);
	return years.includes(shown) ? years : [...years, shown].sort((one, two) => two - one);
}
