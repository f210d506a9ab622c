import { error, json } from '@sveltejs/kit';
import { fieldGroup } from '$lib/app/loadCatalogue';
import { shippedFields, shippedIndex } from '$lib/app/shippedCatalogue';

export const prerender = true;

export function entries() {
	return shippedFields().map(({ code }) => ({ field: code }));
}

/** The lines of one field, for its prerendered page. */
export async function GET({ params }) {
	const group = fieldGroup(await shippedIndex(), params.field);
	return group ? json(group) : error(404);
}
