import * as z from 'zod/mini';
import { answerHead, lifeHead } from './slipParts.ts';

/**
 * Mẫu số 05 of 2025, the notice that the office stops: why, by which law, and the names of the originals that the person
 * gets back.
 */
export const HaltSlip = z.object({
	...answerHead,
	...lifeHead,
	form: z.literal('05'),
	reason: z.string(),
	basis: z.string(),
	originals: z.array(z.string()),
	signer: z.string()
});
export type HaltSlip = z.infer<typeof HaltSlip>;
