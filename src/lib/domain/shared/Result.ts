/** The outcome of something that may fail in an expected way: a value, never a throw. */
export type Result<T, E = AppError> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a success. */
export function ok<T>(value: T): Result<T, never> {
	return { ok: true, value };
}

/** Wraps an expected failure. */
export function fail<E>(error: E): Result<never, E> {
	return { ok: false, error };
}

/**
 * What went wrong, after any boundary (network, IndexedDB, SQL). `kind` decides what the app does next,
 * `key` is the server's stable message key when it gave one, `cause` is for the console only.
 */
export type AppError = {
	kind: ErrorKind;
	key?: string;
	retryAfterSeconds?: number;
	cause?: unknown;
};

/**
 * - `offline`: no answer came (no network, server down, answer unreadable).
 * - `unauthorized`: sign in again. `forbidden`: not yours to do. `not-found`: no such thing.
 * - `conflict`: somebody was faster, or the same id with other content. `invalid`: the input is refused.
 * - `throttled`: too many tries. `outdated`: client and server versions differ. `storage`: this phone cannot store.
 * - `unknown`: anything else; treated as passing.
 */
export type ErrorKind =
	| 'offline'
	| 'unauthorized'
	| 'forbidden'
	| 'not-found'
	| 'conflict'
	| 'invalid'
	| 'throttled'
	| 'outdated'
	| 'storage'
	| 'unknown';
