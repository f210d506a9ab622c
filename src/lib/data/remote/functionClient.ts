import type { Connection } from './connection';
import { retryAfterSeconds } from './retryAfter';
import type { RpcAnswer, RpcClient } from './rpc';

/**
 * Calls SQL functions without an account and without a library: what every citizen's phone loads is kept small.
 * `onRetryAfter` hears, with every answer, how many seconds the server wants to be left alone.
 */
export function createFunctionClient(
	{ url, publishableKey }: Connection,
	fetchNow: typeof fetch,
	onRetryAfter: (seconds: number | undefined) => void = () => undefined
): RpcClient {
	return {
		rpc: (name, body) => ({
			async abortSignal(signal) {
				const response = await fetchNow(`${url}/rest/v1/rpc/${name}`, {
					method: 'POST',
					headers: {
						apikey: publishableKey,
						'content-type': 'application/json',
						accept: 'application/json'
					},
					body: JSON.stringify(body),
					signal
				});
				onRetryAfter(retryAfterSeconds(response.headers));
				return toAnswer(response.ok, response.status, await response.text());
			}
		})
	};
}

/** A body that is no JSON (a page of a proxy) is neither data nor an error of ours. */
function toAnswer(isOk: boolean, status: number, text: string): RpcAnswer {
	const body = parse(text);
	if (isOk) return { data: body, error: null, status };
	const { message, code } = (body ?? {}) as { message?: unknown; code?: unknown };
	return { data: null, error: { message: String(message), code: String(code) }, status };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
