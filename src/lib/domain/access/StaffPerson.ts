import * as z from 'zod/mini';

/** What somebody may do, in the order the console names it. */
export const STAFF_ROLES = [
	'receiver',
	'officer',
	'approver',
	'leader',
	'editor',
	'admin'
] as const;
/** What a staff member may do; one person may have several. */
export const StaffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof StaffRole>;

/** A staff member as the administrator sees them; `email` is there for administrators once an account is tied. */
export const StaffPerson = z.object({
	id: z.string(),
	version: z.int(),
	fullName: z.string(),
	title: z.string(),
	phone: z.string(),
	email: z.optional(z.string()),
	departmentId: z.nullable(z.string()),
	roles: z.array(StaffRole),
	active: z.boolean(),
	/** An account is tied: the invitation was accepted. */
	joined: z.boolean(),
	/** The own citizen number is known (never shown), so that nobody handles the own dossier. */
	hasCitizenId: z.boolean(),
	/** Until when the invitation works; null when there is none, or none any more. */
	invitedUntil: z.nullable(z.string())
});
export type StaffPerson = z.infer<typeof StaffPerson>;

/** A department with the fields it handles; `staffCount` = people who work there now. */
export const Department = z.object({
	id: z.string(),
	name: z.string(),
	fieldCodes: z.array(z.string()),
	staffCount: z.int()
});
export type Department = z.infer<typeof Department>;

/** The own office's staff and departments, and all fields of the catalogue to choose from. */
export const StaffList = z.object({
	staff: z.array(StaffPerson),
	departments: z.array(Department),
	fields: z.array(z.object({ code: z.string(), name: z.string() }))
});
export type StaffList = z.infer<typeof StaffList>;

/** A one-time code, shown this once: the server keeps only its hash. */
export const Invitation = z.object({
	staffId: z.string(),
	code: z.string(),
	expiresAt: z.string()
});
export type Invitation = z.infer<typeof Invitation>;

const Snapshot = z.object({
	fullName: z.optional(z.string()),
	title: z.optional(z.string()),
	phone: z.optional(z.string()),
	departmentId: z.optional(z.nullable(z.string())),
	roles: z.optional(z.array(StaffRole)),
	citizenId: z.optional(z.boolean()),
	citizenIdReplaced: z.optional(z.boolean())
});

/** One line of the record of changes, the person as before and after. */
export const StaffChange = z.object({
	id: z.string(),
	action: z.string(),
	at: z.string(),
	actor: z.string(),
	before: z.nullable(Snapshot),
	after: z.nullable(Snapshot),
	reason: z.nullable(z.string())
});
export type StaffChange = z.infer<typeof StaffChange>;

/** Officers and approvers work in a department; the others may, but need none. */
export function needsDepartment(roles: readonly StaffRole[]): boolean {
	return roles.includes('officer') || roles.includes('approver');
}
