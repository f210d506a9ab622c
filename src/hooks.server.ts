import type { Handle } from '@sveltejs/kit';
import { siteOrigin, withHeadTags } from '$lib/app/headTags';
import { cardOf, findShipped } from '$lib/app/shippedCatalogue';

/** Runs while pages are prerendered: their heads also say what others show of a link to them. */
export const handle: Handle = async ({ event, resolve }) => {
	const { code, field } = event.params;
	const procedure = code ? (await findShipped(code))?.procedure : undefined;
	const page = {
		path: event.url.pathname,
		origin: siteOrigin(event.url),
		card: cardOf(procedure?.field ?? field),
		procedure
	};
	return resolve(event, { transformPageChunk: ({ html }) => withHeadTags(html, page) });
};
