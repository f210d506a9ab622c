import { isBuilt, isKept, ruledCounts, toNumbers, type Counts } from '$lib/domain/checklist/pieces';
import type { ChecklistItem } from '$lib/domain/checklist/resolveChecklist';
import type { ReceivedPaper } from '$lib/domain/dossier/StaffDossier';
import type { PaperVerdict } from '$lib/domain/dossier/Supplement';
import { viStaff } from '$lib/i18n/viStaff';
import { viSupplement } from '$lib/i18n/viSupplement';

/** One paper of the case as the officer judges and counts it. */
export type PaperLine = Counts & {
	id: string;
	name: string;
	kind: ChecklistItem['kind'];
	maybe: boolean;
	/** Built from the e-form: it is in the dossier already, nobody hands it in. */
	built: boolean;
	/** The citizen sent photographs of it, so no piece of it is at the desk yet. */
	photographed: boolean;
	/** The desk keeps it; otherwise it is only looked at or looked up, and ticked when it was kept after all. */
	kept: boolean;
	taken: boolean;
	/** '' = not looked at yet. */
	verdict: PaperVerdict | '';
	/** Why it is wrong or missing, in the citizen's words. */
	reason: string;
	/** How many pieces are asked for when it is wrong or missing. */
	asked: Counts;
};

/** A paper nobody has looked at yet, with the counts that the rule asks for. */
export function paperLine(
	item: ChecklistItem,
	{ channel, photographed }: { channel: number; photographed: boolean }
): PaperLine {
	const built = isBuilt(item, channel);
	const rule = ruledCounts(item);
	const shown = item.kind === 'show-original' ? String(item.originals) : rule.originals;
	return {
		...(photographed ? { originals: '0', certified: '0', copies: '0' } : rule),
		...(built ? { originals: '0' } : {}),
		id: item.id,
		name: item.name,
		kind: item.kind,
		maybe: item.maybe,
		built,
		photographed,
		kept: isKept(item),
		taken: built,
		verdict: built ? 'right' : '',
		reason: '',
		asked: { ...rule, originals: built ? '0' : shown }
	};
}

/** Sets what was found at a paper: a right one that the desk keeps is taken, any other is not. */
export function judge(line: PaperLine, verdict: PaperVerdict): void {
	const standing = viSupplement.check.reasons.missing[0];
	line.verdict = verdict;
	line.taken = verdict === 'right' && (line.kept || line.built);
	// That a paper is not there explains itself; what is wrong with one does not.
	if (verdict === 'missing' && !line.reason) line.reason = standing;
	if (verdict === 'wrong' && line.reason === standing) line.reason = '';
}

/** True when the paper must be mended: it becomes a line of the slip. */
export function isAsked(line: Pick<PaperLine, 'verdict'>): boolean {
	return line.verdict === 'wrong' || line.verdict === 'missing';
}

/** A taken paper as the receipt lists it: one that came only through the net says so. */
export function receivedPaper(line: PaperLine): ReceivedPaper {
	const counts = toNumbers(line);
	const pieces = counts.originals + counts.certified + counts.copies;
	const name = line.built
		? viStaff.receive.builtName(line.name)
		: line.photographed && pieces === 0
			? viSupplement.check.onlinePhoto(line.name)
			: line.name;
	return { name, ...counts };
}
