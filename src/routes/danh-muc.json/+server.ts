import { json } from '@sveltejs/kit';
import { shippedSnapshot } from '$lib/app/shippedCatalogue';

export const prerender = true;

/** The whole catalogue of this build, taken into IndexedDB on the first visit. */
export async function GET() {
	return json(await shippedSnapshot());
}
