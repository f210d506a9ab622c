import type { CutChoices, WantedCut } from '$lib/domain/simplification/CutProposal';
import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { viCuts } from '$lib/i18n/viCuts';
import { limitText } from '$lib/features/catalogue';

/** A field and what is wrong with it. */
export type FieldError = { id: string; message: string };

/** A new proposal as it stands in the form; what is no part of the procedure on screen is not sent. */
export type ProposeDraft = {
	code: string;
	/** By id of the requirement: how it goes; '' = it stays. */
	papers: Record<string, '' | 'paper' | 'paper-to-lookup'>;
	databases: Record<string, string>;
	/** By way to file: the new limit as it was typed; '' = as it is. */
	limits: Record<string, string>;
	steps: Record<string, boolean>;
	reason: string;
};

/** Nothing ticked. */
export function emptyDraft(code: string): ProposeDraft {
	return { code, papers: {}, databases: {}, limits: {}, steps: {}, reason: '' };
}

/** What was kept on this PC; undefined when there is none, and whatever is damaged is left out. */
export function readDraft(saved: unknown): ProposeDraft | undefined {
	if (!isRecord(saved) || typeof saved['code'] !== 'string') return undefined;
	const { code, papers, databases, limits, steps, reason } = saved;
	return {
		code,
		papers: entriesOf(papers, (value) => value === 'paper' || value === 'paper-to-lookup'),
		databases: entriesOf(databases, isText),
		limits: entriesOf(limits, isText),
		steps: entriesOf(steps, (value) => typeof value === 'boolean'),
		reason: isText(reason) ? reason : ''
	};
}

/** The cuts a form asks for, as far as the procedure knows them; a new limit that is none is left out. */
export function cutsOf(draft: ProposeDraft, choices: CutChoices): WantedCut[] {
	const papers = choices.papers.flatMap(({ requirementId, lookedUp }): WantedCut[] => {
		const how = draft.papers[requirementId];
		if (!how) return [];
		if (how === 'paper' || lookedUp) return [{ kind: 'paper', requirementId }];
		const database = tidyLine(draft.databases[requirementId] ?? '');
		return [{ kind: 'paper-to-lookup', requirementId, ...(database && { database }) }];
	});
	const times = choices.channels.flatMap(({ kind, limit }): WantedCut[] => {
		const value = newLimit(draft.limits[kind] ?? '');
		if (!limit || limit.unit === 'same-day' || value === undefined || value >= limit.value)
			return [];
		return [{ kind: 'time', channel: kind, to: { unit: limit.unit, value } }];
	});
	const steps = choices.steps.flatMap(({ name }): WantedCut[] =>
		draft.steps[name] ? [{ kind: 'step', name }] : []
	);
	return [...papers, ...times, ...steps];
}

/** What is wrong with the form; ids are those of its fields. */
export function draftFaults(draft: ProposeDraft, choices: CutChoices): FieldError[] {
	const words = viCuts.form.faults;
	const wrongLimits = choices.channels.flatMap(({ kind, limit }) => {
		const typed = tidyLine(draft.limits[kind] ?? '');
		if (!typed || !limit || limit.unit === 'same-day') return [];
		const value = newLimit(typed);
		const isShorter = value !== undefined && value < limit.value;
		return isShorter ? [] : [{ id: `cut-limit-${kind}`, message: words.limit(limitText(limit)) }];
	});
	const first = choices.papers[0] ? `cut-paper-${choices.papers[0].requirementId}` : 'cut-reason';
	return [
		...wrongLimits,
		...(wrongLimits.length === 0 && cutsOf(draft, choices).length === 0
			? [{ id: first, message: words.cuts }]
			: []),
		...(tidyText(draft.reason).length < 3 ? [{ id: 'cut-reason', message: words.reason }] : [])
	];
}

/** A whole number from 1 to 1000 as it is typed; undefined for anything else. */
function newLimit(typed: string): number | undefined {
	const text = tidyLine(typed);
	const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	return value >= 1 && value <= 1000 ? value : undefined;
}

function entriesOf<T>(saved: unknown, fits: (value: unknown) => boolean): Record<string, T> {
	const entries = isRecord(saved) ? Object.entries(saved) : [];
	return Object.fromEntries(entries.filter(([, value]) => fits(value))) as Record<string, T>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
