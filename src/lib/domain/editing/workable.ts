import type { DraftContent } from '../catalogue/Draft.ts';
import type { Procedure } from '../catalogue/Procedure.ts';

/** A procedure of which nothing is known but its code, its name and its field of work. */
export function emptyProcedure(
	code: string,
	title: string,
	field: string,
	asOf: string
): Procedure {
	return {
		schema: 1,
		code,
		title,
		shortTitle: '',
		synonyms: [],
		lifeEvents: [],
		field,
		level: 'commune',
		decidedBy: '',
		result: { name: '' },
		onlineLevel: 'unknown',
		summary: '',
		whoMayFile: '',
		questions: [],
		requirements: [],
		notes: [],
		channels: [{ kind: 'in-person', where: '', limit: null, steps: [''] }],
		fees: [],
		clock: { supplement: 'restart' },
		proxy: '',
		mistakes: [],
		lookalikes: [],
		legalBasis: [],
		retention: '',
		eForm: null,
		provenance: { source: '', asOf, verification: 'partial', unverified: [] }
	};
}

/**
 * A draft as the form can show it. What somebody else's program left out gets an empty place; nothing that is there is
 * dropped, also what this version of the app does not know.
 */
export function toWorkable(content: DraftContent): Procedure {
	const empty = emptyProcedure(textOf(content.code), '', '', '');
	const parts: Record<string, unknown> = { ...empty, channels: [] };
	for (const [key, value] of Object.entries(content)) {
		const model = parts[key];
		if (Array.isArray(model)) parts[key] = Array.isArray(value) ? value : model;
		else if (key !== 'eForm' && isObject(model))
			parts[key] = isObject(value) ? { ...model, ...value } : model;
		else if (value !== undefined) parts[key] = value;
	}
	return structuredClone(parts) as Procedure;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
