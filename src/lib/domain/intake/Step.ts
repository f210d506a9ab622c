import type { ReceivedPaper } from '../dossier/StaffDossier.ts';
import type { PaperVerdict, SupplementLine } from '../dossier/Supplement.ts';
import type { BlankUse, IntakeRequest, PaidFee } from './Intake.ts';

/** One call to the server with its own action id, fixed when the button was pressed: sent twice, it happens once. */
export type Step =
	| { kind: 'file'; request: IntakeRequest }
	| {
			kind: 'receive';
			actionId: string;
			content: {
				papers: ReceivedPaper[];
				departmentId: string;
				dueDate?: string;
				dueBasis?: string;
				slip?: boolean;
				blank?: BlankUse;
			};
	  }
	| {
			kind: 'supplement';
			actionId: string;
			content: {
				lines: SupplementLine[];
				checks: { requirementId: string; verdict: PaperVerdict }[];
				until: string;
				note?: string;
			};
	  }
	| { kind: 'refuse'; actionId: string; content: { reason: string; rightPlace?: string } }
	| {
			kind: 'settle';
			actionId: string;
			content: {
				resultNumber?: string;
				signedBy: string;
				recipientName: string;
				proxy: boolean;
				proxyPaper?: string;
				fees: { label: string; units: number; times: number }[];
				exemption?: string;
			};
	  };

/** What the server said to one step. */
export type StepAnswer =
	| { kind: 'file'; reference: string; version: number }
	| { kind: 'receive'; code: string; dueDate: string; due: string | null; slipId: string | null }
	| { kind: 'supplement'; slipId: string; number: string }
	| { kind: 'refuse'; slipId: string; number: string }
	| { kind: 'settle'; fees: PaidFee[]; total: number };
