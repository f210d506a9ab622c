import { areCounts, toNumbers } from '$lib/domain/checklist/pieces';
import { dayOf, isLocalDate, isWeekend } from '$lib/domain/clock/localTime';
import type { PaperVerdict, SupplementLine } from '$lib/domain/dossier/Supplement';
import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { viSupplement } from '$lib/i18n/viSupplement';
import type { FormError } from './receiveDraft.svelte';
import { mergeSaved } from './mergeSaved';
import { isAsked, type PaperLine } from './paperLine';

/** A line of the slip that is no paper, such as a line of the declaration. */
export type ExtraLine = { name: string; reason: string };

const SHORTEST = 3;
const LONGEST = 500;
const words = viSupplement.check;

/** What is typed for a supplement slip beside the verdicts of the papers. */
export class SupplementDraft {
	extras = $state<ExtraLine[]>([]);
	until = $state('');
	note = $state('');
	againReason = $state('');
	againSure = $state(false);

	/** What is wrong, each with the id of the control to go to. `again`: the leader asks a second time. */
	errors(papers: readonly PaperLine[], today: string, again: boolean): FormError[] {
		const errors = papers.flatMap(paperErrors);
		this.extras.forEach((extra, index) => {
			if (tidyLine(extra.name).length < 2)
				errors.push({ id: `extra-${index}-name`, message: words.extraMissing(index + 1) });
			if (!isReason(extra.reason))
				errors.push({
					id: `extra-${index}-reason`,
					message: words.reasonMissing(tidyLine(extra.name) || words.extra(index + 1))
				});
		});
		const untilError = findUntilError(this.until, today);
		if (untilError) errors.push({ id: 'until', message: untilError });
		if (tidyText(this.note).length > 1000)
			errors.push({ id: 'supplement-note', message: viSupplement.ask.noteLong });
		if (again && !isReason(this.againReason))
			errors.push({ id: 'again-reason', message: viSupplement.ask.againReasonMissing });
		if (again && !this.againSure)
			errors.push({ id: 'again-sure', message: viSupplement.ask.againSureMissing });
		return errors;
	}

	/** The request's own part, without action id and version. */
	request(papers: readonly PaperLine[], again: boolean) {
		const note = tidyText(this.note);
		return {
			lines: supplementLines(papers, this.extras),
			checks: papers.flatMap(({ id, verdict }) =>
				verdict === '' ? [] : [{ requirementId: id, verdict }]
			) satisfies { requirementId: string; verdict: PaperVerdict }[],
			until: this.until,
			...(note ? { note } : {}),
			...(again ? { again: { reason: tidyText(this.againReason) } } : {})
		};
	}

	toJSON() {
		return $state.snapshot({
			extras: this.extras,
			until: this.until,
			note: this.note,
			againReason: this.againReason,
			againSure: this.againSure
		});
	}

	restore(saved: unknown): void {
		const { extras, ...texts } = mergeSaved(this.toJSON(), saved, { name: '', reason: '' });
		this.extras = extras;
		Object.assign(this, texts);
	}
}

/** The lines of the slip: the papers to mend in the order of the checklist, then what is no paper. */
export function supplementLines(
	papers: readonly PaperLine[],
	extras: readonly ExtraLine[]
): SupplementLine[] {
	const lines = papers.flatMap((paper): Omit<SupplementLine, 'id'>[] =>
		paper.verdict === 'wrong' || paper.verdict === 'missing'
			? [
					{
						requirementId: paper.id,
						name: paper.name,
						verdict: paper.verdict,
						reason: tidyText(paper.reason),
						...toNumbers(paper.asked)
					}
				]
			: []
	);
	const others = extras.map((extra): Omit<SupplementLine, 'id'> => ({
		requirementId: null,
		name: tidyLine(extra.name),
		verdict: 'wrong',
		reason: tidyText(extra.reason),
		originals: 0,
		certified: 0,
		copies: 0
	}));
	return [...lines, ...others].map((line, index) => ({ id: `line-${index + 1}`, ...line }));
}

function paperErrors(paper: PaperLine): FormError[] {
	// One slip must say everything, so it cannot be written before everything was looked at.
	if (paper.verdict === '')
		return [{ id: `verdict-${paper.id}`, message: words.unjudged(paper.name) }];
	if (!isAsked(paper)) return [];
	const errors: FormError[] = [];
	if (!isReason(paper.reason))
		errors.push({ id: `reason-${paper.id}`, message: words.reasonMissing(paper.name) });
	if (!areCounts(paper.asked))
		errors.push({ id: `asked-${paper.id}-originals`, message: words.countInvalid(paper.name) });
	return errors;
}

function isReason(text: string): boolean {
	const { length } = tidyText(text);
	return length >= SHORTEST && length <= LONGEST;
}

function findUntilError(until: string, today: string): string | undefined {
	if (!isLocalDate(until) || until <= today || dayOf(until) > dayOf(today) + 366)
		return viSupplement.ask.untilInvalid;
	return isWeekend(until) ? viSupplement.ask.untilWeekend : undefined;
}
