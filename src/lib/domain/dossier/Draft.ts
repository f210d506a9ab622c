import type { PaperState } from './Payload.ts';

/** The applicant as typed so far: any part may be empty or wrong. */
export type ApplicantInput = {
	fullName: string;
	phone: string;
	citizenId: string;
	address: string;
	email: string;
};

/**
 * A preparation on this phone, from the first answer to "Nộp". `id` becomes the submission id and `secret` the
 * capability; both exist from the start, so that nothing has to be invented when the line drops (design §6.1).
 */
export type Draft = {
	id: string;
	secret: string;
	procedureCode: string;
	/** The version the questions and fields were shown from. */
	contentHash: string;
	answers: Record<string, string>;
	papers: Record<string, PaperState>;
	form: Record<string, string>;
	applicant: ApplicantInput;
	agencyCode: string;
	createdAt: string;
	updatedAt: string;
};

/** A new, empty preparation of this procedure. `secret` is 256 random bits as text. */
export function newDraft(parts: {
	id: string;
	secret: string;
	procedureCode: string;
	contentHash: string;
	now: Date;
}): Draft {
	return {
		id: parts.id,
		secret: parts.secret,
		procedureCode: parts.procedureCode,
		contentHash: parts.contentHash,
		answers: {},
		papers: {},
		form: {},
		applicant: { fullName: '', phone: '', citizenId: '', address: '', email: '' },
		agencyCode: '',
		createdAt: parts.now.toISOString(),
		updatedAt: parts.now.toISOString()
	};
}

/** What was changed since the last save: only these parts are written, so that two tabs do not undo each other. */
export type DraftChange = {
	answers?: Record<string, string>;
	papers?: Record<string, PaperState>;
	form?: Record<string, string>;
	applicant?: Partial<ApplicantInput>;
	agencyCode?: string;
};

/** Two changes in a row as one; the later one wins where both touch a part. */
export function mergeChanges(earlier: DraftChange, later: DraftChange): DraftChange {
	return {
		answers: { ...earlier.answers, ...later.answers },
		papers: { ...earlier.papers, ...later.papers },
		form: { ...earlier.form, ...later.form },
		applicant: { ...earlier.applicant, ...later.applicant },
		agencyCode: later.agencyCode ?? earlier.agencyCode
	};
}

/** The draft with a change applied. */
export function applyChange(draft: Draft, change: DraftChange, now: Date): Draft {
	return {
		...draft,
		answers: { ...draft.answers, ...change.answers },
		papers: { ...draft.papers, ...change.papers },
		form: { ...draft.form, ...change.form },
		applicant: { ...draft.applicant, ...change.applicant },
		agencyCode: change.agencyCode ?? draft.agencyCode,
		updatedAt: now.toISOString()
	};
}
