import type { SheetOf } from '$lib/domain/report/Sheet';
import type { AppError } from '$lib/domain/shared/Result';
import {
	savedTime,
	standsSince,
	type Cut,
	type CutEvent,
	type CutProposal,
	type CutRegister,
	type Savings
} from '$lib/domain/simplification/CutProposal';
import { limitText } from '$lib/features/catalogue';
import { formatShortDate, formatTime } from '$lib/i18n/format';
import { viCuts } from '$lib/i18n/viCuts';
import type { CutDone } from './cutsState.svelte';

const words = viCuts;
type Tone = 'neutral' | 'info' | 'warning' | 'success' | 'danger';

/** A cut in words. */
export function cutText(cut: Cut): string {
	switch (cut.kind) {
		case 'paper':
			return words.cut.paper(cut.name);
		case 'paper-to-lookup':
			return words.cut.lookup(cut.name, cut.database ?? '');
		case 'time':
			return words.cut.time(
				words.channels[cut.channel] ?? cut.channel,
				limitText(cut.from),
				limitText(cut.to)
			);
		case 'step':
			return words.cut.step(cut.name, limitText(cut.limit));
	}
}

/** The cuts of a proposal with what became of each: refused, or no part of the version in force any more. */
export function cutLines({ cuts, decision }: CutProposal): { text: string; note: string }[] {
	return cuts.map((cut, place) => {
		const text = cutText(cut);
		if (decision?.is !== 'accept') return { text, note: '' };
		if (!decision.accepted.includes(place)) return { text, note: words.cut.refused };
		const isMissed = decision.missed.some((one) => cutText(one) === text);
		return { text, note: isMissed ? words.cut.missed : '' };
	});
}

/** What is saved, in sentences, each with its n and its days. */
export function savingLines(savings: Savings): string[] {
	const { from, to, dossiers, papers, trips, steps, agencies } = savings;
	const days = [formatShortDate(from), formatShortDate(to)] as const;
	const when = isWholeYear(savings) ? words.savings.year(...days) : words.savings.shorter(...days);
	const stepLines = steps.map((step) =>
		words.savings.step(step.name, limitText(step.limit), step.dossiers)
	);
	const beside = [...stepLines, ...(agencies > 1 ? [words.savings.agencies(agencies)] : [])];
	if (dossiers === 0 && trips === 0) return [words.savings.none(when), ...beside];
	const saved = [
		...(papers > 0 ? [words.savings.papers(papers)] : []),
		...(trips > 0 ? [words.savings.trips(trips)] : []),
		...savedTime(savings).map(
			({ unit, amount, dossiers: n }) => words.savings.time[unit]?.(amount, n) ?? ''
		)
	];
	const what = saved.length > 0 ? saved : [words.savings.nothing];
	return [`${when}: ${words.savings.dossiers(dossiers)}, ${what.join(', ')}.`, ...beside];
}

function isWholeYear({ from, to }: Pick<Savings, 'from' | 'to'>): boolean {
	return Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`) >= 364 * 86_400_000;
}

/** How a proposal stands: a short mark with its colour, and since when. */
export function standing(
	proposal: CutProposal,
	today: string
): { mark: string; tone: Tone; since: string } {
	const since = standsSince(proposal);
	const day = formatShortDate(since);
	const { state, decision } = proposal;
	const mark = words.states[decision?.is ?? state] ?? '';
	if (state === 'decided')
		return { mark, tone: decision?.is === 'accept' ? 'success' : 'danger', since: words.on(day) };
	if (state === 'withdrawn') return { mark, tone: 'neutral', since: words.on(day) };
	const days = Math.round(
		(Date.parse(`${today}T00:00:00Z`) - Date.parse(`${since}T00:00:00Z`)) / 86_400_000
	);
	return { mark, tone: state === 'sent' ? 'info' : 'warning', since: words.since(day, days) };
}

/** "số 12/TTr-UBND ngày 05/11/2026". */
export function paperText(paper: { number: string | null; on: string | null }): string {
	return words.paperOf(paper.number ?? '', formatShortDate(paper.on ?? ''));
}

/** One thing that happened: what, and who wrote it down when. */
export function eventText(event: CutEvent): { what: string; noted: string } {
	const { history } = words;
	const paper = paperText(event);
	const what = {
		propose: () => history.propose,
		send: () => history.send(event.body ?? '', paper),
		reply: () => history.reply(words.agrees[event.agrees ?? ''] ?? '', paper),
		decide: () => history[event.decision ?? 'reject'](paper),
		withdraw: () => history.withdraw
	}[event.action]();
	const text = event.text ? `${what}. ${event.text}` : what;
	return { what: text, noted: history.noted(event.by ?? '', formatTime(event.at)) };
}

/** What became of the draft a decision made. */
export function draftText({ draft, decision }: CutProposal): string {
	if (!draft) return decision?.is === 'accept' ? words.one.noDraft : '';
	const said = words.one.draft[draft.state];
	return typeof said === 'string'
		? said
		: said(draft.number ?? 0, formatShortDate(draft.since ?? ''));
}

/** What was just recorded, in sentences. */
export function doneLines({ action, answer }: CutDone): string[] {
	const { done } = words;
	if (action !== 'decide' || answer.draftId === undefined) return [done[action]];
	const missed = (answer.missed ?? []).map(cutText);
	return [
		answer.draftId === null ? done.undrafted : done.drafted,
		...(missed.length > 0 && answer.draftId ? [done.missed(missed.join('; '))] : []),
		...(answer.otherDrafts && answer.draftId ? [done.others(answer.otherDrafts)] : [])
	];
}

/** Why a change was not recorded, and what to do. */
export function cutRefusal(error: AppError): string {
	return words.refusals[error.key ?? ''] ?? words.refused;
}

/** The register as a sheet: numbers as numbers, dates as dates. */
export function cutSheet({ agency, today, proposals }: CutRegister): SheetOf {
	const { columns } = words;
	const rows = proposals.map((proposal) => {
		const { savings, sent, reply, decision, draft } = proposal;
		const days = savedTime(savings).find(({ unit }) => unit === 'working-day');
		return [
			words.number(proposal.number, proposal.year),
			proposal.agency.name,
			proposal.procedureCode,
			proposal.procedure,
			cutLines(proposal)
				.map(({ text, note }) => (note ? `${text} (${note})` : text))
				.join('; '),
			proposal.reason,
			{ date: savings.from },
			{ date: savings.to },
			savings.dossiers,
			savings.papers,
			savings.trips,
			days?.amount ?? 0,
			words.states[decision?.is ?? proposal.state] ?? '',
			{ date: standsSince(proposal) },
			sent?.body ?? '',
			sent ? paperText(sent) : '',
			reply ? `${words.agrees[reply.agrees] ?? ''}, ${paperText(reply)}` : '',
			decision ? paperText(decision) : '',
			draft?.state === 'in-force' ? draftText(proposal) : ''
		];
	});
	const heads = [
		columns.number,
		columns.agency,
		columns.code,
		columns.procedure,
		columns.cuts,
		columns.reason,
		columns.from,
		columns.to,
		columns.dossiers,
		columns.papers,
		columns.trips,
		columns.days,
		columns.state,
		columns.since,
		columns.sentTo,
		columns.sentPaper,
		columns.reply,
		columns.decision,
		columns.inForce
	];
	return {
		name: words.title,
		titles: [words.title, agency, words.asOf(formatShortDate(today))],
		heads,
		rows,
		widths: [9, 26, 11, 32, 44, 36, 12, 12, 8, 12, 12, 14, 18, 12, 20, 26, 30, 26, 30]
	};
}
