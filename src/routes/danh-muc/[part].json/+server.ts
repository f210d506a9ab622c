import { json } from '@sveltejs/kit';
import { shippedPart, shippedParts } from '$lib/app/shippedCatalogue';

export const prerender = true;

export async function entries() {
	return (await shippedParts()).map((part) => ({ part: String(part) }));
}

/** A hundred whole procedures of this build, taken into IndexedDB on the first visit. */
export async function GET({ params }) {
	return json({ entries: await shippedPart(Number(params.part)) });
}
