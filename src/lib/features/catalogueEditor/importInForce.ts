import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { toWorkable } from '$lib/domain/editing/workable';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import type { CatalogueState } from './catalogueState.svelte';

/** What is in force of a code, fetched to be compared with and to begin from. */
type InForce = { versionId: string; content: Procedure };

/** The contents in force that an import asked for, each fetched once. */
export class InForceShelf {
	readonly #catalogue: CatalogueState;
	readonly #known = new Map<string, InForce>();

	constructor(catalogue: CatalogueState) {
		this.#catalogue = catalogue;
	}

	/** Whether a procedure of this code is or was in force. */
	isKnown(code: string): boolean {
		const line = this.#catalogue.list?.procedures.find((each) => each.code === code);
		return line !== undefined && line.versionNumber !== null;
	}

	/** The titles of all that are, by code. */
	titles(): ReadonlyMap<string, string> {
		const lines = this.#catalogue.list?.procedures ?? [];
		return new Map(
			lines
				.filter(({ versionNumber }) => versionNumber !== null)
				.map(({ code, title }): [string, string] => [code, title])
		);
	}

	/** What was fetched before. */
	find(code: string): InForce | undefined {
		return this.#known.get(code);
	}

	async fetch(code: string): Promise<Result<InForce>> {
		const known = this.#known.get(code);
		if (known) return ok(known);
		const history = await this.#catalogue.ask((port) => port.history(code));
		if (!history.ok) return history;
		const current = history.value.find((entry) => entry.kind === 'version' && entry.isCurrent);
		if (current?.kind !== 'version') return fail({ kind: 'not-found' });
		const { versionId } = current;
		const version = await this.#catalogue.ask((port) => port.version(versionId));
		if (!version.ok) return version;
		const inForce = { versionId, content: toWorkable(version.value.content) };
		this.#known.set(code, inForce);
		return ok(inForce);
	}

	/** The contents of these codes; once the line has gone down, only of those fetched before. */
	async fetchAll(
		codes: readonly string[],
		onProgress: (done: number, all: number) => void
	): Promise<ReadonlyMap<string, Procedure>> {
		const missing = codes.filter((code) => !this.#known.has(code));
		for (const [index, code] of missing.entries()) {
			onProgress(index, missing.length);
			const current = await this.fetch(code);
			if (!current.ok && isLineDown(current.error)) break;
		}
		return new Map(
			codes.flatMap((code): [string, Procedure][] => {
				const current = this.#known.get(code);
				return current ? [[code, current.content]] : [];
			})
		);
	}
}

/** Nothing else will be answered either: the line is down, or nobody is signed in. */
export function isLineDown({ kind }: AppError): boolean {
	return kind !== 'invalid' && kind !== 'conflict' && kind !== 'not-found';
}
