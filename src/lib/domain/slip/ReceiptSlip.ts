import * as z from 'zod/mini';
import { TimeLimit } from '../clock/clockInput.ts';

/** A paper the desk took, counted by kind: bản chính, bản chứng thực, bản chụp. */
export const SlipPaper = z.object({
	name: z.string(),
	originals: z.int(),
	certified: z.int(),
	copies: z.int()
});
export type SlipPaper = z.infer<typeof SlipPaper>;

/**
 * Mẫu số 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả, exactly as `app.receipt_snapshot` froze it.
 * `issuedAt`, `receivedAt` and `due` are local times YYYY-MM-DDTHH:mm, `dueDate` is a local date.
 * `due` stands only for a limit in hours; `limit` null = none verified, then `dueBasis` names the law of the date.
 */
export const ReceiptSlip = z.object({
	form: z.literal('01'),
	formSet: z.string(),
	number: z.string(),
	code: z.string(),
	lookupCode: z.string(),
	lookupUrl: z.string(),
	issuedAt: z.string(),
	agency: z.object({
		name: z.string(),
		parentName: z.string(),
		place: z.string(),
		address: z.string(),
		phone: z.string()
	}),
	applicant: z.object({
		fullName: z.string(),
		address: z.string(),
		phone: z.string(),
		email: z.string(),
		citizenId: z.string()
	}),
	channel: z.int(),
	procedure: z.object({ code: z.string(), title: z.string() }),
	subject: z.string(),
	subjectAddress: z.string(),
	papers: z.array(SlipPaper),
	sets: z.int(),
	limit: z.nullable(TimeLimit),
	receivedAt: z.string(),
	dueDate: z.string(),
	due: z.nullable(z.string()),
	dueBasis: z.nullable(z.string()),
	collectAt: z.string(),
	receiver: z.string()
});
export type ReceiptSlip = z.infer<typeof ReceiptSlip>;
