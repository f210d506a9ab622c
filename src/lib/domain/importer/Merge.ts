import type { Procedure } from '../catalogue/Procedure.ts';
import type { Draft, ModelField } from './Imported.ts';
import type { ColumnKey } from './listColumns.ts';
import type { ListRow } from './listTable.ts';
import type { NoteBook } from './noteBook.ts';

/** What merging one column needs. */
export type Merge = {
	base: Procedure;
	/** The row read on its own. */
	fresh: Draft;
	cells: ListRow['cells'];
	/** The cells of what is in force. */
	before: Record<ColumnKey, string>;
	/** The row says something in this column, and it is something else than what is in force. */
	differs(key: ColumnKey): boolean;
	book: NoteBook;
	/** Takes over the notes of the row about parts of the model, or about one of several. */
	take(fields: readonly ModelField[], at?: string): void;
};

/** Whether two cells say the same, however they are spaced. */
export function isAlike(one: string | undefined, other: string | undefined): boolean {
	return plain(one) === plain(other);
}

function plain(text: string | undefined): string {
	return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}
