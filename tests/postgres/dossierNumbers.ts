import assert from 'node:assert/strict';
import type { PostgresContext } from '#database/postgresContext.ts';

const connections = 8;
const drawsEach = 25;

/** Eight desks draw dossier codes at once: none twice, none skipped; a rolled-back draw leaves no gap. */
export async function run({ owner, connect, check }: PostgresContext): Promise<void> {
	const [agency] = await owner<{ id: string; code: string }[]>`
		insert into public.agencies (code, name, receives)
		values ('T77.01', 'Nơi thử số hồ sơ', true) returning id, code`;
	assert(agency);
	const pool = await connect(connections);
	const draw = async (day: string) => {
		const [row] = await pool<{ code: string }[]>`
			select app.next_dossier_code(${agency.id}, ${day}::text::date) as code`;
		return row?.code ?? '';
	};
	const codes = (day: string, count: number) =>
		Array.from(
			{ length: count },
			(_, index) => `${agency.code}-${day}-${String(index + 1).padStart(4, '0')}`
		);

	await check(
		`${connections} connections draw ${connections * drawsEach} dossier codes`,
		async () => {
			const drawn = await Promise.all(
				Array.from({ length: connections * drawsEach }, () => draw('2026-11-23'))
			);
			assert.deepEqual(drawn.sort(), codes('261123', connections * drawsEach));
		}
	);

	await check(
		'a draw waits for the one before it and takes its number when that is undone',
		async () => {
			const holder = await pool.reserve();
			try {
				await holder`begin`;
				await holder`select app.next_dossier_code(${agency.id}, '2026-11-25')`;
				const waiting = draw('2026-11-25');
				await untilBlocked(owner);
				await holder`rollback`;
				assert.equal(await waiting, `${agency.code}-261125-0001`);
			} finally {
				// Also when the check above failed: the counter's row must not stay locked.
				await holder`rollback`;
				holder.release();
			}
		}
	);

	await check('every day begins at 0001', async () => {
		assert.equal(await draw('2026-11-26'), `${agency.code}-261126-0001`);
	});

	await owner`delete from app.number_counters where agency_id = ${agency.id}`;
	await owner`delete from public.agencies where id = ${agency.id}`;
}

/** Resolves when some connection to this database waits for another's lock; rejects after 10 s. */
async function untilBlocked(owner: PostgresContext['owner']): Promise<void> {
	const giveUp = Date.now() + 10_000;
	while (Date.now() < giveUp) {
		const [row] = await owner`
			select from pg_stat_activity
			where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`;
		if (row) return;
	}
	throw new Error('nobody waits for the lock');
}
