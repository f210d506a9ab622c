/** Life events by which the home page leads to procedures; kept apart from the schema, which weighs more. */
export const LIFE_EVENTS = [
	'having-a-child',
	'marrying',
	'a-death',
	'land',
	'building',
	'opening-a-shop',
	'old-age',
	'school',
	'papers'
] as const;

export type LifeEvent = (typeof LIFE_EVENTS)[number];

/** The addresses of their pages (`/viec/sinh-con`). */
export const LIFE_EVENT_SLUGS: Record<LifeEvent, string> = {
	'having-a-child': 'sinh-con',
	marrying: 'ket-hon',
	'a-death': 'nguoi-than-mat',
	land: 'nha-dat',
	building: 'xay-nha',
	'opening-a-shop': 'mo-cua-hang',
	'old-age': 'cha-me-gia',
	school: 'di-hoc',
	papers: 'giay-to'
};

/** The life event whose page has this address, if there is one. */
export function findEventBySlug(slug: string): LifeEvent | undefined {
	return LIFE_EVENTS.find((event) => LIFE_EVENT_SLUGS[event] === slug);
}
