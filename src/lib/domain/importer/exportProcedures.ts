import { canonicalJson } from '../catalogue/contentHash.ts';
import type { Field } from '../catalogue/Field.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import { EXAMPLE_MARK, LIST_COLUMNS } from './listColumns.ts';
import { listCells } from './listTexts.ts';

/** What an exported file says it is; an import goes by the procedures themselves. */
const EXPORT_FORMAT = 'mot-cua/danh-muc/1';

/** The whole content as a JSON file, canonical (keys sorted), one procedure a line: imported again it is the same. */
export function exportJson(procedures: readonly Procedure[], fields: readonly Field[]): string {
	const sorted = [...procedures].sort((a, b) => (a.code < b.code ? -1 : 1));
	const lines = (values: readonly unknown[]) =>
		values.map((value) => `\n${canonicalJson(value)}`).join(',');
	return `{"format":"${EXPORT_FORMAT}","fields":[${lines(fields)}],"procedures":[${lines(sorted)}]}\n`;
}

/** The list as rows of cells, heads first: what a sheet or a CSV file is written from. */
export function exportRows(procedures: readonly Procedure[], fields: readonly Field[]): string[][] {
	const sorted = [...procedures].sort((a, b) => (a.code < b.code ? -1 : 1));
	return [
		LIST_COLUMNS.map(({ title }) => title),
		...sorted.map((procedure) => {
			const cells = listCells(procedure, fields);
			return LIST_COLUMNS.map(({ key }) => cells[key]);
		})
	];
}

/** The empty list to fill in: heads and one example row that an import leaves out. */
export function templateRows(): string[][] {
	return [
		LIST_COLUMNS.map(({ title }) => title),
		LIST_COLUMNS.map(({ key, example }) => (key === 'code' ? EXAMPLE_MARK : example))
	];
}
