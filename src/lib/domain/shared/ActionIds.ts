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
