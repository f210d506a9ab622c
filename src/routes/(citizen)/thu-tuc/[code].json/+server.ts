import { error, json } from '@sveltejs/kit';
import { findShipped, shippedEntries } from '$lib/app/shippedCatalogue';

export const prerender = true;

export async function entries() {
	return (await shippedEntries()).map((entry) => ({ code: entry.procedure.code }));
}

/** One procedure of this build, for its prerendered page. */
export async function GET({ params }) {
	const entry = await findShipped(params.code);
	return entry ? json(entry) : error(404);
}
