import * as z from 'zod/mini';
import { TimeLimit } from '../clock/clockInput.ts';
import { HandoverDirection } from './Handover.ts';
import { Timeliness } from './life.ts';

const Person = z.object({ id: z.string(), name: z.string() });

/**
 * A part of an inter-agency dossier (liên thông): what one agency does, with its own state and date. `after` = begins
 * when the part in that position has ended; `timeliness` null = nothing to judge; `externalStatus` was copied from the
 * system `copiedFrom` at `copiedAt` and is not ours. Instants are ISO with zone, `dueDate` a local date.
 */
const DossierPart = z.object({
	id: z.string(),
	position: z.int(),
	title: z.string(),
	agency: z.string(),
	after: z.nullable(z.int()),
	state: z.enum(['waiting', 'running', 'done', 'failed']),
	dueDate: z.nullable(z.string()),
	startedAt: z.nullable(z.string()),
	endedAt: z.nullable(z.string()),
	timeliness: z.nullable(Timeliness),
	resultNumber: z.nullable(z.string()),
	note: z.nullable(z.string()),
	externalCode: z.nullable(z.string()),
	externalStatus: z.nullable(z.string()),
	copiedFrom: z.nullable(z.string()),
	copiedAt: z.nullable(z.string()),
	collectedAt: z.nullable(z.string())
});

/**
 * A step of the office inside the date promised, with its own limit and date. `timeliness` null = not begun, without a
 * date, or not finished when the dossier ended. Instants are ISO with zone, `dueDate` a local date.
 */
const DossierStage = z.object({
	number: z.int(),
	name: z.string(),
	limit: TimeLimit,
	startedAt: z.nullable(z.string()),
	dueDate: z.nullable(z.string()),
	/** The minute, for hour limits only. */
	dueAt: z.nullable(z.string()),
	doneAt: z.nullable(z.string()),
	doneBy: z.nullable(z.string()),
	timeliness: z.nullable(Timeliness)
});
export type DossierStage = z.infer<typeof DossierStage>;

/** Where a dossier lies: whose work it is, who could take it, its stages, its parts, its code elsewhere, notes, and its papers' way. */
export const Routing = z.object({
	/** Null = anybody's of the department. */
	assignedTo: z.nullable(Person),
	colleagues: z.array(Person),
	/** One after the other; none where its procedure names none. */
	stages: z.array(DossierStage),
	/** Whom its procedure names to be asked; `until` = the last local date when asked now, null = no calendar. */
	consults: z.array(
		z.object({
			agency: z.string(),
			limit: TimeLimit,
			silence: z.enum(['agrees', 'waits']),
			source: z.nullable(z.string()),
			until: z.nullable(z.string())
		})
	),
	parts: z.array(DossierPart),
	/** The ministry's system it really belongs to; its status as copied from there at `copiedAt`. */
	external: z.nullable(
		z.object({
			system: z.string(),
			code: z.string(),
			status: z.nullable(z.string()),
			copiedAt: z.string()
		})
	),
	/** Internal: no citizen is ever shown one. */
	notes: z.array(z.object({ id: z.string(), at: z.string(), by: z.string(), text: z.string() })),
	/** The bordereaux it was on; `taken` false = its papers were missing when the other side looked. */
	handovers: z.array(
		z.object({
			id: z.string(),
			number: z.string(),
			direction: HandoverDirection,
			department: z.string(),
			madeBy: z.string(),
			madeAt: z.string(),
			takenBy: z.nullable(z.string()),
			takenAt: z.nullable(z.string()),
			taken: z.nullable(z.boolean())
		})
	)
});
export type Routing = z.infer<typeof Routing>;
