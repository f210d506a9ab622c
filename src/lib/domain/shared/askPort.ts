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

/**
 * One id for one request until it was answered: pressed again after an answer that got lost, the same thing is asked for
 * once more and happens once; changed meanwhile, it is another request.
 */
export class ActionIds {
	readonly #newId: () => string;
	readonly #open = new Map<string, string>();

	constructor(newId: () => string) {
		this.#newId = newId;
	}

	/** The id of this request. */
	get(request: string): string {
		const id = this.#open.get(request) ?? this.#newId();
		this.#open.set(request, id);
		return id;
	}

	/** It was answered: asked for anew, it is to happen anew. */
	settle(request: string): void {
		this.#open.delete(request);
	}
}
