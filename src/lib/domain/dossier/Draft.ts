import type { CannotGetReason } from './Payload.ts';
import type { Capability } from './Submission.ts';

/** The applicant as typed so far: any part may be empty or wrong. */
export type ApplicantInput = {
	fullName: string;
	phone: string;
	citizenId: string;
	address: string;
	email: string;
	/** How the result is wanted, `office` or `post`; absent = nothing said. */
	resultBy?: string;
	/** Where it is posted to; absent = to `address`. */
	postAddress?: string;
};

/** What the citizen has marked at a paper. */
export type PaperMark = 'ready' | 'missing' | CannotGetReason;

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
	/** Requirement id → mark. */
	papers: Record<string, PaperMark>;
	form: Record<string, string>;
	applicant: ApplicantInput;
	agencyCode: string;
	/** Earlier submissions this one takes the place of (design §6.2). */
	replaces?: Capability[];
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

/** The most earlier submissions one may name, as `app.check_replaces` admits. */
const MOST_REPLACED = 5;

/**
 * The draft that corrects a submission the server may know: the same content under a fresh identity, naming every
 * earlier one it takes the place of, the latest last. Of more than five the first stays (the one most likely filed,
 * which would otherwise go on beside its correction) and the latest four.
 */
export function successorOf(
	draft: Draft,
	fresh: { id: string; secret: string; updatedAt: string }
): Draft {
	const { id, secret } = draft;
	const earlier = [...(draft.replaces ?? []), { id, secret }];
	const tooMany = Math.max(0, earlier.length - MOST_REPLACED);
	return { ...draft, ...fresh, replaces: [...earlier.slice(0, 1), ...earlier.slice(1 + tooMany)] };
}

/** What was changed since the last save: only these parts are written, so that two tabs do not undo each other. */
export type DraftChange = {
	answers?: Record<string, string>;
	papers?: Record<string, PaperMark>;
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
