import type { Procedure } from '$lib/domain/catalogue/Procedure';

/** What SvelteKit calls itself while it prerenders for a site whose address nobody has named. */
const NAMELESS = 'http://sveltekit-prerender';

/** Where the site stands, or undefined when the build was not told (SITE_URL): then nothing may name it. */
export function siteOrigin(url: Pick<URL, 'origin'>): string | undefined {
	return url.origin === NAMELESS ? undefined : url.origin;
}

/** A page in whose head what others show of it is to stand. */
type Page = { path: string; origin: string | undefined; card: string; procedure?: Procedure };

/**
 * Adds to a page's head what Zalo and Facebook show of a link, read off its own title and description, and for a
 * procedure what search engines read. Addresses must be whole, so without an origin the picture is left out.
 */
export function withHeadTags(html: string, { path, origin, card, procedure }: Page): string {
	const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
	const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1];
	if (title === undefined || description === undefined) return html;
	const properties = {
		title,
		description,
		type: 'article',
		locale: 'vi_VN',
		site_name: 'Một Cửa',
		...(origin && {
			url: origin + path,
			image: `${origin}/chia-se/${card}.png`,
			'image:width': '1200',
			'image:height': '630'
		})
	};
	const tags = Object.entries(properties).map(
		([name, content]) =>
			// A text between tags may hold quotes, an attribute may not.
			`<meta property="og:${name}" content="${content.replaceAll('"', '&quot;')}">`
	);
	if (procedure) {
		const json = scriptJson(procedureJsonLd(procedure, origin ?? ''));
		tags.push(`<script type="application/ld+json">${json}</script>`);
	}
	// A function, so that no "$&" of a text is taken for a pattern.
	return html.replace('</head>', () => `${tags.join('')}</head>`);
}

/** What search engines read of a procedure: a schema.org GovernmentService. `origin` '' = addresses of this site. */
export function procedureJsonLd(procedure: Procedure, origin: string): Record<string, unknown> {
	const url = `${origin}/thu-tuc/${procedure.code}`;
	return {
		'@context': 'https://schema.org',
		'@type': 'GovernmentService',
		'@id': url,
		url,
		name: procedure.shortTitle,
		alternateName: [procedure.title, ...procedure.synonyms],
		description: procedure.summary || procedure.title,
		identifier: procedure.code,
		inLanguage: 'vi',
		...(procedure.decidedBy && {
			serviceOperator: { '@type': 'GovernmentOrganization', name: procedure.decidedBy }
		}),
		...(procedure.result.name && {
			serviceOutput: { '@type': 'GovernmentPermit', name: procedure.result.name }
		}),
		availableChannel: procedure.channels.map((channel) => ({
			'@type': 'ServiceChannel',
			name: channel.where,
			...(channel.kind === 'online' && {
				serviceUrl: `${origin}/chuan-bi/${procedure.code}/bat-dau`
			})
		}))
	};
}

/** JSON for a script element: nothing in it can end the element. */
export function scriptJson(value: unknown): string {
	return JSON.stringify(value).replaceAll('<', '\\u003c');
}
