import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '#domain/shared/Result.ts';

/** Why a body was not read: too many bytes, too slow, the client hung up, or other bodies fill the memory. */
export type BodyFailure = 'too-large' | 'too-slow' | 'client-gone' | 'no-room';

/** What a body may be: at most so many bytes, whole within so many milliseconds. */
export interface BodyLimits {
	bytes: number;
	milliseconds: number;
}

/** The memory all bodies together may take. Bytes are counted as they arrive: announcing many takes nothing. */
export interface BodyRoom {
	/** Takes room for so many bytes, or says that there is none. */
	take(bytes: number): boolean;
	giveBack(bytes: number): void;
}

/** Makes room for `most` bytes. */
export function createBodyRoom(most: number): BodyRoom {
	let taken = 0;
	return {
		take(bytes) {
			if (taken + bytes > most) return false;
			taken += bytes;
			return true;
		},
		giveBack: (bytes) => void (taken -= bytes)
	};
}

/**
 * Reads a request's body whole within the limits. Never throws. After success its length is taken from `room` and the
 * caller gives it back when the body is done with; after a failure nothing is taken and the connection must be closed.
 */
export function readBody(
	request: IncomingMessage,
	limits: BodyLimits,
	room: BodyRoom
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
			if (!result.ok) {
				request.pause();
				room.giveBack(size);
			}
			resolve(result);
		};
		const onData = (part: Buffer) => {
			if (size + part.length > limits.bytes) return settle(fail('too-large'));
			if (!room.take(part.length)) return settle(fail('no-room'));
			size += part.length;
			parts.push(part);
		};
		const onEnd = () => settle(ok(Buffer.concat(parts)));
		const onGone = () => settle(fail('client-gone'));
		request.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone);
	});
}
