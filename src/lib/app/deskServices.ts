import { DeskDatabase } from '$lib/data/local/deskDatabase';
import { createDeskKeeper } from '$lib/data/local/deskKeeper';
import type { DeskKeeper } from '$lib/data/ports/DeskQueue';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import type { AppError } from '$lib/domain/shared/Result';
import { createChainSender, type ChainSender } from '$lib/sync/sendChains';
import { memoryEngine } from './localStores';

/** What the desk keeps on this PC, opened once; in memory where the browser keeps nothing. */
export async function openDeskKeeper(): Promise<DeskKeeper> {
	const database = new DeskDatabase();
	try {
		await database.open();
		return createDeskKeeper(database, true);
	} catch (error) {
		database.close();
		console.warn('no database on this PC', error);
		const memory = new DeskDatabase('mot-cua-desk-tab', await memoryEngine());
		await memory.open();
		return createDeskKeeper(memory, false);
	}
}

/** What sends one officer's matters: one tab at a time, and again when the line is back. */
export function startChainSender(
	keeper: DeskKeeper,
	staffId: string,
	desk: StaffDesk,
	onerror: (error: AppError) => void
): ChainSender {
	const sender = createChainSender({
		queue: keeper.queueOf(staffId),
		desk,
		onerror,
		now: () => new Date(),
		random: Math.random,
		asLeader,
		setTimer: (run, ms) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		}
	});
	const wake = () => void sender.run('all');
	addEventListener('online', wake);
	return {
		run: (reason) => sender.run(reason),
		stop() {
			removeEventListener('online', wake);
			sender.stop();
		}
	};
}

/** Web Locks exist only on https and localhost; elsewhere the fixed action ids alone keep things from happening twice. */
async function asLeader(task: () => Promise<void>): Promise<void> {
	if ((navigator as Partial<Navigator>).locks) await navigator.locks.request('mot-cua-desk', task);
	else await task();
}
