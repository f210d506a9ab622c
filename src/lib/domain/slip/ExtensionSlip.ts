import * as z from 'zod/mini';
import { answerHead, lifeHead } from './slipParts.ts';

/**
 * Mẫu số 04, the apology and the one new date (NĐ 61/2018 Đ19.9). `dueDate` is the date that stood before and `newDate`
 * the one that stands now, both local dates; `signer` is who answers for the delay.
 */
export const ExtensionSlip = z.object({
	...answerHead,
	...lifeHead,
	form: z.literal('04'),
	dueDate: z.string(),
	newDate: z.string(),
	reason: z.string(),
	signer: z.string()
});
export type ExtensionSlip = z.infer<typeof ExtensionSlip>;
