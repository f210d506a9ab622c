import { error } from '@sveltejs/kit';
import { findEventBySlug, lifeEventSlugs } from '$lib/app/loadCatalogue';

export const prerender = true;

export function entries() {
	return lifeEventSlugs().map((slug) => ({ slug }));
}

export function load({ params }) {
	const event = findEventBySlug(params.slug);
	return event ? { event } : error(404);
}
