import * as z from 'zod/mini';
import type { Progress } from './Receipt.ts';
import type { ReleasedResult } from './ResultFile.ts';

type Own = NonNullable<Progress['own']>;

/** The result by post, as the phone is told: where to, and once it is on its way the parcel and the originals in it. */
const OwnPost = z.object({
	address: z.string(),
	number: z.optional(z.string()),
	carrier: z.optional(z.string()),
	at: z.optional(z.string()),
	originals: z.optional(z.array(z.string()))
});
export type OwnPost = z.infer<typeof OwnPost>;

const Correction = z.object({
	at: z.string(),
	reason: z.string(),
	number: z.nullable(z.string()),
	fileId: z.nullable(z.string())
});

/** A result as it was given out: `why` it replaced the one before (null = the first), its number, and its file if it has one. */
export type ResultVersion = {
	at: string;
	why: string | null;
	number: string | null;
	file?: ReleasedResult;
};

/** What is known of the post; undefined = the result is fetched, or an older server says nothing. */
export function findPost(own: Own): OwnPost | undefined {
	return OwnPost.safeParse(own.post).data;
}

/** Every version of the result, the newest first; a correction on paper has a number and no file. */
export function resultVersions(own: Own): ResultVersion[] {
	const corrections = z.array(Correction).safeParse(own.corrections).data ?? [];
	const numbers = new Map(corrections.map(({ fileId, number }) => [fileId, number]));
	const files = (own.results ?? []).map((file) => ({
		at: file.releasedAt,
		why: file.correction,
		number: numbers.get(file.fileId) ?? null,
		file
	}));
	const papers = corrections
		.filter(({ fileId }) => fileId === null)
		.map(({ at, reason, number }) => ({ at, why: reason, number }));
	return [...files, ...papers].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
