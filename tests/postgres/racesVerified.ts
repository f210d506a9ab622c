import assert from 'node:assert/strict';
import type { PostgresContext } from '#database/postgresContext.ts';

/** Runs after the races of this folder: whatever many hands did at once, every history is one chain. */
export async function run({ owner, check }: PostgresContext): Promise<void> {
	await check('after all races every dossier is what its events tell', async () => {
		const [row] = await owner`select app.audit_dossiers(null, 100000) as answer`;
		const { dossiers, events, faults } = row?.answer ?? {};
		console.log(`    ${dossiers} dossiers, ${events} events`);
		// The first ones say it; a list of thousands would not be read.
		assert.deepEqual(faults.slice(0, 10), []);
		assert(dossiers > 200 && events > dossiers);
	});

	await check('and a day of them is anchored and verified', async () => {
		await owner`select app.anchor_events(app.today())`;
		const [row] = await owner`select app.audit_days(0, 10) as answer`;
		assert.equal(row?.answer.anchors, 1);
		assert.deepEqual(row?.answer.faults, []);
	});
}
