import { Procedure } from '../catalogue/Procedure.ts';
import { brokenReferences, type BrokenReference } from './brokenReferences.ts';
import { withoutBlanks } from './tidyContent.ts';
import { valueAt, type Path } from './Path.ts';

/** Why a draft cannot be published yet, and where. */
export type HardFault =
	| BrokenReference
	/** Nothing, or too little, stands where something must. */
	| { kind: 'missing'; path: Path }
	/** A list that needs more: at least one step, two answers. */
	| { kind: 'too-few'; path: Path; least: number }
	/** Anything else the schema refuses. */
	| { kind: 'invalid'; path: Path };

/** Texts without which a page says nothing; the schema lets them be empty, people do not. */
const NEEDED: readonly Path[] = [
	['title'],
	['shortTitle'],
	['summary'],
	['whoMayFile'],
	['decidedBy'],
	['result', 'name'],
	['provenance', 'source']
];

/** Everything that keeps a draft from being proposed, in the order of the form; empty = it may be. */
export function hardFaults(draft: Procedure): HardFault[] {
	return [...schemaFaults(draft), ...missingParts(draft), ...brokenReferences(draft)];
}

function schemaFaults(draft: Procedure): HardFault[] {
	const parsed = Procedure.safeParse(draft);
	if (parsed.success) return [];
	return parsed.error.issues.map((issue): HardFault => {
		const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
		if (issue.code !== 'too_small') return { kind: 'invalid', path };
		if (issue.origin === 'array') return { kind: 'too-few', path, least: Number(issue.minimum) };
		return issue.origin === 'string' ? { kind: 'missing', path } : { kind: 'invalid', path };
	});
}

function missingParts(draft: Procedure): HardFault[] {
	const missing = (path: Path): HardFault => ({ kind: 'missing', path });
	const isBlank = (text: unknown) => typeof text !== 'string' || text.trim() === '';
	const needed = NEEDED.filter((path) => isBlank(valueAt(draft, path)));
	const parts: Path[] = [
		...draft.questions.flatMap(({ options }, at) =>
			options.flatMap(({ label }, index): Path[] =>
				isBlank(label) ? [['questions', at, 'options', index, 'label']] : []
			)
		),
		...draft.notes.flatMap(({ text }, index): Path[] =>
			isBlank(text) ? [['notes', index, 'text']] : []
		),
		...draft.fees.flatMap(({ label, kind, amount }, index): Path[] => [
			...(isBlank(label) ? [['fees', index, 'label']] : []),
			...(kind === 'amount' && amount === undefined ? [['fees', index, 'amount']] : [])
		]),
		...draft.lookalikes.flatMap(({ title }, index): Path[] =>
			isBlank(title) ? [['lookalikes', index, 'title']] : []
		),
		...draft.channels.flatMap(({ where }, index): Path[] =>
			isBlank(where) ? [['channels', index, 'where']] : []
		),
		...(draft.eForm?.sections ?? []).flatMap(({ title, fields }, at): Path[] => [
			...(isBlank(title) ? [['eForm', 'sections', at, 'title']] : []),
			...fields.flatMap(({ label }, index): Path[] =>
				isBlank(label) ? [['eForm', 'sections', at, 'fields', index, 'label']] : []
			)
		])
	];
	const channels = withoutBlanks(draft).channels.flatMap(({ steps }, index): HardFault[] =>
		steps.length === 0 && draft.channels[index]?.steps.length
			? [{ kind: 'too-few', path: ['channels', index, 'steps'], least: 1 }]
			: []
	);
	return [...needed.map(missing), ...parts.map(missing), ...channels];
}
