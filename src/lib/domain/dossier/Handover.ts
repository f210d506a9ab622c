import * as z from 'zod/mini';

/** Papers of several dossiers that change hands: from the desk to a department, or results back to the desk. */
export const HandoverDirection = z.enum(['to-department', 'to-desk']);
export type HandoverDirection = z.infer<typeof HandoverDirection>;

/**
 * A bordereau (phiếu bàn giao, domain §3.2). `takenAt` null = nobody has taken it over yet; `taken` of a line: it was
 * there, or false = missing, when the other side looked. Instants are ISO with zone, `dueDate` a local date.
 */
export const Handover = z.object({
	id: z.string(),
	number: z.string(),
	direction: HandoverDirection,
	agency: z.string(),
	department: z.string(),
	departmentId: z.string(),
	madeBy: z.string(),
	madeAt: z.string(),
	note: z.nullable(z.string()),
	takenBy: z.nullable(z.string()),
	takenAt: z.nullable(z.string()),
	items: z.array(
		z.object({
			dossierId: z.string(),
			code: z.nullable(z.string()),
			subject: z.string(),
			procedure: z.nullable(z.string()),
			dueDate: z.nullable(z.string()),
			taken: z.nullable(z.boolean())
		})
	)
});
export type Handover = z.infer<typeof Handover>;

/** A dossier that can go on a bordereau; `direction` null = this person hands nothing over. */
export const Handable = z.object({
	direction: z.nullable(HandoverDirection),
	rows: z.array(
		z.object({
			id: z.string(),
			code: z.nullable(z.string()),
			subject: z.string(),
			procedure: z.nullable(z.string()),
			department: z.string(),
			departmentId: z.string(),
			dueDate: z.nullable(z.string())
		})
	)
});
export type Handable = z.infer<typeof Handable>;

/** The most dossiers on one bordereau, as in SQL. */
export const MOST_HANDED = 100;
