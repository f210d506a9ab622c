import { shippedFields } from '$lib/app/shippedCatalogue';

export const prerender = true;

export function entries() {
	return shippedFields().map(({ code }) => ({ field: code }));
}
