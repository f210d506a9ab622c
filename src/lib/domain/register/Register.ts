import * as z from 'zod/mini';
import { Timeliness } from '../dossier/life.ts';

const every = {
	/** The running number of the year, from 1, without gaps. */
	number: z.int(),
	id: z.string(),
	code: z.string(),
	/** Local time YYYY-MM-DDTHH:mm. */
	receivedAt: z.string(),
	/** What asks for the page after this line. */
	cursor: z.string(),
	procedure: z.string(),
	sets: z.int(),
	status: z.int()
};

/** A line of the register (sổ theo dõi hồ sơ). Of the reader's own dossier only number, code and procedure are told. */
export const RegisterLine = z.discriminatedUnion('own', [
	z.object({ ...every, own: z.literal(true) }),
	z.object({
		...every,
		own: z.literal(false),
		applicant: z.string(),
		address: z.string(),
		phone: z.string(),
		subject: z.string(),
		department: z.nullable(z.string()),
		dueDate: z.nullable(z.string()),
		firstDueDate: z.nullable(z.string()),
		finishedAt: z.nullable(z.string()),
		returnedAt: z.nullable(z.string()),
		timeliness: z.nullable(Timeliness),
		/** A result was released as a file as well. */
		electronic: z.boolean(),
		/** Who took the result; `proxy`: for somebody else. */
		recipient: z.nullable(z.string()),
		proxy: z.boolean(),
		/** The number of the parcel that carried it; null = handed over at the desk. */
		parcel: z.nullable(z.string()),
		/** Received by hand on a numbered blank. */
		blank: z.boolean()
	})
]);
export type RegisterLine = z.infer<typeof RegisterLine>;

/**
 * How a register was closed. `sha256` is over one line "number code YYYY-MM-DDTHH:mm" and a line end for every dossier;
 * `intact` false = the lines are not those that were closed.
 */
const RegisterClosing = z.object({
	lines: z.int(),
	firstCode: z.string(),
	lastCode: z.string(),
	sha256: z.string(),
	by: z.string(),
	at: z.string(),
	intact: z.boolean()
});
export type RegisterClosing = z.infer<typeof RegisterClosing>;

/** Days of the register that somebody sent to a printer. */
const RegisterPrint = z.object({
	from: z.string(),
	to: z.string(),
	by: z.string(),
	at: z.string(),
	reason: z.nullable(z.string())
});
export type RegisterPrint = z.infer<typeof RegisterPrint>;

/** What stands above a register; `formNumber` is that of its form set (06 in 2018, 07 in 2025). */
export const RegisterHead = z.object({
	formSet: z.string(),
	formNumber: z.string(),
	formTitle: z.string(),
	agency: z.object({ name: z.string(), parentName: z.string(), place: z.string() }),
	yearIsOver: z.boolean(),
	/** Numbered blanks of this year or before that are neither used nor voided. */
	openBlanks: z.int(),
	closing: z.nullable(RegisterClosing),
	/** Who printed days of the year, the latest 100, the last one first; leaders are told. */
	prints: z.optional(z.array(RegisterPrint))
});
export type RegisterHead = z.infer<typeof RegisterHead>;

/** At most 100 lines; `head` comes with the first page only. */
export const RegisterPage = z.object({
	rows: z.array(RegisterLine),
	more: z.boolean(),
	head: z.optional(RegisterHead)
});
export type RegisterPage = z.infer<typeof RegisterPage>;
