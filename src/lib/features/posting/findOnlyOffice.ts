import type { Services } from '$lib/app/context';

/** The name of the one office this phone knows; undefined when it knows none or several, or keeps nothing. */
export async function findOnlyOffice(services: Services): Promise<string | undefined> {
	const stores = await services.loadStores().catch(() => undefined);
	const offices = (await stores?.catalogue.offices().catch(() => [])) ?? [];
	return offices.length === 1 ? offices[0]?.name : undefined;
}
