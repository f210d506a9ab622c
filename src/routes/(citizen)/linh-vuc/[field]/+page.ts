import { error } from '@sveltejs/kit';
import { loadField } from '$lib/app/loadCatalogue';

export async function load({ params, fetch }) {
	const group = await loadField(params.field, fetch);
	return group ? { group } : error(404);
}
