import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Field } from '#domain/catalogue/Field.ts';
import { Procedure } from '#domain/catalogue/Procedure.ts';
import type { Executor } from '#embedded/database.ts';

/** What is there already: the fields of work and the published contents by code. */
export type Catalogue = { fields: Field[]; published: Map<string, Procedure> };

/** The catalogue of an office. A content that our rules no longer take is left out. */
export async function catalogueOfOffice(database: Executor): Promise<Catalogue> {
	const fields = await database.query<Field>(
		'select code, name, help, position from public.fields order by position'
	);
	const rows = await database.query<{ content: unknown }>(
		`select version.content from public.procedures as procedure
		join public.procedure_versions as version on version.id = procedure.current_version_id
		where procedure.status = 'published'`
	);
	return { fields: [...fields], published: byCode(rows.map(({ content }) => content)) };
}

/** The catalogue of the repository, for a look without a database. */
export function catalogueOfRepository(folder: string): Catalogue {
	const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.json') && file !== 'fields.json'
	);
	return {
		fields: z.array(Field).parse(read(join(folder, 'fields.json'))),
		published: byCode(files.map((file) => read(join(folder, file))))
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
