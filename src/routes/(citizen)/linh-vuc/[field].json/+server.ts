import { error, json } from '@sveltejs/kit';
import { shippedFields, shippedGroup } from '$lib/app/shippedCatalogue';

export const prerender = true;

export function entries() {
	return shippedFields().map(({ code }) => ({ field: code }));
}

/** The lines of one field, for its prerendered page. */
export async function GET({ params }) {
	const group = await shippedGroup(params.field);
	return group ? json(group) : error(404);
}
