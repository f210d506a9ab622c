import { json } from '@sveltejs/kit';
import { shippedIndex } from '$lib/app/shippedCatalogue';

export const prerender = true;

/** One line per procedure: what search needs, and what a phone checks its copy against. */
export async function GET() {
	return json(await shippedIndex());
}
