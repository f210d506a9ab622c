import type { Field } from '#domain/catalogue/Field.ts';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import { hasTime } from './checkWhole.ts';

const HEADS = [
	'field',
	'listed',
	'partial',
	'with time',
	'papers',
	'questions',
	'e-forms',
	'samples'
];

/** Prints the catalogue as a table by field, and every difference to the source with its reason. */
export function printReport(procedures: readonly Procedure[], fields: readonly Field[]): void {
	const rows = fields
		.map(({ code }) => [code, ...countsOf(procedures.filter(({ field }) => field === code))])
		.filter((row) => row.some((cell) => typeof cell === 'number' && cell > 0));
	printTable([HEADS, ...rows, [`${rows.length} fields`, ...countsOf(procedures)]]);
	const differing = procedures.filter(({ provenance }) => provenance.differences?.length);
	const count = differing.reduce(
		(sum, { provenance }) => sum + (provenance.differences?.length ?? 0),
		0
	);
	console.log(
		`${procedures.length} procedures; ${count} differences to the source in ${differing.length} of them:`
	);
	for (const { code, provenance } of differing)
		for (const { at, ours, source, reason } of provenance.differences ?? [])
			console.log(`  ${code} ${at}: ${ours} (source: ${source}) — ${reason}`);
}

function countsOf(procedures: readonly Procedure[]): number[] {
	const sum = (count: (procedure: Procedure) => number) =>
		procedures.reduce((total, procedure) => total + count(procedure), 0);
	return [
		sum(({ provenance }) => Number(provenance.verification === 'listed')),
		sum(({ provenance }) => Number(provenance.verification === 'partial')),
		sum((procedure) => Number(hasTime(procedure))),
		sum(({ requirements }) => requirements.length),
		sum(({ questions }) => questions.length),
		sum(({ eForm }) => Number(eForm !== null)),
		sum(({ eForm }) => Number(eForm?.sample !== undefined))
	];
}

function printTable(rows: (string | number)[][]): void {
	const widths = HEADS.map((_, column) =>
		Math.max(...rows.map((row) => String(row[column]).length))
	);
	for (const row of rows)
		console.log(
			row
				.map((cell, column) =>
					column === 0
						? String(cell).padEnd(widths[0] ?? 0)
						: String(cell).padStart(widths[column] ?? 0)
				)
				.join('  ')
		);
}
