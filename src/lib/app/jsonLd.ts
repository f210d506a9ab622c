import type { Procedure } from '$lib/domain/catalogue/Procedure';

/** What search engines read of a procedure: a schema.org GovernmentService. `origin` is where the site stands. */
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
