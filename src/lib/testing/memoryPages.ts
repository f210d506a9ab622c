import type { PageStore } from '$lib/data/ports/PageStore';
import { ok } from '$lib/domain/shared/Result';
import { pageBytes } from './builders';

export type MemoryPages = Pick<PageStore, 'findBytes' | 'removeFor'> & {
	bytes: Map<string, ArrayBuffer>;
	/** The preparations whose pages were let go, in order. */
	removed: string[];
};

/** The photographs of a phone in memory: `page-<number>` with the bytes of that number. */
export function createMemoryPages(...numbers: number[]): MemoryPages {
	const bytes = new Map(numbers.map((number) => [`page-${number}`, pageBytes(number)]));
	const removed: string[] = [];
	return {
		bytes,
		removed,
		findBytes: async (id) => bytes.get(id)?.slice(0),
		async removeFor(draftId) {
			removed.push(draftId);
			return ok(null);
		}
	};
}
