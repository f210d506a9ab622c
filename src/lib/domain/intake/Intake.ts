import * as z from 'zod/mini';

/** How the desk made sure who the person is (domain §4.4); nothing here is an electronic authentication. */
export const IdentityCheck = z.enum(['card', 'vneid', 'known', 'none']);
export type IdentityCheck = z.infer<typeof IdentityCheck>;

/** Where the first values of an intake came from: typed, a scanned code, or an earlier dossier of the person. */
export const IntakeSource = z.enum(['typed', 'checklist', 'person-code', 'earlier']);
export type IntakeSource = z.infer<typeof IntakeSource>;

/** The person at the counter as typed or scanned. Only the name and the address are always there. */
export type CounterPerson = {
	fullName: string;
	phone: string;
	citizenId: string;
	address: string;
	email: string;
};

/** A dossier filed at the counter (channel 1), online with an officer's help (2), or out of an envelope (3). */
export type IntakeRequest = {
	/** One id for as long as no certain answer came; the same id never files twice. */
	actionId: string;
	dossierId: string;
	/** The same for everything one person brings in one sitting: one visit. */
	visitId: string;
	channel: 1 | 2 | 3;
	procedureCode: string;
	contentHash: string;
	applicant: Partial<CounterPerson> & { fullName: string; address: string };
	subject: string;
	subjectAddress?: string;
	/** The address the result is posted to; absent = it is fetched. */
	postTo?: string;
	/** Extras the person asked for (Luật 91/2025); absent = none. */
	consents?: { zalo: true };
	answers: Record<string, string>;
	form: Record<string, string>;
	papers: { requirementId: string; state: 'ready' | 'missing' | 'nothing-to-bring' }[];
	identityCheck: IdentityCheck;
	source: IntakeSource;
};

/** What a numbered blank slip, filled in by hand during an outage, promised. Times are local. */
export type BlankUse = { number: string; receivedAt: string; dueDate: string };

/** A blank slip that was printed and not used yet. */
export const BlankSlip = z.object({
	number: z.string(),
	lookupCode: z.string(),
	reservedAt: z.string(),
	reservedBy: z.string()
});
export type BlankSlip = z.infer<typeof BlankSlip>;

/** What the desk must know before there is a dossier; kept on the PC for an outage. */
export const DeskSetup = z.object({
	agency: z.object({
		name: z.string(),
		parentName: z.string(),
		place: z.string(),
		address: z.string(),
		phone: z.string(),
		lookupUrl: z.string()
	}),
	/** The form set in force today, e.g. "TT 03/2025/TT-VPCP". */
	formSet: z.string(),
	departments: z.array(z.object({ id: z.string(), name: z.string(), fields: z.array(z.string()) })),
	/** Who signs results here (role approver). */
	signers: z.array(z.object({ id: z.string(), fullName: z.string(), title: z.string() })),
	/** Messages by Zalo can be sent; absent in a copy from before it was asked. */
	zalo: z.optional(z.boolean())
});
export type DeskSetup = z.infer<typeof DeskSetup>;

/** A person this office knows from an earlier dossier, with their latest dossiers, the newest first. */
export const KnownPerson = z.object({
	fullName: z.string(),
	phone: z.string(),
	citizenId: z.string(),
	address: z.string(),
	email: z.string(),
	dossiers: z.array(
		z.object({
			id: z.string(),
			code: z.nullable(z.string()),
			procedureCode: z.string(),
			procedure: z.nullable(z.string()),
			status: z.int(),
			submittedAt: z.string()
		})
	)
});
export type KnownPerson = z.infer<typeof KnownPerson>;

/** What one fee of a procedure came to: `units` (pages) `times` over (copies). Amounts in đồng, computed by the server. */
export const PaidFee = z.object({
	label: z.string(),
	units: z.int(),
	times: z.int(),
	amount: z.int()
});
export type PaidFee = z.infer<typeof PaidFee>;
