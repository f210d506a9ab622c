import * as z from 'zod/mini';
import { PAGE_TYPES } from './Page.ts';

/** The most a result file may weigh, in bytes. */
export const MOST_RESULT_BYTES = 4 * 1024 * 1024;
/** How much of it travels in one request, in bytes. */
export const RESULT_PART_BYTES = 196_608;

/** The signed result as a file, at most 4 MiB, kept in the database: a phone without an account opens it too. */
export const ResultFile = z.object({
	fileId: z.string(),
	name: z.string(),
	type: z.enum(PAGE_TYPES),
	size: z.int(),
	sha256: z.string()
});
export type ResultFile = z.infer<typeof ResultFile>;

/** A result as it was given out; `correction` = why it replaces the one before, null for the first. */
export const ReleasedResult = z.extend(ResultFile, {
	releasedAt: z.string(),
	correction: z.nullable(z.string())
});
export type ReleasedResult = z.infer<typeof ReleasedResult>;
