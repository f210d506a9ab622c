import type { Procedure } from '../catalogue/Procedure.ts';
import {
	areCounts,
	isBuilt,
	isKept,
	ruledCounts,
	toNumbers,
	type Counts
} from '../checklist/pieces.ts';
import { resolveChecklist, type ChecklistItem } from '../checklist/resolveChecklist.ts';
import type { ReceivedPaper } from '../dossier/StaffDossier.ts';
import type { IntakeRequest } from './Intake.ts';
import type { IntakeForm, Outcome, TypedPaper } from './IntakeForm.ts';

/** One paper of the matter as the desk counts it. */
export type IntakePaper = Counts & {
	item: ChecklistItem;
	/** The desk keeps it; otherwise it is looked at and given back, or looked up. */
	kept: boolean;
	/** The e-form builds it (channel 2): nobody hands it in. */
	built: boolean;
	/** The desk reads it from a database: nothing to bring. */
	lookedUp: boolean;
	taken: boolean;
	reason: string;
};

/** The papers of the case with what was typed over the counts the rules ask for. */
export function intakePapers(
	procedure: Procedure,
	form: Pick<IntakeForm, 'answers' | 'papers' | 'channel'>
): IntakePaper[] {
	return resolveChecklist(procedure, form.answers).items.map((item) => {
		const typed: TypedPaper = form.papers[item.id] ?? {};
		const built = isBuilt(item, form.channel);
		const rule = ruledCounts(item);
		return {
			item,
			kept: isKept(item),
			built,
			lookedUp: item.kind === 'data-lookup',
			taken: built || (typed.taken ?? false),
			originals: typed.originals ?? (built ? '0' : rule.originals),
			certified: typed.certified ?? rule.certified,
			copies: typed.copies ?? rule.copies,
			reason: typed.reason ?? ''
		};
	});
}

/** Papers that are certainly needed and not there. What the desk looks up itself is nobody's debt. */
export function missingPapers(papers: readonly IntakePaper[]): IntakePaper[] {
	return papers.filter((paper) => !paper.taken && !paper.item.maybe && !paper.lookedUp);
}

/** Taken papers whose counts are no whole numbers from 0 to 999. */
export function miscounted(papers: readonly IntakePaper[]): IntakePaper[] {
	return papers.filter((paper) => paper.taken && paper.kept && !areCounts(paper));
}

/** What the receipt slip lists: only what the desk keeps. Papers that were looked at are back with their owner. */
export function receivedPapers(
	papers: readonly IntakePaper[],
	builtName: (name: string) => string
): ReceivedPaper[] {
	return papers
		.filter((paper) => paper.taken && (paper.kept || paper.built))
		.map((paper) => ({
			name: paper.built ? builtName(paper.item.name) : paper.item.name,
			...toNumbers(paper)
		}));
}

/** What the dossier says of each paper. */
export function paperStates(papers: readonly IntakePaper[]): IntakeRequest['papers'] {
	return papers.map((paper) => ({
		requirementId: paper.item.id,
		state: paper.built || paper.lookedUp ? 'nothing-to-bring' : paper.taken ? 'ready' : 'missing'
	}));
}

/** True where the law gives the result on the day itself, for somebody who stands at the counter. */
export function isSameDay(procedure: Procedure, channel: 1 | 2 | 3): boolean {
	return (
		channel === 1 &&
		procedure.channels.some((way) => way.kind === 'in-person' && way.limit?.unit === 'same-day')
	);
}

/**
 * What the desk does with the matter: what the officer chose as long as it is possible, otherwise what the papers
 * suggest. A same-day matter of which the desk keeps no paper (a certification) is settled at once.
 */
export function outcomeOf(procedure: Procedure, form: IntakeForm): Outcome {
	const sameDay = isSameDay(procedure, form.channel);
	if (form.outcome !== '' && (form.outcome !== 'settle' || sameDay)) return form.outcome;
	const papers = intakePapers(procedure, form);
	if (form.usesBlank) return 'receive';
	if (missingPapers(papers).length > 0) return 'supplement';
	const keepsNothing = papers.every(({ kept, taken, item }) => !kept || (item.maybe && !taken));
	return sameDay && keepsNothing ? 'settle' : 'receive';
}

/** Where the result is to be posted to, as typed; undefined = it is fetched, handed over at once, or there will be none. */
export function postAddressOf(procedure: Procedure, form: IntakeForm): string | undefined {
	const hasLater = ['receive', 'supplement'].includes(outcomeOf(procedure, form));
	return form.byPost && hasLater ? form.postAddress : undefined;
}
