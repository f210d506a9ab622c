import * as z from 'zod/mini';
import { ExtensionSlip } from './ExtensionSlip.ts';
import { HaltSlip } from './HaltSlip.ts';
import { ControlSlip } from './ControlSlip.ts';
import { ReceiptSlip } from './ReceiptSlip.ts';
import { RefusalSlip } from './RefusalSlip.ts';
import { SupplementSlip } from './SupplementSlip.ts';

/** A slip of any form, told apart by `form`. */
export const Slip = z.discriminatedUnion('form', [
	ReceiptSlip,
	SupplementSlip,
	RefusalSlip,
	ExtensionSlip,
	HaltSlip,
	ControlSlip
]);
export type Slip = z.infer<typeof Slip>;

/** The frozen snapshot of a slip of `form`; undefined when it is none, or says it is of another form. */
export function parseSlip(form: string, snapshot: unknown): Slip | undefined {
	const parsed = Slip.safeParse(snapshot);
	return parsed.success && parsed.data.form === form ? parsed.data : undefined;
}
