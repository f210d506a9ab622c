import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '#domain/shared/Result.ts';

/** Why a body was not read: too many bytes, too slow, or the client hung up. */
export type BodyFailure = 'too-large' | 'too-slow' | 'client-gone';

/** What a body may be: at most so many bytes, whole within so many milliseconds. */
export interface BodyLimits {
	bytes: number;
	milliseconds: number;
}

/** Reads a request's body whole within the limits. Never throws; after a failure the connection must be closed. */
export function readBody(
	request: IncomingMessage,
	limits: BodyLimits
): Promise<Result<Buffer<ArrayBuffer>, BodyFailure>> {
	return new Promise((resolve) => {
		if (Number(request.headers['content-length'] ?? 0) > limits.bytes)
			return resolve(fail('too-large'));
		const parts: Buffer[] = [];
		let size = 0;
		const timer = setTimeout(() => settle(fail('too-slow')), limits.milliseconds);
		const settle = (result: Result<Buffer<ArrayBuffer>, BodyFailure>) => {
			clearTimeout(timer);
			request.off('data', onData).off('end', onEnd).off('close', onGone).off('error', onGone);
			if (!result.ok) request.pause();
			resolve(result);
		};
		const onData = (part: Buffer) => {
			size += part.length;
			if (size > limits.bytes) return settle(fail('too-large'));
			parts.push(part);
		};
		const onEnd = () => settle(ok(Buffer.concat(parts)));
		const onGone = () => settle(fail('client-gone'));
		request.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone);
	});
}
