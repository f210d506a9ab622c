/**
 * `npm run catalogue:check [-- FIELD…]`: checks every procedure of the catalogue (or of some fields) and prints how
 * much of it there is, and what it says differently from its source with the reason. Ends with 1 when anything is wrong.
 */
import * as z from 'zod/mini';
import { readCases, readCatalogue, readFields, type CatalogueFile } from './catalogueFiles.ts';
import { Case, caseFaults, contentFaults, differenceFaults } from './checkProcedure.ts';
import { wholeFaults } from './checkWhole.ts';
import { printReport } from './report.ts';
import { loadSource } from './sourceRecord.ts';

const only = process.argv.slice(2);
const fields = readFields();
const files = readCatalogue(only);
const source = loadSource();

const faults = [
	...files.flatMap((file) =>
		fileFaults(file).map((fault) => `${file.folder}/${file.name}: ${fault}`)
	),
	...(only.length === 0 ? wholeFaults(files, fields) : [])
];

printReport(
	files.flatMap(({ procedure }) => procedure ?? []),
	fields
);
for (const fault of faults) console.error(`✗ ${fault}`);
console.log(faults.length === 0 ? '✓ the catalogue is sound' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

function fileFaults({ folder, name, procedure, error }: CatalogueFile): string[] {
	if (!procedure) return [error ?? 'does not read'];
	const cases = z.array(Case).safeParse(readCases(procedure.code) ?? []);
	return [
		...(name === `${procedure.code}.json` ? [] : [`bears the code ${procedure.code}`]),
		...(folder === procedure.field ? [] : [`says it belongs to ${procedure.field}`]),
		...(fields.some(({ code }) => code === folder) ? [] : ['lies in a field nobody knows']),
		...contentFaults(procedure),
		// Without questions there is one list only, and nothing to work out.
		...(procedure.questions.length === 0
			? []
			: cases.success
				? caseFaults(procedure, cases.data)
				: [z.prettifyError(cases.error)]),
		...(source ? differenceFaults(procedure, source.get(procedure.code)) : [])
	];
}
