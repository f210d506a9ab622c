import type { Procedure } from '../catalogue/Procedure.ts';

/** Where something stands in a procedure: keys and indexes, as zod names them. */
export type Path = readonly (string | number)[];

/** The parts of the editor's form, in order. */
export const SECTIONS = [
	'names',
	'who',
	'questions',
	'papers',
	'channels',
	'fees',
	'notes',
	'form',
	'sources'
] as const;
export type Section = (typeof SECTIONS)[number];

const SECTION_OF: Record<string, Section> = {
	code: 'names',
	title: 'names',
	shortTitle: 'names',
	synonyms: 'names',
	lifeEvents: 'names',
	field: 'names',
	level: 'who',
	levels: 'who',
	decidedBy: 'who',
	result: 'who',
	onlineLevel: 'who',
	summary: 'who',
	whoMayFile: 'who',
	deadline: 'who',
	proxy: 'who',
	questions: 'questions',
	requirements: 'papers',
	channels: 'channels',
	clock: 'channels',
	fees: 'fees',
	notes: 'notes',
	mistakes: 'notes',
	lookalikes: 'notes',
	related: 'notes',
	eForm: 'form'
};

/** The part of the form in which something is edited. */
export function sectionOf(path: Path): Section {
	return SECTION_OF[String(path[0])] ?? 'sources';
}

/** The id of the control that edits something. */
export function fieldId(path: Path): string {
	return `f-${path.join('-')}`;
}

/** What stands at a path, undefined when nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(part, key) =>
			typeof part === 'object' && part !== null
				? (part as Record<string, unknown>)[key]
				: undefined,
		value
	);
}

/** One path for one place, as a text to compare and to keep. */
export function pathKey(path: Path): string {
	return path.join('.');
}

/** The path of a text that citizenTexts names ("paper identity why"); undefined when it is not there any more. */
export function pathOfText(procedure: Procedure, at: string): Path | undefined {
	const [what = '', ...words] = at.split(' ');
	const rest = words.join(' ');
	const last = words.at(-1) ?? '';
	switch (what) {
		case 'question':
			return within(procedure, 'questions', words[0], last === 'help' ? ['help'] : ['text']);
		case 'answer':
			return pathOfAnswer(procedure, words[0] ?? '');
		case 'paper':
			return within(procedure, 'requirements', words[0], [last]);
		case 'note':
			return within(procedure, 'notes', words[0], ['text']);
		case 'mistake':
			return ['mistakes', Number(last) - 1];
		case 'lookalike': {
			const index = procedure.lookalikes.findIndex(({ title }) => title === rest);
			return index === -1 ? undefined : ['lookalikes', index, 'notThisIf'];
		}
	}
	const channel = procedure.channels.findIndex(({ kind }) => kind === what);
	if (channel === -1) return words.length === 0 ? [what] : undefined;
	return words[0] === 'step'
		? ['channels', channel, 'steps', Number(last) - 1]
		: ['channels', channel, last];
}

function within(
	procedure: Procedure,
	list: 'questions' | 'requirements' | 'notes',
	id: string | undefined,
	rest: Path
): Path | undefined {
	const index = procedure[list].findIndex((item) => item.id === id);
	return index === -1 ? undefined : [list, index, ...rest];
}

/** "question=value" of the help line of an answer. */
function pathOfAnswer(procedure: Procedure, pair: string): Path | undefined {
	const at = pair.indexOf('=');
	const question = procedure.questions.findIndex(({ id }) => id === pair.slice(0, at));
	const option = procedure.questions[question]?.options.findIndex(
		({ value }) => value === pair.slice(at + 1)
	);
	return option === undefined || option === -1
		? undefined
		: ['questions', question, 'options', option, 'help'];
}
