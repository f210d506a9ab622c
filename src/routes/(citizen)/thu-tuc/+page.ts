import type { CatalogueIndex } from '$lib/domain/catalogue/Snapshot';

export const prerender = true;

export async function load({ fetch }): Promise<{ index: CatalogueIndex }> {
	return { index: await (await fetch('/muc-luc.json')).json() };
}
