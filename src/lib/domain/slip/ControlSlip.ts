import * as z from 'zod/mini';
import { TimeLimit } from '../clock/clockInput.ts';
import { Timeliness } from '../dossier/life.ts';
import { SlipPaper, slipHead } from './slipParts.ts';

/**
 * One time the dossier changed hands. `transfer`: desk → department; `move`: to another department; `stage`: a step
 * of the department, begun and done; `consult`, `part`: another agency; `papers`: back to the person for what was missing;
 * `back`: the result, to the desk; `return`: handed out. Times are local (YYYY-MM-DDTHH:mm). Absent `takenAt` = nobody has taken it over; absent `timeliness` = the step
 * had no date. `number` is that of the bordereau or of the letter.
 */
const ControlStep = z.object({
	kind: z.enum(['transfer', 'move', 'stage', 'consult', 'part', 'papers', 'back', 'return']),
	from: z.optional(z.string()),
	to: z.optional(z.string()),
	givenAt: z.optional(z.string()),
	givenBy: z.optional(z.string()),
	takenAt: z.optional(z.string()),
	takenBy: z.optional(z.string()),
	number: z.optional(z.string()),
	until: z.optional(z.string()),
	outcome: z.optional(z.string()),
	note: z.optional(z.string()),
	timeliness: z.optional(Timeliness)
});
export type ControlStep = z.infer<typeof ControlStep>;

/**
 * Phiếu kiểm soát quá trình giải quyết hồ sơ, as SQL froze it: Mẫu số 05 of 2018, Mẫu số 06 of 2025 (`formNumber`). It
 * stays in the office, so its `lookupCode` is ''.
 */
export const ControlSlip = z.object({
	...slipHead,
	form: z.literal('06'),
	formNumber: z.optional(z.string()),
	formTitle: z.optional(z.string()),
	code: z.string(),
	channel: z.int(),
	receivedAt: z.string(),
	limit: z.nullable(TimeLimit),
	dueBasis: z.nullable(z.string()),
	firstDueDate: z.nullable(z.string()),
	dueDate: z.nullable(z.string()),
	due: z.nullable(z.string()),
	papers: z.array(SlipPaper),
	steps: z.array(ControlStep),
	issuer: z.string()
});
export type ControlSlip = z.infer<typeof ControlSlip>;
