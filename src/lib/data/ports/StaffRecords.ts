import type { RegisterPage } from '$lib/domain/register/Register';
import type { Result } from '$lib/domain/shared/Result';
import type { SlipAnswer } from './StaffDesk';

/** Days of one year: all of it, or `from` and `to` (local dates) of it. */
export type RegisterDays = { year: number; from?: string; to?: string };

/** Somebody opened or printed something: `what` is the paper's id, the result's name, or form and number of a slip. */
export type ViewLine = {
	kind: 'photo' | 'result' | 'joint' | 'print';
	what: string;
	by: string;
	at: string;
	reason: string | null;
};

/** The office's papers of record: control sheets, joint receipts, the register, and who looked at what. */
export interface StaffRecords {
	/** A control sheet of the dossier as it stands now; the same `actionId` gives the same one. */
	issueControlSheet(request: { actionId: string; dossierId: string }): Promise<Result<SlipAnswer>>;
	/** The receipts of the visit that this receipt belongs to; the caller parses each snapshot. */
	jointReceipt(
		slipId: string
	): Promise<Result<{ id: string; number: string; snapshot: unknown }[]>>;
	/** A page of the register, for receivers and leaders; `code` finds one line of whichever year. */
	registerPage(
		request: RegisterDays & { after?: { receivedAt: string; id: string }; code?: string }
	): Promise<Result<RegisterPage>>;
	/** The leader closes the register of a year that is over, once. */
	closeRegister(request: { actionId: string; year: number }): Promise<Result<null>>;
	/** Notes that these days of the register go to the printer; the same `printId` counts once. */
	noteRegisterPrint(request: RegisterDays & { printId: string }): Promise<Result<null>>;
	/** Who opened or printed papers of a dossier, the latest first; for leaders. */
	viewLog(dossierId: string): Promise<Result<ViewLine[]>>;
}
