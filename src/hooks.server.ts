import type { Handle } from '@sveltejs/kit';
import { procedureJsonLd, scriptJson } from '$lib/app/jsonLd';
import { shippedEntries } from '$lib/app/shippedCatalogue';

/** Runs while pages are prerendered: a procedure's page also says in JSON-LD what it is about. */
export const handle: Handle = async ({ event, resolve }) => {
	if (event.route.id !== '/(citizen)/thu-tuc/[code]') return resolve(event);
	const entry = (await shippedEntries()).find(
		({ procedure }) => procedure.code === event.params.code
	);
	if (!entry) return resolve(event);
	const json = scriptJson(procedureJsonLd(entry.procedure, event.url.origin));
	return resolve(event, {
		// A function, so that no "$&" of a text is taken for a pattern.
		transformPageChunk: ({ html }) =>
			html.replace('</head>', () => `<script type="application/ld+json">${json}</script></head>`)
	});
};
