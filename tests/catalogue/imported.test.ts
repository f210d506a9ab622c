import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countRecords } from '#domain/importer/countNotes.ts';
import type { Draft, ImportedRecord } from '#domain/importer/Imported.ts';
import { importFiles } from '#importer/importFiles.ts';
import { readFields } from './catalogueFiles.ts';
import { compareFacts, type Comparison, type ExpectedFacts } from './importedFacts.ts';

/** The raw crawl beside the project: 150 files drawn at random from 2,642 (reference/procedure-data.md). */
const RAW = '../shared/data/portal-raw-sample';
const EXPECTED = 'tests/catalogue/imported';

/**
 * The thirty that were read by hand, before any parser existed: the first by this hash. `imported/<code>.json` holds what
 * a person read in the raw record, facts only.
 */
const SEED = '20261126';
const BY_HAND = 30;

function rankOf(file: string): string {
	return createHash('sha256')
		.update(`${SEED}:${file.slice(0, -5)}`)
		.digest('hex');
}

const hasRaw = existsSync(RAW);
if (!hasRaw)
	console.warn(`SKIPPED: ${RAW} is not here, so the importer is not run over the raw crawl`);
const files = hasRaw ? readdirSync(RAW).filter((name) => name.endsWith('.json')) : [];

async function importRaw(): Promise<ImportedRecord[]> {
	return importFiles(
		files.map((name) => ({ name, bytes: readFileSync(join(RAW, name)) })),
		{ fields: readFields(), today: '2026-11-26' }
	);
}

function readExpected(): ExpectedFacts[] {
	return readdirSync(EXPECTED).map((name) =>
		JSON.parse(readFileSync(join(EXPECTED, name), 'utf8'))
	);
}

describe.skipIf(!hasRaw)('the importer over the raw crawl', async () => {
	const records = hasRaw ? await importRaw() : [];
	const drafts = new Map(
		records.flatMap(({ result }): [string, Draft][] =>
			result.kind === 'draft' ? [[result.procedure.code, result]] : []
		)
	);

	it('ends every file, at least 95 % of them as drafts', () => {
		const { draft, skipped, failed, fields } = countRecords(records);
		console.log(`${records.length} files: ${draft} drafts, ${skipped} skipped, ${failed} failed`);
		console.table(
			Object.fromEntries(
				Object.entries(fields).filter(([, counts]) => Object.values(counts).some(Boolean))
			)
		);
		expect(draft + skipped + failed).toBe(files.length);
		expect(draft / files.length).toBeGreaterThanOrEqual(0.95);
	});

	it('keeps to what a reading by hand found: the same thirty', () => {
		const drawn = [...files].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)).slice(0, BY_HAND);
		expect(readdirSync(EXPECTED).sort()).toEqual(drawn.sort());
	});

	it('agrees with the reading by hand in at least 95 % of the fields, and is never sure of something wrong', () => {
		const compared = readExpected().flatMap((facts) => {
			const draft = drafts.get(facts.code);
			return draft
				? compareFacts(draft, facts).map((one) => ({ ...one, code: facts.code }))
				: [
						{
							what: 'code',
							agrees: false,
							certain: false,
							ours: 'no draft',
							expected: facts.code,
							code: facts.code
						}
					];
		});
		const wrong = compared.filter(({ agrees }) => !agrees);
		printAgreement(compared);
		for (const one of wrong)
			console.log(`${one.code} ${one.what}: ours ${one.ours}, by hand ${one.expected}`);
		expect(1 - wrong.length / compared.length).toBeGreaterThanOrEqual(0.95);
		expect(wrong.filter(({ certain }) => certain)).toEqual([]);
	});
});

/** One line for each kind of field: how many agree, and of how many the importer was sure. */
function printAgreement(compared: readonly Comparison[]): void {
	const kindOf = ({ what }: Comparison) =>
		what
			.replace(/^paper .*: (\w+)$/, 'paper $1')
			.replace(/^(time|fee|paper) (?!kind|counts).*$/, '$1');
	const kinds = [...new Set(compared.map(kindOf))];
	console.table(
		Object.fromEntries(
			kinds.map((kind) => {
				const these = compared.filter((one) => kindOf(one) === kind);
				return [
					kind,
					{
						fields: these.length,
						agree: these.filter(({ agrees }) => agrees).length,
						sure: these.filter(({ certain }) => certain).length
					}
				];
			})
		)
	);
}
