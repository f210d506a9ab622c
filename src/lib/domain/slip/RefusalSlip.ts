import * as z from 'zod/mini';
import { answerHead } from './slipParts.ts';

/**
 * Mẫu số 03, phiếu từ chối tiếp nhận giải quyết hồ sơ. `rightPlace` names where the matter belongs, when it belongs
 * elsewhere (NĐ 61/2018 Đ17.2a); `papersBack`: the papers were handed back with the slip.
 */
export const RefusalSlip = z.object({
	...answerHead,
	form: z.literal('03'),
	reason: z.string(),
	rightPlace: z.nullable(z.string()),
	papersBack: z.boolean()
});
export type RefusalSlip = z.infer<typeof RefusalSlip>;
