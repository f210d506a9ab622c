import type { Cell } from '#domain/importer/listTable.ts';

/** A sheet of a workbook: its name and its rows of cells. */
export type Sheet = { name: string; rows: Cell[][] };

/** Reads an XLSX workbook; the library is fetched only when somebody opens one. Throws when it is none. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
	const { default: readSheets } = await import('read-excel-file/universal');
	// A copy of exactly these bytes: a view of a larger buffer would bring its neighbours along.
	const sheets = await readSheets(new Uint8Array(bytes).buffer, { trim: false });
	return sheets.map(({ sheet, data }) => ({
		name: sheet,
		rows: data.map((row) => row.map(cellOf))
	}));
}

function cellOf(value: unknown): Cell {
	const isPlain =
		typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
	return isPlain || value instanceof Date ? value : null;
}

/** Writes one sheet of text cells: heads bold and kept in sight. Every cell is text, so codes keep their zeros. */
export async function writeWorkbook(
	name: string,
	rows: readonly (readonly string[])[],
	widths: readonly number[]
): Promise<Uint8Array> {
	const { default: writeSheet } = await import('write-excel-file/universal');
	const cells = rows.map((row, index) =>
		row.map((value) =>
			value === ''
				? null
				: {
						value,
						type: String,
						format: '@',
						wrap: true,
						alignVertical: 'top' as const,
						...(index === 0 ? { fontWeight: 'bold' as const } : {})
					}
		)
	);
	const file = writeSheet(cells, {
		sheet: name,
		columns: widths.map((width) => ({ width })),
		stickyRowsCount: 1
	});
	return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}
