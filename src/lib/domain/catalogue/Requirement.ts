import * as z from 'zod/mini';
import { Condition } from './Condition.ts';
import { DRAWINGS } from './drawings.ts';

/**
 * How a paper is asked for (domain research §7.1): kept original, certified copy, plain copy with the original to
 * compare, plain copy, shown original, electronic, or read from a database. Order = strength: an earlier kind includes a later one.
 */
export const RequirementKind = z.enum([
	'submit-original',
	'certified-copy',
	'photocopy-with-original',
	'photocopy',
	'show-original',
	'electronic',
	'data-lookup'
]);
export type RequirementKind = z.infer<typeof RequirementKind>;

/** One paper asked for in some cases. `paper` names the paper itself: two rules may ask for one paper. */
export const Requirement = z.strictObject({
	id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
	paper: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
	name: z.string().check(z.minLength(3)),
	officialName: z.string(),
	kind: RequirementKind,
	originals: z.int().check(z.nonnegative()),
	copies: z.int().check(z.nonnegative()),
	when: z.optional(Condition),
	why: z.string(),
	/** The next step of somebody who cannot get this paper. */
	ifMissing: z.string(),
	/** The next step of somebody who has it but cannot find it: where a lost one is issued again. */
	ifLost: z.optional(z.string()),
	/** What it looks like. */
	drawing: z.optional(z.enum(DRAWINGS)),
	/** Says something about a person's health that no bystander should read: left out of pictures and prints by name. */
	discreet: z.optional(z.boolean()),
	/** May be sent as a photo when filing online. */
	photo: z.boolean(),
	/** The e-form of the procedure builds this paper: nothing to bring when filing online. */
	builtByForm: z.optional(z.boolean()),
	replacedBy: z.optional(z.strictObject({ database: z.string(), law: z.string() })),
	/** Where in the source this line comes from. */
	source: z.string()
});
export type Requirement = z.infer<typeof Requirement>;
