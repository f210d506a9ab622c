import type * as z from 'zod/mini';
import { fail, ok, type AppError, type ErrorKind, type Result } from '$lib/domain/shared/Result';

/** The protocol version of every public function (design §6.4). */
const PROTOCOL = 1;

const KIND_BY_STATUS: Record<number, ErrorKind> = {
	400: 'invalid',
	401: 'unauthorized',
	403: 'forbidden',
	404: 'not-found',
	409: 'conflict',
	410: 'not-found',
	413: 'invalid',
	426: 'outdated',
	429: 'throttled'
};

export type RpcAnswer = {
	data: unknown;
	error: { message: string; code: string } | null;
	status: number;
};

/** The part of a client that calls functions; SupabaseClient has it too. */
export type RpcClient = {
	rpc(
		name: string,
		body: { request: Record<string, unknown> }
	): { abortSignal(signal: AbortSignal): PromiseLike<RpcAnswer> };
};

/**
 * Calls one SQL function with `{request: {protocol, …}}` and checks the answer against its schema. An answer that is
 * no JSON, or not of the expected shape (a captive portal, a proxy's page), is never a success.
 */
export async function callFunction<T>(
	client: RpcClient,
	name: string,
	request: Record<string, unknown>,
	schema: z.ZodMiniType<T>,
	timeoutMs = 20_000
): Promise<Result<T>> {
	const abort = new AbortController();
	const timer = setTimeout(() => abort.abort(), timeoutMs);
	try {
		const { data, error, status } = await client
			.rpc(name, { request: { protocol: PROTOCOL, ...request } })
			.abortSignal(abort.signal);
		if (error) return fail(toAppError(status, error.message, error.code));
		const parsed = schema.safeParse(data);
		return parsed.success ? ok(parsed.data) : fail({ kind: 'unknown', cause: parsed.error });
	} catch (cause) {
		return fail({ kind: 'offline', cause });
	} finally {
		clearTimeout(timer);
	}
}

/** Only errors raised by our own functions carry a stable key; anything else is passing until shown otherwise. */
function toAppError(status: number, message: string, code: string): AppError {
	const isOurs = /^PT\d{3}$/.test(code) && /^[a-z][a-z-]+$/.test(message);
	const kind = KIND_BY_STATUS[status];
	if (status === 0 || status >= 500) return { kind: 'offline', cause: message };
	if (isOurs && kind) return { kind, key: message };
	if (status === 401 || status === 429) return { kind: KIND_BY_STATUS[status] ?? 'unknown' };
	return { kind: 'unknown', cause: `${status} ${code}` };
}
