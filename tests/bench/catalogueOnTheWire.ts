import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { contentHash } from '#domain/catalogue/contentHash.ts';
import { openTestDatabase } from '#database/pglite.ts';
import type { Line } from './run.ts';

/** What the build ships of the catalogue, and what it would be with 300 procedures of today's mean size. */
export async function measureCatalogue(): Promise<Line[]> {
	const procedures = readProcedures();
	const bytes = brotliCompressSync(JSON.stringify(procedures)).length;
	const mean = bytes / procedures.length;
	return [
		{
			what: `catalogue of ${procedures.length}, brotli (× 300 / ${procedures.length}, nothing shared)`,
			budget: '300: ≤ 150 kB',
			measured: `${(bytes / 1000).toFixed(1)} kB (${((mean * 300) / 1000).toFixed(0)} kB)`,
			peer: ''
		}
	];
}

/** A pull when nothing changed: the request's and the answer's body, as they go over the line. */
export async function measurePull(): Promise<Line[]> {
	const database = await openTestDatabase();
	try {
		const fields = JSON.parse(readFileSync('supabase/catalogue/fields.json', 'utf8')) as unknown[];
		for (const field of fields)
			await database.query('select app.seed_field($1::jsonb)', [JSON.stringify(field)]);
		for (const procedure of readProcedures())
			await database.query('select app.seed_procedure($1::jsonb, $2)', [
				JSON.stringify(procedure),
				await contentHash(procedure)
			]);
		const first = await pull({ protocol: 1, revision: null, snapshotHash: null });
		const request = { protocol: 1, revision: first.revision, snapshotHash: 'a'.repeat(64) };
		const answer = await pull(request);
		if (!answer.unchanged) throw new Error(`something changed: ${JSON.stringify(answer)}`);
		const bytes = JSON.stringify({ request }).length + JSON.stringify(answer).length;
		return [
			{
				what: 'nothing changed since the last pull: bodies of request and answer',
				budget: '1 request, ≤ 1 kB',
				measured: `1 request, ${bytes} bytes`,
				peer: ''
			}
		];
	} finally {
		await database.close();
	}

	async function pull(request: unknown): Promise<{ revision: number; unchanged?: boolean }> {
		const { rows } = await database.query<{ answer: { revision: number; unchanged?: boolean } }>(
			'select public.pull_catalogue($1::jsonb) as answer',
			[JSON.stringify(request)]
		);
		const answer = rows[0]?.answer;
		if (!answer) throw new Error('pull_catalogue gave nothing');
		return answer;
	}
}

function readProcedures(): unknown[] {
	const root = 'supabase/catalogue';
	return readdirSync(root, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap((folder) =>
			readdirSync(`${root}/${folder.name}`).map((name): unknown =>
				JSON.parse(readFileSync(`${root}/${folder.name}/${name}`, 'utf8'))
			)
		);
}
