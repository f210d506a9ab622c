import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Field } from '#domain/catalogue/Field.ts';
import { Procedure } from '#domain/catalogue/Procedure.ts';

const CATALOGUE = 'supabase/catalogue';
const CASES = 'tests/catalogue/cases';

/** A file of the catalogue: where it lies and what it holds, if it has the shape of a procedure. */
export type CatalogueFile = {
	folder: string;
	name: string;
	procedure: Procedure | undefined;
	error: string | undefined;
};

/** The fields of work. Throws when the file is damaged. */
export function readFields(): Field[] {
	return z.array(Field).parse(readJson(join(CATALOGUE, 'fields.json')));
}

/** All files of the catalogue by folder and name, or those of some folders only. */
export function readCatalogue(folders: readonly string[] = []): CatalogueFile[] {
	return readdirSync(CATALOGUE, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.filter((entry) => folders.length === 0 || folders.includes(entry.name))
		.flatMap((entry) =>
			readdirSync(join(CATALOGUE, entry.name)).map((name) => readFile(entry.name, name))
		);
}

/** The worked cases of a procedure as they stand in the file, or undefined. */
export function readCases(code: string): unknown {
	try {
		return readJson(join(CASES, `${code}.json`));
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw cause;
	}
}

function readFile(folder: string, name: string): CatalogueFile {
	const parsed = Procedure.safeParse(readJson(join(CATALOGUE, folder, name)));
	return parsed.success
		? { folder, name, procedure: parsed.data, error: undefined }
		: { folder, name, procedure: undefined, error: z.prettifyError(parsed.error) };
}

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}
