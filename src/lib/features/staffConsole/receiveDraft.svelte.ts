import type { ReceivedPaper, ReceiptPreview, StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { resolveChecklist, type ChecklistItem } from '$lib/domain/checklist/resolveChecklist';
import { isLocalDate } from '$lib/domain/clock/localTime';
import { tidyLine } from '$lib/domain/shared/tidyText';
import { viStaff } from '$lib/i18n/viStaff';

/** One paper of the case as the officer counts it; counts are as typed until they are checked. */
export type PaperLine = {
	id: string;
	name: string;
	kind: ChecklistItem['kind'];
	maybe: boolean;
	/** Built from the e-form: it is in the dossier already, nobody hands it in. */
	built: boolean;
	/** The desk keeps it; otherwise it is only looked at or looked up, and ticked when it was kept after all. */
	kept: boolean;
	taken: boolean;
	originals: string;
	certified: string;
	copies: string;
};

export type FormError = { id: string; message: string };

const online = 2;
const count = /^\d{1,3}$/;

/** What the officer fills in to receive a dossier. It lives beside the dossier, so a newer dossier never wipes it. */
export class ReceiveDraft {
	papers = $state<PaperLine[]>([]);
	departmentId = $state('');
	dueDate = $state('');
	dueBasis = $state('');
	touched = $state(false);

	constructor(dossier: StaffDossier) {
		const { items } = resolveChecklist(dossier.procedure, dossier.payload.answers);
		this.papers = items.map((item) => paperLine(item, dossier.channel));
		const handling = dossier.departments.filter((department) => department.handles);
		this.departmentId = handling.length === 1 ? (handling[0]?.id ?? '') : '';
	}

	/** What is wrong, each with the id of the control to go to; empty = ready to send. `today` is a local date. */
	errors(preview: ReceiptPreview, today: string): FormError[] {
		const errors: FormError[] = this.papers
			.filter(
				(paper) =>
					paper.taken &&
					![paper.originals, paper.certified, paper.copies].every((text) => count.test(text.trim()))
			)
			.map((paper) => ({
				id: `${paper.id}-originals`,
				message: viStaff.receive.countInvalid(paper.name)
			}));
		if (!this.departmentId)
			errors.push({ id: 'department', message: viStaff.receive.departmentMissing });
		if (needsDate(preview)) {
			if (!isLocalDate(this.dueDate) || this.dueDate < today)
				errors.push({ id: 'due-date', message: viStaff.receive.dueDateInvalid });
			if (tidyLine(this.dueBasis).length < 3)
				errors.push({ id: 'due-basis', message: viStaff.receive.dueBasisMissing });
		}
		return errors;
	}

	/** The request's own part, without action id and version. Only ticked papers are on the slip. */
	request(preview: ReceiptPreview) {
		return {
			papers: this.papers.filter((paper) => paper.taken).map(receivedPaper),
			departmentId: this.departmentId,
			...(needsDate(preview) ? { dueDate: this.dueDate, dueBasis: tidyLine(this.dueBasis) } : {})
		};
	}
}

/** True when no verified limit exists, so the officer names the date and its law (design §4). */
export function needsDate(preview: ReceiptPreview): boolean {
	return preview.error === 'limit-unknown';
}

function paperLine(item: ChecklistItem, channel: number): PaperLine {
	const built = item.builtByForm === true && channel === online;
	const keeps = item.kind === 'submit-original';
	return {
		id: item.id,
		name: item.name,
		kind: item.kind,
		maybe: item.maybe,
		built,
		kept: !['show-original', 'electronic', 'data-lookup'].includes(item.kind),
		taken: built,
		originals: String(keeps && !built ? item.originals : 0),
		certified: String(item.kind === 'certified-copy' ? item.copies : 0),
		copies: String(keeps || item.kind.startsWith('photocopy') ? item.copies : 0)
	};
}

function receivedPaper(paper: PaperLine): ReceivedPaper {
	return {
		name: paper.built ? viStaff.receive.builtName(paper.name) : paper.name,
		originals: Number(paper.originals),
		certified: Number(paper.certified),
		copies: Number(paper.copies)
	};
}
