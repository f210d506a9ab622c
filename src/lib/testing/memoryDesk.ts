import type { DeskKeeper, DeskQueue } from '$lib/data/ports/DeskQueue';
import type { DeskStore } from '$lib/data/ports/DeskStore';
import { isDone, type Chain } from '$lib/domain/intake/Chain';

/** The desk's queue in memory. Values are copied in and out, as IndexedDB does. */
export function createMemoryQueue(): DeskQueue {
	const chains = new Map<string, Chain>();
	const watchers = new Set<(chains: Chain[]) => void>();
	const all = () =>
		[...chains.values()]
			.map((chain) => structuredClone(chain))
			.sort((a, b) => a.madeAt.localeCompare(b.madeAt) || a.id.localeCompare(b.id));
	const tell = () => watchers.forEach((watcher) => watcher(all()));
	return {
		list: async () => all(),
		async add(chain, mends) {
			if (mends) chains.delete(mends);
			if (!chains.has(chain.id)) chains.set(chain.id, structuredClone(chain));
			tell();
			return { ok: true, value: null };
		},
		async change(id, change) {
			const chain = chains.get(id);
			if (chain) chains.set(id, structuredClone(change(chain)));
			tell();
		},
		async remove(id) {
			chains.delete(id);
			tell();
		},
		watch(onChange) {
			watchers.add(onChange);
			onChange(all());
			return () => watchers.delete(onChange);
		}
	};
}

/** What the desk keeps, in memory; `given` takes the place of every officer's own store. */
export function createMemoryKeeper(given?: DeskStore): DeskKeeper {
	const names = new Map<string, string>();
	const rows = new Map<string, Map<string, string>>();
	const queues = new Map<string, DeskQueue>();

	function rowsOf(staffId: string): Map<string, string> {
		const own = rows.get(staffId) ?? new Map<string, string>();
		rows.set(staffId, own);
		return own;
	}

	function queueOf(staffId: string): DeskQueue {
		const own = queues.get(staffId) ?? createMemoryQueue();
		queues.set(staffId, own);
		return own;
	}

	function storeOf(staffId: string): DeskStore {
		const own = rowsOf(staffId);
		if (given) return given;
		return {
			load: async (key) => JSON.parse(own.get(key) ?? 'null') ?? undefined,
			loadAll: async (prefix) =>
				[...own]
					.filter(([key]) => key.startsWith(prefix))
					.sort(([a], [b]) => (a < b ? -1 : 1))
					.map(([key, value]) => [key, JSON.parse(value)]),
			save: (key, value) => void own.set(key, JSON.stringify(value)),
			forget: (key) => void own.delete(key)
		};
	}

	return {
		isKept: true,
		storeOf,
		queueOf,
		async enter({ id, fullName }) {
			names.set(id, fullName);
		},
		async unsent() {
			const left = await Promise.all(
				[...names].map(async ([staffId, fullName]) => {
					const chains = await queueOf(staffId).list();
					return { staffId, fullName, count: chains.filter((chain) => !isDone(chain)).length };
				})
			);
			return left.filter(({ count }) => count > 0);
		},
		begun: async (staffId) =>
			[...rowsOf(staffId).keys()].filter((key) => !key.startsWith('cache:')).length,
		async leave(staffId) {
			rows.delete(staffId);
			queues.delete(staffId);
			names.delete(staffId);
		}
	};
}

/** A Storage of one tab. */
export function createMemoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
	const items = new Map<string, string>();
	return {
		getItem: (key) => items.get(key) ?? null,
		setItem: (key, value) => void items.set(key, value),
		removeItem: (key) => void items.delete(key)
	};
}
