import { error } from '@sveltejs/kit';
import { loadProcedure } from '$lib/app/loadCatalogue';

/** The page shows what was prerendered; on later visits, and offline, what the phone holds. */
export async function load({ params, fetch }) {
	const entry = await loadProcedure(params.code, fetch);
	return entry ? { entry } : error(404);
}
