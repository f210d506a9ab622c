import * as z from 'zod/mini';
import { SlipPaper, answerHead } from './slipParts.ts';

/** One thing to mend: what it is, why, and how many pieces are asked for. */
const SupplementSlipLine = z.extend(SlipPaper, {
	verdict: z.enum(['wrong', 'missing']),
	reason: z.string()
});

/**
 * Mẫu số 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. `until` is the last local date to answer. From the second `round`
 * on the request counts as late (domain §2.7) and `againReason` says why the office asks once more.
 */
export const SupplementSlip = z.object({
	...answerHead,
	form: z.literal('02'),
	round: z.int(),
	lines: z.array(SupplementSlipLine),
	note: z.nullable(z.string()),
	until: z.string(),
	countsLate: z.boolean(),
	againReason: z.nullable(z.string())
});
export type SupplementSlip = z.infer<typeof SupplementSlip>;
