import { brotliCompressSync } from 'node:zlib';
import { contentHash } from '#domain/catalogue/contentHash.ts';
import { indexEntryOf, partOf } from '#domain/catalogue/indexEntry.ts';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import { openTestDatabase } from '#database/pglite.ts';
import { readCatalogue, readFields } from '../catalogue/catalogueFiles.ts';
import type { Line } from './run.ts';

/**
 * What a new phone takes of the authored catalogue: the lines (at once, with the app) and the procedures in their parts
 * (behind the page). Each file brotli-compressed, as it is served; beside it what 300 procedures of today's mean size take.
 */
export async function measureCatalogue(): Promise<Line[]> {
	const entries = await Promise.all(
		readProcedures().map(async (procedure) => ({
			contentHash: await contentHash(procedure),
			procedure
		}))
	);
	const parts = Map.groupBy(entries, (entry) => partOf(entries.indexOf(entry)));
	const lines = sizeOf(entries.map(indexEntryOf));
	const details = [...parts.values()].reduce((sum, part) => sum + sizeOf({ entries: part }), 0);
	const share = 300 / entries.length;
	const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
	return [
		{
			what: `lines of ${entries.length} procedures, brotli (× 300 / ${entries.length})`,
			budget: '300, with the procedures: ≤ 150 kB',
			measured: `${kB(lines)} (${kB(lines * share)})`,
			peer: ''
		},
		{
			what: `the procedures whole, in ${parts.size} parts, brotli (× 300 / ${entries.length})`,
			budget: '',
			measured: `${kB(details)} (${kB(details * share)})`,
			peer: ''
		}
	];
}

function sizeOf(value: unknown): number {
	return brotliCompressSync(JSON.stringify(value)).length;
}

type Answer = { revision: number; more?: boolean; unchanged?: boolean };

/** A pull when nothing changed: the request's and the answer's body, as they go over the line. */
export async function measurePull(): Promise<Line[]> {
	const database = await openTestDatabase();
	try {
		for (const field of readFields())
			await database.query('select app.seed_field($1::jsonb)', [JSON.stringify(field)]);
		for (const procedure of readProcedures())
			await database.query('select app.seed_procedure($1::jsonb, $2)', [
				JSON.stringify(procedure),
				await contentHash(procedure)
			]);
		let revision: number | null = null;
		for (let more = true; more;)
			({ revision, more = false } = await pull({ protocol: 1, revision }));
		const request = { protocol: 1, revision };
		const answer = await pull(request);
		if (!answer.unchanged) throw new Error('something changed since the last pull');
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

	async function pull(request: unknown): Promise<Answer> {
		const { rows } = await database.query<{ answer: Answer }>(
			'select public.pull_catalogue($1::jsonb) as answer',
			[JSON.stringify(request)]
		);
		const answer = rows[0]?.answer;
		if (!answer) throw new Error('pull_catalogue gave nothing');
		return answer;
	}
}

/** As the build orders them: field by field, which lets their common words be sent once. */
function readProcedures(): Procedure[] {
	const places = new Map(readFields().map(({ code, position }) => [code, position]));
	return readCatalogue()
		.flatMap(({ procedure }) => procedure ?? [])
		.sort((a, b) => (places.get(a.field) ?? 0) - (places.get(b.field) ?? 0));
}
