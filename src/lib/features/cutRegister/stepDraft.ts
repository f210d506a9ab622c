import type { StaffCuts } from '$lib/data/ports/StaffCuts';
import {
	CUT_AGREES,
	type CutAction,
	type CutProposal
} from '$lib/domain/simplification/CutProposal';
import { isLocalDate } from '$lib/domain/clock/localTime';
import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { formatShortDate } from '$lib/i18n/format';
import { viCuts } from '$lib/i18n/viCuts';
import type { About, CutsState } from './cutsState.svelte';
import type { FieldError } from './proposeDraft';

/** The next step of a proposal as it stands in its form. */
export type StepDraft = Record<
	'body' | 'number' | 'on' | 'agrees' | 'summary' | 'decision' | 'reason',
	string
> & {
	/** By place of the cut. */
	accepted: boolean[];
};

/** An empty form, its date today; every cut is ticked. */
export function emptyStep({ cuts }: Pick<CutProposal, 'cuts'>, today: string): StepDraft {
	return {
		body: '',
		number: '',
		on: today,
		agrees: '',
		summary: '',
		decision: '',
		reason: '',
		accepted: cuts.map(() => true)
	};
}

/** What was kept on this PC on top of an empty form; whatever is damaged is left out. */
export function readStep(saved: unknown, empty: StepDraft): StepDraft {
	if (typeof saved !== 'object' || saved === null) return empty;
	const kept = saved as Record<string, unknown>;
	const texts = Object.entries(empty).flatMap(([key, value]) =>
		typeof value === 'string' && typeof kept[key] === 'string' ? [[key, kept[key]]] : []
	);
	const { accepted } = kept;
	return {
		...empty,
		...(Object.fromEntries(texts) as Partial<StepDraft>),
		accepted: empty.accepted.map((_, place) =>
			Array.isArray(accepted) ? accepted[place] !== false : true
		)
	};
}

/** The local date before which the paper of a step cannot be. */
function firstDay({ reply, sent, proposedOn }: CutProposal): string {
	return reply?.on ?? sent?.on ?? proposedOn;
}

/** What is wrong with a step; ids are those of its form. */
export function stepFaults(
	action: CutAction,
	draft: StepDraft,
	proposal: CutProposal,
	today: string
): FieldError[] {
	const words = viCuts.form.faults;
	const from = firstDay(proposal);
	const isPaper = action !== 'withdraw';
	const faults: [boolean, string, string][] = [
		[action === 'send' && tidyLine(draft.body).length < 3, 'cut-body', words.body],
		[action === 'reply' && !draft.agrees, 'cut-agrees', words.agrees],
		[action === 'decide' && !draft.decision, 'cut-decision', words.decision],
		[
			action === 'decide' && draft.decision === 'accept' && !draft.accepted.includes(true),
			'cut-accepted-0',
			words.accepted
		],
		[isPaper && !tidyLine(draft.number), 'cut-number', words.number],
		[
			isPaper && !(isLocalDate(draft.on) && draft.on >= from && draft.on <= today),
			'cut-on',
			words.on(formatShortDate(from))
		],
		[!isPaper && tidyText(draft.reason).length < 3, 'cut-reason', words.reason]
	];
	return faults.filter(([isWrong]) => isWrong).map(([, id, message]) => ({ id, message }));
}

/** Records the step that a form without faults says; true when it was. */
export function takeStep(
	cuts: CutsState,
	action: CutAction,
	draft: StepDraft,
	proposal: CutProposal
): Promise<boolean> {
	const paper = { number: tidyLine(draft.number), on: draft.on };
	const change = <T extends object>(
		said: T,
		work: (port: StaffCuts, said: T, about: About) => ReturnType<StaffCuts['send']>
	) => cuts.change(action, proposal, said, (port, about) => work(port, said, about));
	switch (action) {
		case 'send':
			return change({ ...paper, body: tidyLine(draft.body) }, (port, said, about) =>
				port.send({ ...said, ...about })
			);
		case 'reply': {
			const agrees = CUT_AGREES.find((one) => one === draft.agrees) ?? 'no';
			const summary = tidyText(draft.summary);
			return change({ ...paper, agrees, ...(summary && { summary }) }, (port, said, about) =>
				port.noteReply({ ...said, ...about })
			);
		}
		case 'decide': {
			const accepted = draft.accepted.flatMap((is, place) => (is ? [place] : []));
			const said =
				draft.decision === 'accept'
					? { ...paper, decision: 'accept' as const, accepted }
					: { ...paper, decision: 'reject' as const };
			return change(said, (port, _, about) => port.decide({ ...said, ...about }));
		}
		case 'withdraw':
			return change({ reason: tidyText(draft.reason) }, (port, said, about) =>
				port.withdraw({ ...said, ...about })
			);
	}
}
