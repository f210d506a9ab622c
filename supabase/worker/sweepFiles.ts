import * as z from 'zod/mini';
import type { WorkerTools } from './worker.ts';

const Page = z.object({ examined: z.int(), orphans: z.array(z.string()), ended: z.boolean() });

const namesAtOnce = 1_000;
const mostExamined = 200_000;
const mostRemoved = 5_000;

/**
 * Removes stored objects that nobody can need any more, as SQL names them, in short turns. A run ends with the bucket,
 * or at its bounds, and the next goes on from there. Gives how many were examined and removed.
 */
export async function sweepFiles({
	run,
	storage
}: Pick<WorkerTools, 'run' | 'storage'>): Promise<{ examined: number; removed: number }> {
	const counts = { examined: 0, removed: 0 };
	let ended = false;
	while (!ended && counts.examined < mostExamined && counts.removed < mostRemoved) {
		const page = await run(async (database) => {
			const [row] = await database.query<{ page: unknown }>(
				'select app.take_orphans($1::int) as page',
				[namesAtOnce]
			);
			return Page.parse(row?.page);
		});
		if (page.orphans.length > 0) await storage.remove(page.orphans);
		counts.examined += page.examined;
		counts.removed += page.orphans.length;
		ended = page.ended;
	}
	return counts;
}
