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

/** The life event an address asks for, if there is one of that name. */
export function findLifeEvent(name: string | null): LifeEvent | undefined {
	return LIFE_EVENTS.find((event) => event === name);
}
