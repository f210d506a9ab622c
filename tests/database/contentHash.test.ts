import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson, contentHash } from '#domain/catalogue/contentHash.ts';
import { openTestDatabase } from '#database/pglite.ts';

// A version published in SQL has the hash that a phone computes of the same content.
const seed = Number(process.env.SEED ?? 20_261_123);
let database: PGlite;

beforeAll(async () => {
	console.log(`content hash: SEED=${seed}`);
	database = await openTestDatabase();
});
afterAll(() => database.close());

/** What SQL makes of JSON texts: canonical JSON and hash of each. */
async function ofSql(texts: readonly string[]) {
	const { rows } = await database.query<{ canonical: string; hash: string }>(
		`select app.canonical_json(one) as canonical, app.content_hash(one) as hash
		from (select text::jsonb as one, position from unnest($1::text[]) with ordinality as list (text, position)) as list
		order by position`,
		[texts]
	);
	return rows;
}

/** The first few texts of which SQL makes something else than TypeScript. */
async function differences(texts: readonly string[]) {
	const found = await ofSql(texts);
	expect(found).toHaveLength(texts.length);
	const pairs = await Promise.all(
		texts.map(async (text, index) => {
			const value: unknown = JSON.parse(text);
			const ours = { canonical: canonicalJson(value), hash: await contentHash(value) };
			return { text, ours, sql: found[index] };
		})
	);
	return pairs
		.filter(({ ours, sql }) => ours.canonical !== sql?.canonical || ours.hash !== sql.hash)
		.slice(0, 3);
}

// jsonb holds no NUL and no half of a surrogate pair; keys at the edges of the two orders of letters.
const letters = fc.oneof(
	fc.constantFrom(...'aAzZ09_-đĐấễ "\\/\b\f\n\r\t\u0001\u001f\u007f\u2028'),
	fc.constantFrom('\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{1f600}', '\u{10ffff}'),
	fc
		.string({ unit: 'binary', minLength: 1, maxLength: 1 })
		.filter((letter) => letter !== '\0' && letter.isWellFormed())
);
const words = fc.string({ unit: letters, maxLength: 6 });
const numbers = fc.oneof(
	fc.integer(),
	fc.maxSafeInteger(),
	fc.double({ noDefaultInfinity: true, noNaN: true }),
	fc.constantFrom(0, -0, 1e21, 1e20, 1e23, 1e-6, 1e-7, 5e-324, 2 ** 53, 2 ** 63, 0.1, 123456.5)
);
const values = fc.letrec((tie) => ({
	any: fc.oneof(
		{ maxDepth: 5, withCrossShrink: true },
		words,
		numbers,
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('any'), { maxLength: 5 }),
		fc.dictionary(words, tie('any'), { maxKeys: 7 })
	)
})).any;

test('random JSON', async () => {
	const roots = fc.oneof(values, fc.dictionary(words, values, { minKeys: 3, maxKeys: 12 }));
	const texts = fc
		.sample(roots, { seed, numRuns: 500 })
		.map((value) => JSON.stringify(value) ?? 'null');
	expect(await differences(texts)).toEqual([]);
	expect(texts.filter((text) => text.length > 100).length).toBeGreaterThan(100);
});

test('keys of any letters', async () => {
	const objects = fc.dictionary(words, fc.constant(1), { minKeys: 5, maxKeys: 20 });
	const texts = fc.sample(objects, { seed, numRuns: 500 }).map((value) => JSON.stringify(value));
	expect(await differences(texts)).toEqual([]);
});

test('numbers, as JavaScript writes them and as others may', async () => {
	const drawn = fc.sample(numbers, { seed, numRuns: 3_000 }).map((value) => JSON.stringify(value));
	const written = [
		'1.0',
		'1.50',
		'-0.0',
		'1e2',
		'1E+2',
		'100000000000000000000000',
		'0.1000000000000000055511151231257827',
		'1e400',
		'-1e400',
		'1e-400',
		'-1e-400',
		'4.4639065916931056e16',
		'9007199254740993'
	];
	expect(await differences([...drawn, ...written])).toEqual([]);
});

test('every file of the catalogue', async () => {
	const folder = join(import.meta.dirname, '../../supabase/catalogue');
	const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json') && file !== 'fields.json')
		.map((file) => readFileSync(join(folder, file), 'utf8'));
	expect(texts.length).toBeGreaterThan(20);
	expect(await differences(texts)).toEqual([]);
});
