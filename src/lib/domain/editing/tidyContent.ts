import { tidyText } from '../shared/tidyText.ts';
import type { Procedure } from '../catalogue/Procedure.ts';

/** Texts that are left out when they are empty: the schema knows them as absent. */
const OPTIONAL = new Set([
	'decisionNo',
	'deadline',
	'help',
	'limitNote',
	'ifLost',
	'exempt',
	'note',
	'per',
	'drawing',
	'subjectAddressField'
]);

/** Texts that may be absent in these only: a code is the identity, and a source needed, everywhere else. */
const OPTIONAL_IN: Record<string, ReadonlySet<string>> = {
	code: new Set(['result', 'lookalikes']),
	source: new Set(['stages', 'consults'])
};

/** Marks that are left out when they are not set. */
const FLAGS = new Set(['maybeUnsure', 'discreet', 'builtByForm']);

/** Lists of lines: an empty line is one that nobody has written. */
const LINE_LISTS = [
	'synonyms',
	'mistakes',
	'related',
	'legalBasis'
] as const satisfies readonly (keyof Procedure)[];

/**
 * A draft as it is kept and sent: texts tidied (pasting brings what SQL refuses), what is not said left out. Lists keep
 * their lengths, so that every path stays where it is on the screen.
 */
export function tidyContent(draft: Procedure): Procedure {
	return tidied(draft, '') as Procedure;
}

function tidied(value: unknown, parent: string): unknown {
	if (typeof value === 'string') return tidyText(value);
	if (Array.isArray(value)) return value.map((item) => tidied(item, parent));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.map(([key, member]): [string, unknown] => [key, tidied(member, key)])
			.filter(([key, member]) => !isUnsaid(key, member, parent))
	);
}

function isUnsaid(key: string, member: unknown, parent: string): boolean {
	if (member === undefined) return true;
	if (member === '')
		return parent === 'sample' || OPTIONAL.has(key) || OPTIONAL_IN[key]?.has(parent) === true;
	if (member === false) return FLAGS.has(key);
	return key === 'related' && Array.isArray(member) && member.length === 0;
}

/** The draft without lines that nobody has written: what is proposed and what the preview shows. */
export function withoutBlanks(draft: Procedure): Procedure {
	const lines = (list: readonly string[]) => list.filter((line) => line.trim() !== '');
	const copy: Procedure = {
		...draft,
		channels: draft.channels.map((channel) => ({ ...channel, steps: lines(channel.steps) })),
		provenance: { ...draft.provenance, unverified: lines(draft.provenance.unverified) }
	};
	for (const list of LINE_LISTS) {
		const written = draft[list];
		if (written) copy[list] = lines(written);
	}
	return tidyContent(copy);
}
