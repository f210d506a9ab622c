import * as z from 'zod/mini';

/** The person who files (người nộp). The phone has digits only; the citizen number has 12 (old CMND 9, or a passport). */
const Applicant = z.object({
	fullName: z.string().check(z.minLength(2), z.maxLength(120)),
	phone: z.string().check(z.regex(/^0\d{9,10}$/)),
	citizenId: z.string().check(z.regex(/^(\d{12}|\d{9}|[A-Z]\d{7,8})$/)),
	address: z.string().check(z.minLength(3), z.maxLength(300)),
	email: z.optional(z.string().check(z.maxLength(200), z.regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/)))
});

/** What a submission says of one paper of the checklist. */
export const PaperState = z.enum(['ready', 'missing', 'cannot-get', 'nothing-to-bring']);
export type PaperState = z.infer<typeof PaperState>;

/** Why somebody cannot bring a paper: it is not theirs to bring, it is lost, or nobody gives it to them. */
export const CannotGetReason = z.enum(['does-not-apply', 'cannot-find', 'cannot-obtain']);
export type CannotGetReason = z.infer<typeof CannotGetReason>;

/** What a submission carries, frozen when "Nộp" is pressed; SQL checks the same in `app.check_payload`. */
export const Payload = z.object({
	procedureCode: z.string(),
	contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
	agencyCode: z.optional(z.string()),
	answers: z.record(z.string(), z.string().check(z.maxLength(60))),
	form: z.record(z.string(), z.string().check(z.maxLength(2000))),
	applicant: Applicant,
	subject: z.string().check(z.minLength(2), z.maxLength(120)),
	subjectAddress: z.optional(z.string().check(z.minLength(3), z.maxLength(300))),
	/** The address the result is posted to; absent = it is fetched at the office, as every older phone files it. */
	postTo: z.optional(z.string().check(z.minLength(3), z.maxLength(300))),
	papers: z.array(
		z.object({
			requirementId: z.string(),
			state: PaperState,
			reason: z.optional(CannotGetReason),
			/** Declared files that show this paper, page after page. */
			files: z.optional(z.array(z.string()))
		})
	)
});
export type Payload = z.infer<typeof Payload>;
