import * as z from 'zod/mini';

/** A paper on a slip, counted by kind: bản chính, bản chứng thực, bản chụp. */
export const SlipPaper = z.object({
	name: z.string(),
	originals: z.int(),
	certified: z.int(),
	copies: z.int()
});
export type SlipPaper = z.infer<typeof SlipPaper>;

/** The one-stop as the head of a slip names it; every part but the name may be ''. */
const SlipAgency = z.object({
	name: z.string(),
	parentName: z.string(),
	place: z.string(),
	address: z.string(),
	phone: z.string()
});

/** Who filed. `phone`, `email` and `citizenId` are '' when the person at the counter gave none. */
const SlipApplicant = z.object({
	fullName: z.string(),
	address: z.string(),
	phone: z.string(),
	email: z.string(),
	citizenId: z.string()
});

/**
 * What every slip says, whatever its form. `formSet` is the circular in force on the day of the slip, `issuedAt` a local
 * time YYYY-MM-DDTHH:mm, `lookupUrl` the agency's own lookup page or ''. `surveyCode`: one answer to the survey; on form
 * 01, 02 and 03 since they bear it.
 */
export const slipHead = {
	formSet: z.string(),
	number: z.string(),
	lookupCode: z.string(),
	lookupUrl: z.string(),
	surveyCode: z.optional(z.string()),
	issuedAt: z.string(),
	agency: SlipAgency,
	applicant: SlipApplicant,
	subject: z.string(),
	subjectAddress: z.string(),
	procedure: z.object({ code: z.string(), title: z.string() })
};

/** What Mẫu 02 and 03 add: the dossier code (null before receipt), the reference it was filed under, and whom to ask. */
export const answerHead = {
	...slipHead,
	reference: z.string(),
	code: z.nullable(z.string()),
	officer: z.object({ name: z.string(), phone: z.string() })
};

/** The number and the title of a form in the set of the day of receipt; absent in slips that are older than the list. */
export const formHead = {
	formNumber: z.optional(z.string()),
	formTitle: z.optional(z.string())
};

/** What the slips after receipt add: how their form is called, and the local times of receipt and of the first promise. */
export const lifeHead = {
	...formHead,
	receivedAt: z.string(),
	firstDueDate: z.nullable(z.string())
};
