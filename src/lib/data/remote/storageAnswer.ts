import * as z from 'zod/mini';
import { fail, type Result } from '$lib/domain/shared/Result';

/** How Storage refuses: mostly with HTTP 400, the real status as text in the body. */
const Refusal = z.object({ statusCode: z.string(), error: z.optional(z.string()) });

/** A refusal that Storage itself wrote; `error` names the reason in one word or two. */
export type StorageRefusal = { status: number; error?: string };

/** A slow line is given its time: half a minute, and 4 kB a second. */
const PATIENCE_MS = 30_000;
const SLOWEST_BYTES_PER_MS = 4;

/**
 * Runs an exchange of about `bytes` bytes and ends it by the signal when it takes longer than the slowest line would
 * need. Fails as `offline` when `work` throws or is ended.
 */
export async function withPatience<T>(
	bytes: number,
	work: (signal: AbortSignal) => Promise<Result<T>>
): Promise<Result<T>> {
	const abort = new AbortController();
	const patience = PATIENCE_MS + Math.ceil(bytes / SLOWEST_BYTES_PER_MS);
	const timer = setTimeout(() => abort.abort(), patience);
	try {
		return await work(abort.signal);
	} catch (cause) {
		return fail({ kind: 'offline', cause });
	} finally {
		clearTimeout(timer);
	}
}

/** What a body says as JSON; undefined for anything else, e.g. a page of somebody's Wi-Fi. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The refusal in a parsed body; undefined when it is none of Storage's. */
export function readRefusal(answer: unknown): StorageRefusal | undefined {
	const refusal = Refusal.safeParse(answer);
	if (!refusal.success) return undefined;
	return { status: Number(refusal.data.statusCode), error: refusal.data.error };
}
