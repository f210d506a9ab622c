import type { PlanSheet } from '$lib/domain/plan/readPlanTable';
import type { Result } from '$lib/domain/shared/Result';

/** Why a file gave no rows: another kind of file, Excel's old form, too large, empty, or broken or locked. */
export type TableFault = 'other-form' | 'old-excel' | 'too-large' | 'empty' | 'unreadable';

/** Reads the file of a plan on this PC; nothing is sent anywhere. */
export interface PlanFiles {
	/** The sheets and rows of an XLSX or CSV file. Never throws. */
	read(name: string, bytes: Uint8Array): Promise<Result<PlanSheet[], TableFault>>;
	/** The empty table to fill in, as an XLSX file. */
	template(): Promise<Uint8Array>;
}
