import { error } from '@sveltejs/kit';
import { LIFE_EVENT_SLUGS, findEventBySlug } from '$lib/domain/catalogue/lifeEvents';

export const prerender = true;

export function entries() {
	return Object.values(LIFE_EVENT_SLUGS).map((slug) => ({ slug }));
}

export function load({ params }) {
	const event = findEventBySlug(params.slug);
	return event ? { event } : error(404);
}
