import type { Field } from '$lib/domain/catalogue/Field';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { ImportedRecord } from '$lib/domain/importer/Imported';

/** A file to read: its name, what is in it, and the date it was last changed (YYYY-MM-DD), where that is known. */
export type FileToImport = { name: string; bytes: Uint8Array; modified?: string };

/** Reads other people's lists and records into drafts, on this PC; nothing is sent anywhere. */
export interface CatalogueImporter {
	/** Never throws: each record ends as draft, skipped or failed, in the order of the files. */
	read(
		files: readonly FileToImport[],
		setting: {
			fields: readonly Field[];
			/** What is in force: titles by code, and the contents a list is about; those not to be had are left out. */
			inForce?: {
				titles: ReadonlyMap<string, string>;
				fetch(codes: readonly string[]): Promise<ReadonlyMap<string, Procedure>>;
			};
			today: string;
		}
	): Promise<ImportedRecord[]>;
	/** The empty list to fill in, as an XLSX file. */
	template(): Promise<Uint8Array>;
}
