import * as z from 'zod/mini';
import { fail, ok, type Result } from '$lib/domain/shared/Result';

/** Where the API is and the key that says "this app" (`/cau-hinh.json`); an empty url = the same origin. */
const Configuration = z.object({
	url: z.string(),
	publishableKey: z.string().check(z.minLength(10))
});

export type Connection = { url: string; publishableKey: string };

/** Reads the configuration once per page; a failed read is tried again at the next call. */
export function createConnection(
	fetchNow: typeof fetch,
	getOrigin: () => string
): () => Promise<Result<Connection>> {
	let known: Connection | undefined;
	return async function connect() {
		if (known) return ok(known);
		try {
			const response = await fetchNow('/cau-hinh.json', { cache: 'no-store' });
			const parsed = Configuration.safeParse(await response.json());
			if (!response.ok || !parsed.success) return fail({ kind: 'offline' });
			known = { url: parsed.data.url || getOrigin(), publishableKey: parsed.data.publishableKey };
			return ok(known);
		} catch (cause) {
			return fail({ kind: 'offline', cause });
		}
	};
}
