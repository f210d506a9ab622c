import { toLocal } from '$lib/domain/clock/localTime';

/** What an address of the plan names: the year, an office below the own one, a task. */
export type Place = { year: number; agencyId?: string; taskId?: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads `?nam=2026&donvi=…&viec=…`; this year when it names none of 2000–2099. What is no id is left out. */
export function planPlace(parameters: Pick<URLSearchParams, 'get'>, now: Date): Place {
	const idOf = (name: string) => {
		const value = parameters.get(name) ?? '';
		return UUID.test(value) ? value : undefined;
	};
	const agencyId = idOf('donvi');
	const taskId = idOf('viec');
	return {
		year: yearOf(parameters.get('nam') ?? '', now),
		...(agencyId && { agencyId }),
		...(taskId && { taskId })
	};
}

/** The year of 2000–2099 that a text names, else the present one in Vietnam. */
export function yearOf(text: string, now: Date): number {
	return Number(/^20\d\d$/.test(text) ? text : toLocal(now).slice(0, 4));
}

/** The address of a page of the plan. */
export function planHref(place: Place, part: '' | '/tuyen-truyen' | '/tap-huan' | '/nhap' = '') {
	const query = new URLSearchParams({ nam: String(place.year) });
	if (place.agencyId) query.set('donvi', place.agencyId);
	if (place.taskId) query.set('viec', place.taskId);
	return `/can-bo/ke-hoach${part}?${query.toString()}`;
}

/** The address of the report that is printed. */
export function reportHref({ year, agencyId }: Place): string {
	return `/in/ke-hoach/${year}${agencyId ? `?donvi=${agencyId}` : ''}`;
}
