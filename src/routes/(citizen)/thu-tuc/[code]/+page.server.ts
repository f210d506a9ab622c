import { shippedEntries } from '$lib/app/shippedCatalogue';

export const prerender = true;

export async function entries() {
	return (await shippedEntries()).map((entry) => ({ code: entry.procedure.code }));
}
