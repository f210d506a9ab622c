import * as z from 'zod/mini';

/** A field of work (lĩnh vực) under which procedures are posted. */
export const Field = z.strictObject({
	code: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
	name: z.string(),
	help: z.string(),
	position: z.int()
});
export type Field = z.infer<typeof Field>;
