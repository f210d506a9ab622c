import * as z from 'zod/mini';
import { TimeLimit } from '../clock/clockInput.ts';
import { SlipPaper, slipHead } from './slipParts.ts';

/**
 * Mẫu số 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả, exactly as SQL froze it.
 * `receivedAt` and `due` are local times YYYY-MM-DDTHH:mm, `dueDate` is a local date.
 * `due` stands only for a limit in hours; `limit` null = none verified, then `dueBasis` names the law of the date.
 * `blank`: received on paper during an outage and typed in later under the same number.
 * `replaces`: issued again because the calendar changed (`moveReason`); the slip before it and the first date of all.
 */
export const ReceiptSlip = z.object({
	...slipHead,
	form: z.literal('01'),
	code: z.string(),
	channel: z.int(),
	papers: z.array(SlipPaper),
	sets: z.int(),
	limit: z.nullable(TimeLimit),
	receivedAt: z.string(),
	dueDate: z.string(),
	due: z.nullable(z.string()),
	dueBasis: z.nullable(z.string()),
	collectAt: z.string(),
	/** The result goes to this address by post. */
	postTo: z.optional(z.string()),
	receiver: z.string(),
	blank: z.optional(z.boolean()),
	replaces: z.optional(
		z.object({ number: z.string(), dueDate: z.string(), due: z.nullable(z.string()) })
	),
	firstDueDate: z.optional(z.nullable(z.string())),
	moveReason: z.optional(z.string())
});
export type ReceiptSlip = z.infer<typeof ReceiptSlip>;
