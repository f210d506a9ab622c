import { areCounts } from '$lib/domain/checklist/pieces';
import type { ReceiptPreview, StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';
import { isLocalDate } from '$lib/domain/clock/localTime';
import { PaperVerdict } from '$lib/domain/dossier/Supplement';
import { tidyLine } from '$lib/domain/shared/tidyText';
import { viStaff } from '$lib/i18n/viStaff';
import { earlierVerdicts } from '$lib/domain/dossier/earlierVerdicts';
import { judge, paperLine, receivedPaper, type PaperLine } from './paperLine';
import { mergeSaved } from './mergeSaved';

export type FormError = { id: string; message: string };

/** What the officer found at the papers and fills in to receive a dossier. A newer dossier never wipes it. */
export class ReceiveDraft {
	papers = $state<PaperLine[]>([]);
	departmentId = $state('');
	dueDate = $state('');
	dueBasis = $state('');
	touched = $state(false);

	constructor(dossier: StaffDossier) {
		const { items } = resolveChecklist(dossier.procedure, dossier.payload.answers);
		const photographed = new Set(
			dossier.payload.papers
				.filter(({ files }) => files && files.length > 0)
				.map(({ requirementId }) => requirementId)
		);
		const papers = items.map((item) =>
			paperLine(item, { channel: dossier.channel, photographed: photographed.has(item.id) })
		);
		const found = earlierVerdicts(dossier);
		for (const paper of papers) {
			const verdict = found.get(paper.id);
			// What was asked for must be looked at anew; the rest stands as it was found.
			if (verdict === 'right' || verdict === 'not-needed') judge(paper, verdict);
			else if (verdict) paper.verdict = '';
		}
		this.papers = papers;
		const handling = dossier.departments.filter((department) => department.handles);
		this.departmentId = handling.length === 1 ? (handling[0]?.id ?? '') : '';
	}

	/** What is wrong, each with the id of the control to go to; empty = ready to send. `today` is a local date. */
	errors(preview: ReceiptPreview, today: string): FormError[] {
		const errors: FormError[] = this.papers
			.filter((paper) => paper.taken && !areCounts(paper))
			.map((paper) => ({
				id: `${paper.id}-originals`,
				message: viStaff.receive.countInvalid(paper.name)
			}));
		if (!this.departmentId)
			errors.push({ id: 'department', message: viStaff.receive.departmentMissing });
		if (needsDate(preview)) errors.push(...dueErrors(this, today));
		return errors;
	}

	/** The request's own part, without action id and version. Only taken papers are on the slip. */
	request(preview: ReceiptPreview) {
		return {
			papers: this.papers.filter((paper) => paper.taken).map(receivedPaper),
			departmentId: this.departmentId,
			...(needsDate(preview) ? { dueDate: this.dueDate, dueBasis: tidyLine(this.dueBasis) } : {})
		};
	}

	toJSON() {
		return $state.snapshot({
			papers: this.papers.map(({ id, taken, verdict, reason, asked, ...line }) => ({
				id,
				taken,
				verdict,
				reason,
				asked,
				originals: line.originals,
				certified: line.certified,
				copies: line.copies
			})),
			departmentId: this.departmentId,
			dueDate: this.dueDate,
			dueBasis: this.dueBasis,
			touched: this.touched
		});
	}

	restore(saved: unknown): void {
		const { papers, ...texts } = mergeSaved(this.toJSON(), saved);
		for (const [index, paper] of papers.entries()) {
			const line = this.papers[index];
			if (line) Object.assign(line, paper, { verdict: verdictOf(paper.verdict) });
		}
		Object.assign(this, texts);
	}
}

/** True when no verified limit exists, so the officer names the date and its law (design §4). */
export function needsDate(preview: ReceiptPreview): boolean {
	return preview.error === 'limit-unknown';
}

/** What is wrong with a date that the officer enters, and with the law it rests on. */
export function dueErrors(due: { dueDate: string; dueBasis: string }, today: string): FormError[] {
	const errors: FormError[] = [];
	if (!isLocalDate(due.dueDate) || due.dueDate < today)
		errors.push({ id: 'due-date', message: viStaff.receive.dueDateInvalid });
	if (tidyLine(due.dueBasis).length < 3)
		errors.push({ id: 'due-basis', message: viStaff.receive.dueBasisMissing });
	return errors;
}

function verdictOf(text: string): PaperVerdict | '' {
	const parsed = PaperVerdict.safeParse(text);
	return parsed.success ? parsed.data : '';
}
