import type { CatalogueList } from '$lib/domain/catalogue/Snapshot';

export const prerender = true;

export async function load({ fetch }): Promise<{ list: CatalogueList }> {
	return { list: await (await fetch('/danh-sach.json')).json() };
}
