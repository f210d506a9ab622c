import { json } from '@sveltejs/kit';
import { shippedIndex } from '$lib/app/shippedCatalogue';

export const prerender = true;

/** One line per procedure: what the home page, the list and search need. */
export async function GET() {
	return json(await shippedIndex());
}
