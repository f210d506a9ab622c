import * as z from 'zod/mini';
import { answerHead, formHead } from './slipParts.ts';

/**
 * Mẫu số 03, phiếu từ chối tiếp nhận giải quyết hồ sơ. `rightPlace` names where the matter belongs, when it belongs
 * elsewhere (NĐ 61/2018 Đ17.2a); `papersBack`: the papers were handed back with the slip. Only after receipt the rest:
 * when it was received, by which law it is refused, which originals the person gets back, and who signs.
 */
export const RefusalSlip = z.object({
	...answerHead,
	...formHead,
	form: z.literal('03'),
	reason: z.string(),
	rightPlace: z.nullable(z.string()),
	papersBack: z.boolean(),
	receivedAt: z.optional(z.string()),
	basis: z.optional(z.string()),
	originals: z.optional(z.array(z.string())),
	signer: z.optional(z.string())
});
export type RefusalSlip = z.infer<typeof RefusalSlip>;
