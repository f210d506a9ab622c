import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '#database/pglite.ts';
import type { Executor } from '#embedded/database.ts';
import { handlers } from './handlers.ts';
import type { WorkerTools } from './worker.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let tools: WorkerTools;
beforeAll(async () => {
	database = await openTestDatabase();
	await database.exec(`
		select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
		select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Cũ", "shortTitle": "x"}', repeat('a', 64));
		insert into public.staff (agency_id, full_name) select id, 'Lan' from public.agencies where code = 'H99.01';
		insert into public.procedure_drafts (procedure_code, content, source, status, effective_on, decided_by, decided_name, decided_at)
		select '1.001193', '{"code": "1.001193", "field": "ho-tich", "title": "Mới", "shortTitle": "x"}', 'editor', 'published',
			app.today(), id, full_name, now() from public.staff where full_name = 'Lan';
		insert into public.procedure_versions (procedure_code, number, content, content_hash, status, source, published_at, effective_on, draft_id)
		select procedure_code, 2, content, repeat('b', 64), 'scheduled', 'editor', now(), effective_on, id
		from public.procedure_drafts where decided_name = 'Lan';
	`);
	const executor = {
		query: async (sql: string, parameters?: unknown[]) =>
			(await database.query(sql, parameters)).rows,
		exec: async (sql: string) => void (await database.exec(sql))
	} as Executor;
	tools = {
		run: (work) => work(executor),
		storage: { find: async () => undefined, remove: async () => undefined },
		messengers: [],
		log: () => undefined
	};
});
afterAll(() => database.close());

const handle = async (kind: string, more: Partial<WorkerTools> = {}) =>
	handlers.get(kind)?.({ ...tools, ...more }, {});

test('what is due takes effect and the pages are to be built', async () => {
	await handle('publish-due');
	const { rows } = await database.query(
		`select title, (select count(*)::int from app.jobs where kind = 'rebuild-pages') as rebuilds from public.procedures`
	);
	expect(rows).toEqual([{ title: 'Mới', rebuilds: 1 }]);
});

test('pages are built by whoever can, and by nobody where nobody can', async () => {
	let built = 0;
	await handle('rebuild-pages', { rebuildPages: async () => void (built += 1) });
	expect(built).toBe(1);
	await expect(handle('rebuild-pages')).resolves.toBeUndefined();
	const broken = { rebuildPages: () => Promise.reject(new Error('no space')) };
	await expect(handle('rebuild-pages', broken)).rejects.toThrow('no space');
});

test('every repeated job has a handler', async () => {
	const { rows } = await database.query<{ kind: string }>('select distinct kind from app.jobs');
	expect(rows.filter(({ kind }) => !handlers.has(kind))).toEqual([]);
});
