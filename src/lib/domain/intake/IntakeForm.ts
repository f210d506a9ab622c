import type { Step, StepAnswer } from './Step.ts';
import type { CounterPerson, IdentityCheck, IntakeSource } from './Intake.ts';

/** What is done with the matter at the end. `settle` = decided and handed over at once (same-day limits only). */
export type Outcome = 'receive' | 'supplement' | 'refuse' | 'settle';

/** What was typed at one paper; counts are as typed until they are checked. */
export type TypedPaper = {
	taken?: boolean;
	originals?: string;
	certified?: string;
	copies?: string;
	/** Why it is asked for, in words for the citizen. */
	reason?: string;
};

/** Counts of one fee as typed, by the fee's label. */
export type TypedFee = { units: string; times: string };

/**
 * Everything an officer types about one matter at the counter. Plain data that survives JSON, because it is kept on
 * the PC at every keystroke.
 */
export type IntakeForm = {
	visitId: string;
	/** 1 at the counter, 2 online with the officer's help, 3 out of an envelope. */
	channel: 1 | 2 | 3;
	procedureCode: string;
	person: CounterPerson;
	subjectIsOther: boolean;
	subject: string;
	subjectAddress: string;
	/** The result is to go by post, to this address. */
	byPost: boolean;
	postAddress: string;
	/** The person asked for news by Zalo; never ticked for them. */
	zalo: boolean;
	identityCheck: IdentityCheck;
	source: IntakeSource;
	answers: Record<string, string>;
	/** Values of the e-form (channel 2). */
	fields: Record<string, string>;
	papers: Record<string, TypedPaper>;
	/** Papers the citizen marked as at hand in the scanned checklist; the desk still looks at each. */
	said: string[];
	departmentId: string;
	/** '' = what the papers suggest. */
	outcome: Outcome | '';
	/** Only where the procedure states no limit. */
	dueDate: string;
	dueBasis: string;
	until: string;
	note: string;
	refuseReason: string;
	rightPlace: string;
	signedBy: string;
	resultNumber: string;
	/** '' = the applicant. */
	recipientName: string;
	isProxy: boolean;
	proxyPaper: string;
	fees: Record<string, TypedFee>;
	exemption: string;
	/** A slip of an outage, filled in by hand. */
	usesBlank: boolean;
	blank: { number: string; date: string; time: string; dueDate: string };
	/** This matter is on the server already; only what comes after the filing can still be changed. */
	filed: { dossierId: string; steps: Step[]; answers: StepAnswer[] } | null;
	/** The waiting row this form was taken out of to be mended; it is replaced when the form is sent. */
	mends: string;
};

/** A new visit: nobody, nothing. */
export function emptyForm(visitId: string): IntakeForm {
	return {
		visitId,
		channel: 1,
		procedureCode: '',
		person: { fullName: '', phone: '', citizenId: '', address: '', email: '' },
		subjectIsOther: false,
		subject: '',
		subjectAddress: '',
		byPost: false,
		postAddress: '',
		zalo: false,
		identityCheck: 'none',
		source: 'typed',
		answers: {},
		fields: {},
		papers: {},
		said: [],
		departmentId: '',
		outcome: '',
		dueDate: '',
		dueBasis: '',
		until: '',
		note: '',
		refuseReason: '',
		rightPlace: '',
		signedBy: '',
		resultNumber: '',
		recipientName: '',
		isProxy: false,
		proxyPaper: '',
		fees: {},
		exemption: '',
		usesBlank: false,
		blank: { number: '', date: '', time: '', dueDate: '' },
		filed: null,
		mends: ''
	};
}

/**
 * The next matter of the same person in the same sitting: the person, how they were known, the way, where results go and
 * the signer stay. A consent does not: it is asked for each matter.
 */
export function nextMatter(form: IntakeForm): IntakeForm {
	const { visitId, channel, person, byPost, postAddress, identityCheck, source, signedBy } = form;
	return {
		...emptyForm(visitId),
		channel,
		person: { ...person },
		byPost,
		postAddress,
		identityCheck,
		source,
		signedBy
	};
}

/** Another procedure was chosen: what hung on the old one goes, the person and the slip stay. */
export function withProcedure(form: IntakeForm, procedureCode: string): IntakeForm {
	if (form.procedureCode === procedureCode) return form;
	const kept = nextMatter(form);
	const { subjectIsOther, subject, subjectAddress, zalo, usesBlank, blank, mends } = form;
	return {
		...kept,
		procedureCode,
		subjectIsOther,
		subject,
		subjectAddress,
		zalo,
		usesBlank,
		blank,
		mends
	};
}
