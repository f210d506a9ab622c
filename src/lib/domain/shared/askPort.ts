import { fail, type Result } from './Result.ts';

/** Somebody who notices, on the way, an answer that says the session is over. */
export interface AnswerWatch {
	watch<T>(answer: Result<T>): Result<T>;
}

/** Asks a port that is loaded first; `offline` when its part of the program could not be fetched: the line is down. */
export async function askPort<Port, T>(
	loadPort: () => Promise<Port>,
	work: (port: Port) => Promise<Result<T>>
): Promise<Result<T>> {
	try {
		return await work(await loadPort());
	} catch (cause) {
		return fail({ kind: 'offline', cause });
	}
}
