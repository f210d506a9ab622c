import type { DeskKeeper, DeskQueue } from '$lib/data/ports/DeskQueue';
import { isDone } from '$lib/domain/intake/Chain';
import { fail, ok } from '$lib/domain/shared/Result';
import { storageError } from './database';
import type { DeskDatabase } from './deskDatabase';
import { createDeskStore, type ClosableStore } from './deskStore';
import { reconnecting, watchQuery } from './reconnect';

/** Everything the desk keeps on this PC, in IndexedDB. */
export function createDeskKeeper(database: DeskDatabase, isKept: boolean): DeskKeeper {
	const { rows, chains, officers } = database;
	const stores = new Map<string, ClosableStore>();

	function storeOf(staffId: string): ClosableStore {
		const store = stores.get(staffId) ?? createDeskStore(database, staffId);
		stores.set(staffId, store);
		return store;
	}

	async function list(staffId: string) {
		const found = await chains.where('staffId').equals(staffId).toArray();
		return found
			.map(({ chain }) => chain)
			.sort((a, b) => a.madeAt.localeCompare(b.madeAt) || a.id.localeCompare(b.id));
	}

	function queueOf(staffId: string): DeskQueue {
		return {
			list: () => list(staffId),
			async add(chain, mends) {
				try {
					await database.transaction('rw', chains, async () => {
						if (mends) await chains.delete(mends);
						if (await chains.get(chain.id)) return;
						await chains.add({ id: chain.id, staffId, chain });
					});
					return ok(null);
				} catch (cause) {
					return fail(storageError(cause));
				}
			},
			change: (id, change) =>
				database.transaction('rw', chains, async () => {
					const row = await chains.get(id);
					if (row?.staffId === staffId) await chains.put({ ...row, chain: change(row.chain) });
				}),
			remove: (id) => chains.delete(id),
			watch: (onChange) => watchQuery(database, () => list(staffId), onChange)
		};
	}

	return {
		isKept,
		storeOf,
		queueOf: (staffId) => reconnecting(queueOf(staffId), database),
		async enter({ id, fullName }) {
			await officers.put({ staffId: id, fullName });
		},
		async unsent() {
			const names = await officers.toArray();
			const waiting = (await chains.toArray()).filter(({ chain }) => !isDone(chain));
			return names
				.map(({ staffId, fullName }) => ({
					staffId,
					fullName,
					count: waiting.filter((row) => row.staffId === staffId).length
				}))
				.filter(({ count }) => count > 0);
		},
		async begun(staffId) {
			await stores.get(staffId)?.flush();
			const keys = await rows.where('staffId').equals(staffId).primaryKeys();
			return keys.filter(([, key]) => !key.startsWith('cache:')).length;
		},
		async leave(staffId) {
			await stores.get(staffId)?.close();
			stores.delete(staffId);
			await database.transaction('rw', rows, chains, officers, async () => {
				await rows.where('staffId').equals(staffId).delete();
				await chains.where('staffId').equals(staffId).delete();
				await officers.delete(staffId);
			});
		}
	};
}
