import * as z from 'zod/mini';
import { CitizenNotice } from './CitizenNotice.ts';
import { OwnBill, OwnExtension, OwnHalt } from './own.ts';
import { ReleasedResult, ResultFile } from './ResultFile.ts';
import { Supplement } from './Supplement.ts';

/** A one-stop that takes dossiers. */
export const Office = z.object({
	code: z.string(),
	name: z.string(),
	address: z.string(),
	phone: z.string()
});
export type Office = z.infer<typeof Office>;

/** The server's word that a submission arrived whole. `answerBy` is local time, null when no calendar covers it. */
export const Receipt = z.object({
	id: z.string(),
	reference: z.string(),
	lookupCode: z.string(),
	submittedAt: z.string(),
	procedureCode: z.string(),
	answerBy: z.nullable(z.string()),
	office: Office
});
export type Receipt = z.infer<typeof Receipt>;

/** What an older server or an older copy on the phone does not say: it never stands in the way of the rest. */
const later = <T extends z.ZodMiniType>(schema: T) =>
	z.catch(z.optional(z.nullable(schema)), undefined);

/** Where a dossier stands, without personal data. Instants are ISO with zone, `dueDate` is a local date. */
export const Progress = z.object({
	reference: z.string(),
	code: z.nullable(z.string()),
	status: z.int(),
	submittedAt: z.string(),
	receivedAt: z.nullable(z.string()),
	dueDate: z.nullable(z.string()),
	dueAt: z.nullable(z.string()),
	firstDueDate: z.nullable(z.string()),
	finishedAt: z.nullable(z.string()),
	returnedAt: z.nullable(z.string()),
	steps: z.array(z.object({ status: z.int(), at: z.string() })),
	/** Only for the phone that filed: how many files the server has compared with their hashes, and which it asks for again. */
	files: z.optional(z.object({ verified: z.int(), wanted: z.array(z.string()) })),
	/** Only for the phone that filed: what the desk asked for, why it refused or stopped, what is to be paid, the result, and what was told. */
	own: z.optional(
		// The post and the corrections stay as they came: only the page that shows them reads them (ownLater.ts).
		z.looseObject({
			supplements: z.array(Supplement),
			refusal: z.nullable(z.object({ reason: z.string(), rightPlace: z.nullable(z.string()) })),
			result: z.nullable(ResultFile),
			/** Every version of the result, the first one first. */
			results: z.catch(z.optional(z.array(ReleasedResult)), undefined),
			bill: later(OwnBill),
			extension: later(OwnExtension),
			halt: later(OwnHalt),
			/** The latest first; absent in what a phone kept from before there were notices. */
			notices: z.optional(z.array(CitizenNotice))
		})
	),
	office: Office
});
export type Progress = z.infer<typeof Progress>;
