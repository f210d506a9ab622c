import { error } from '@sveltejs/kit';
import { findLifeEvent, lifeEventSlugs } from '$lib/app/loadCatalogue';

export const prerender = true;

export function entries() {
	return lifeEventSlugs().map((slug) => ({ slug }));
}

export function load({ params }) {
	const event = findLifeEvent(params.slug);
	return event ? { event } : error(404);
}
