import { json } from '@sveltejs/kit';
import { shippedField, shippedFields } from '$lib/app/shippedCatalogue';

export const prerender = true;

export function entries() {
	return shippedFields().map(({ code }) => ({ field: code }));
}

/** The whole procedures of one field of this build, taken into IndexedDB on the first visit. */
export async function GET({ params }) {
	return json({ entries: await shippedField(params.field) });
}
