import type { Result } from '$lib/domain/shared/Result';
import type { ActionRequest } from './StaffDesk';

/** What stands in another system: a status only with the system it was read in. */
export type Copied = { code: string; status?: string; system?: string };

/** `until` is the last local date to answer; `silence` names the law by which silence is consent. */
export type Consultation = {
	agency: string;
	question: string;
	documentNumber?: string;
	until: string;
	silence?: string;
};

/** What came back; `silent` only when the last day has passed. */
export type ConsultAnswer = { waitId: string } & (
	{ outcome: 'answered'; answer: string; documentNumber?: string } | { outcome: 'silent' }
);

/** A part for another agency; it begins at once, or when the part in position `after` has ended. */
export type NewPart = { title: string; agency: string; after?: number; dueDate?: string };

/** One step of a part: it is done, it cannot be done, it was read elsewhere, or its result was given to the citizen. */
export type PartStep = { partId: string } & (
	| { step: 'done'; resultNumber?: string }
	| { step: 'failed'; note: string }
	| { step: 'copy'; external: Copied }
	| { step: 'collect' }
);

/** Who else has the dossier open, by name, and the version the server has. */
export type Presence = { version: number; others: string[] };

/** Where a dossier lies: whose work it is, who else was asked, its parts elsewhere, and what colleagues note. */
export interface DeskRouting {
	/** The leader gives the dossier to an officer of its department. */
	assign(request: ActionRequest & { staffId: string; reason: string }): Promise<Result<null>>;
	/** An officer hands the own work to a colleague of the department. */
	pass(request: ActionRequest & { staffId: string; reason: string }): Promise<Result<null>>;
	/** The leader moves the dossier to another department, where it is anybody's work. */
	move(request: ActionRequest & { departmentId: string; reason: string }): Promise<Result<null>>;
	consult(request: ActionRequest & Consultation): Promise<Result<null>>;
	closeConsultation(request: ActionRequest & ConsultAnswer): Promise<Result<null>>;
	addParts(request: ActionRequest & { parts: NewPart[] }): Promise<Result<null>>;
	/** `number` is that of the open stage. */
	finishStage(request: ActionRequest & { number: number }): Promise<Result<null>>;
	stepPart(request: ActionRequest & PartStep): Promise<Result<null>>;
	/** The code and status of the whole dossier in the system it really belongs to. */
	copyExternal(request: ActionRequest & { external: Copied }): Promise<Result<null>>;
	/** An internal note; the same `noteId` is noted once. */
	note(request: { noteId: string; dossierId: string; text: string }): Promise<Result<null>>;
	/** Says that I have this dossier open; to be repeated every half minute. */
	notePresence(dossierId: string): Promise<Result<Presence>>;
}
