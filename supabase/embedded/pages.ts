import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Executor } from './database.ts';
import { loadStaticFiles, type StaticAnswer, type StaticRequest } from './staticFiles.ts';

/** The site as visitors see it, and the way to make it anew from what the office has published. */
export interface Pages {
	serve(request: StaticRequest): StaticAnswer;
	/** Writes out what is posted, builds its pages and swaps them in at once. Throws when that fails; the old ones stay. */
	rebuild(): Promise<void>;
}

/** What rebuilding needs. `build` turns a folder of procedures into a site and gives its folder. */
export interface PagesTools {
	folder: string;
	run<T>(work: (database: Executor) => Promise<T>): Promise<T>;
	build(catalogue: string): Promise<string>;
	/** What every page says on top; none over an office's own data. */
	notice?: string | undefined;
	log(line: string): void;
}

/** Serves `site` until the first rebuild. Files are held in memory, so whoever reads a page reads it whole. */
export function createPages(site: string, tools: PagesTools): Pages {
	let files = loadStaticFiles(site, tools.notice);
	return {
		serve: (request) => files(request),
		async rebuild() {
			const started = Date.now();
			const catalogue = join(tools.folder, 'catalogue');
			const count = await tools.run((database) => writeCatalogue(database, catalogue));
			files = loadStaticFiles(await tools.build(catalogue), tools.notice);
			const seconds = Math.round((Date.now() - started) / 1000);
			tools.log(`Đã dựng lại các trang của ${count} thủ tục (${seconds} giây).`);
		}
	};
}

/**
 * Writes what is published today as a build reads it: `fields.json` and `<field>/<code>.json`. Gives how many
 * procedures; a folder that was there is replaced only when the new one is whole.
 */
async function writeCatalogue(database: Executor, folder: string): Promise<number> {
	const fields = await database.query<{ field: unknown }>(
		`select to_jsonb(field) as field from public.fields as field
		where exists (select 1 from public.procedures where field_code = field.code and status = 'published')
		order by position`
	);
	const procedures = await database.query<{ code: string; field: string; content: unknown }>(
		`select procedure.code, procedure.field_code as field, version.content
		from public.procedures as procedure
		join public.procedure_versions as version on version.id = procedure.current_version_id
		where procedure.status = 'published' order by procedure.code collate "C"`
	);
	const fresh = `${folder}.new`;
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh, { recursive: true });
	writeFileSync(join(fresh, 'fields.json'), JSON.stringify(fields.map(({ field }) => field)));
	for (const { code, field, content } of procedures) {
		mkdirSync(join(fresh, field), { recursive: true });
		writeFileSync(join(fresh, field, `${code}.json`), JSON.stringify(content));
	}
	rmSync(folder, { recursive: true, force: true });
	renameSync(fresh, folder);
	return procedures.length;
}
