import type { CounterPerson } from './Intake.ts';

/** What a code at the counter turned out to be. */
export type Scanned =
	| {
			kind: 'checklist';
			procedureCode: string;
			hashStart: string;
			answerSigns: string;
			markSigns: string;
	  }
	/** The citizen's own code, or the code on an identity card. Parts the code does not have are ''. */
	| { kind: 'person'; person: CounterPerson }
	/** A slip of some office; `code` is the dossier code in capital letters. */
	| { kind: 'dossier'; code: string }
	/** Not ours, or damaged. `text` is one line, as it was read. */
	| { kind: 'unknown'; text: string };
