import { siteOrigin } from '$lib/app/headTags';
import { lifeEventSlugs, shippedFields, shippedIndex } from '$lib/app/shippedCatalogue';

export const prerender = true;

/** Every public page, once the build knows where the site stands (SITE_URL). */
export async function GET({ url }) {
	const { procedures } = await shippedIndex();
	const paths = [
		'/',
		'/thu-tuc',
		...lifeEventSlugs().map((slug) => `/viec/${slug}`),
		...shippedFields().map(({ code }) => `/linh-vuc/${code}`),
		...procedures.map(({ code }) => `/thu-tuc/${code}`)
	];
	const origin = siteOrigin(url);
	const lines = origin ? paths.map((path) => `<url><loc>${origin}${path}</loc></url>`) : [];
	const xml = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...lines,
		'</urlset>'
	];
	return new Response(`${xml.join('\n')}\n`, { headers: { 'content-type': 'application/xml' } });
}
