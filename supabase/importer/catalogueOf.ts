import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Field } from '#domain/catalogue/Field.ts';
import { Procedure } from '#domain/catalogue/Procedure.ts';
import type { Executor } from '#embedded/database.ts';

/**
 * What is there already: the fields of work, the titles of all that is or was in force, and the contents, both by code. A
 * content that our rules no longer take has a title only: a row of a list about it is then no draft, which would empty it.
 */
export type Catalogue = {
	fields: Field[];
	titles: Map<string, string>;
	published: Map<string, Procedure>;
};

/** The catalogue of an office. */
export async function catalogueOfOffice(database: Executor): Promise<Catalogue> {
	const fields = await database.query<Field>(
		'select code, name, help, position from public.fields order by position'
	);
	const rows = await database.query<{ code: string; title: string; content: unknown }>(
		`select procedure.code, procedure.title, version.content from public.procedures as procedure
		join public.procedure_versions as version on version.id = procedure.current_version_id`
	);
	return {
		fields: [...fields],
		titles: new Map(rows.map(({ code, title }) => [code, title])),
		published: byCode(rows.map(({ content }) => content))
	};
}

/** The catalogue of the repository, for a look without a database. */
export function catalogueOfRepository(folder: string): Catalogue {
	const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.json') && file !== 'fields.json'
	);
	const published = byCode(files.map((file) => read(join(folder, file))));
	return {
		fields: z.array(Field).parse(read(join(folder, 'fields.json'))),
		titles: new Map([...published].map(([code, { title }]) => [code, title])),
		published
	};
}

function byCode(contents: readonly unknown[]): Map<string, Procedure> {
	return new Map(
		contents.flatMap((content) => {
			const parsed = Procedure.safeParse(content);
			return parsed.success ? [[parsed.data.code, parsed.data]] : [];
		})
	);
}
