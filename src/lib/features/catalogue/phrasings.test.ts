import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Procedure } from '$lib/domain/catalogue/Procedure';
import { indexEntryOf } from '$lib/domain/catalogue/indexEntry';
import { fold } from '$lib/domain/shared/fold';
import { createProcedureSearch } from './procedureSearch';

/*
 * What people say at the counter and type on a phone, not what the files list: tests/phrasings holds them by field and
 * code. The procedure must come first; after "| 3" among the first three, because the words alone fit others too; after
 * "| open" it is only counted. The reason stands behind.
 */
type Row = { code: string; query: string; among: number; reason: string };

const PHRASINGS = 'tests/phrasings';

function readRows(file: string): Row[] {
	let code = '';
	return readFileSync(`${PHRASINGS}/${file}`, 'utf8')
		.split('\n')
		.map((line) => line.trim())
		.flatMap((line) => {
			if (line.startsWith('# ')) code = line.slice(2);
			if (!line || line.startsWith('# ')) return [];
			const [query = '', reason = ''] = line.split(' | ');
			const among = reason.startsWith('open') ? Infinity : reason.startsWith('3') ? 3 : 1;
			return [{ code, query, among, reason }];
		});
}

/** What people also look for, and no office of this level has: nothing is better than something wrong. */
const NOT_HERE = ['máy bay trực thăng', 'xổ số', 'xyz', 'asdfgh', 'facebook', 'bitcoin'];

const files = readdirSync('supabase/catalogue', { recursive: true, encoding: 'utf8' });
const procedures = files
	.filter((file) => /\d\.\d{6}\.json$/.test(file))
	.map((file) => Procedure.parse(JSON.parse(readFileSync(`supabase/catalogue/${file}`, 'utf8'))));
const find = createProcedureSearch(
	procedures.map((procedure) => indexEntryOf({ procedure, contentHash: '' }))
);
const search = (query: string) => find(query).codes;
const placeOf = (query: string, code: string) => (search(query).indexOf(code) + 1 || Infinity) - 1;

const byField = readdirSync(PHRASINGS).map((file) => ({ file, rows: readRows(file) }));
const all = byField.flatMap(({ rows }) => rows);

describe.each(byField)('$file', ({ rows }) => {
	it.each(rows.filter(({ among }) => among < Infinity))('$query', ({ query, code, among }) =>
		expect(search(query).slice(0, among)).toContain(code)
	);
});

describe('the table as a whole', () => {
	it('is large, names procedures of the shelf, says nothing twice, gives reasons', () => {
		const codes = new Set(procedures.map(({ code }) => code));
		expect(all.filter(({ code }) => !codes.has(code))).toEqual([]);
		const said = all.map(({ query, code }) => `${code} ${query}`);
		expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
		expect(all.filter(({ among, reason }) => among > 1 && !/: \S/.test(reason))).toEqual([]);
		expect(all.length).toBeGreaterThanOrEqual(1000);
		// Few may be only counted.
		expect(all.filter(({ among }) => among === Infinity).length).toBeLessThan(all.length / 50);
	});
	it('holds every field of the shelf', () => {
		const fields = new Set(procedures.map(({ field }) => `${field}.txt`));
		expect(byField.map(({ file }) => file).sort()).toEqual([...fields].sort());
		expect(byField.filter(({ rows }) => rows.length < 10).map(({ file }) => file)).toEqual([]);
	});
	it('comes first for 90 of 100, among the first three for 97', () => {
		const places = all.map((row) => ({ ...row, place: placeOf(row.query, row.code) }));
		const shareBelow = (place: number) =>
			(100 * places.filter((row) => row.place < place).length) / places.length;
		const missed = places.filter((row) => row.place >= 3);
		console.info(
			`${all.length} phrasings: first ${shareBelow(1).toFixed(1)} %, among three ${shareBelow(3).toFixed(1)} %; not among three:\n` +
				missed.map(({ code, query, reason }) => `  ${code} ${query} (${reason})`).join('\n')
		);
		expect(shareBelow(1)).toBeGreaterThanOrEqual(90);
		expect(shareBelow(3)).toBeGreaterThanOrEqual(97);
	});
});

describe('what the catalogue itself says', () => {
	it.each(procedures.map(({ code, shortTitle }) => ({ code, shortTitle })))(
		'$shortTitle',
		({ code, shortTitle }) => {
			expect(search(shortTitle)[0]).toBe(code);
			expect(search(fold(shortTitle))[0]).toBe(code);
			expect(search(code)).toEqual([code]);
			expect(search(code.replace('.', ''))).toEqual([code]);
			expect(search(`${code}.000.00.00.H99`)).toEqual([code]);
		}
	);
	it.each(byField.map(({ file }) => file.replace('.txt', '')))(
		'finds by every synonym of %s, even without marks',
		(field) => {
			const missed = procedures
				.filter((procedure) => procedure.field === field)
				.flatMap(({ code, synonyms }) =>
					synonyms.map(fold).filter((said) => placeOf(said, code) >= 3)
				);
			expect(missed).toEqual([]);
		}
	);
});

describe('what is not there', () => {
	it.each(NOT_HERE)('%s', (query) => expect(search(query)).toEqual([]));
});
