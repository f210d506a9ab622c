import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '#database/pglite.ts';
import type { Executor } from '#embedded/database.ts';
import { takeOwnership } from '#embedded/ownership.ts';
import { openForCommand } from '#embedded/openForCommand.ts';
import { summaryOf, verifyHistory } from './verifyHistory.ts';

/** Five dossiers with two events each, all anchored. */
const office = `
	select app.seed_field('{"code": "thu", "name": "Thử", "help": "x", "position": 9}');
	select app.seed_procedure('{"code": "9.000001", "field": "thu", "title": "Thử", "shortTitle": "Thử", "channels": []}', repeat('9', 64));
	insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
		search_text, sort_at, submitted_at)
	select md5('dossier ' || n)::uuid, 'DK-' || n, agencies.id, '9.000001', version.id, 1, 2, 'x', '{}', '{}', 'x', now(), now()
	from generate_series(1, 5) as n, public.agencies, public.procedure_versions as version
	where agencies.code = 'H99.01' and procedure_code = '9.000001';
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	select dossier.id, sequence, gen_random_uuid(), 'note', 1, 'x'
	from public.dossiers as dossier, generate_series(1, 2) as sequence order by 1, 2;
	select app.anchor_events(app.today());
`;
const tampering = `
	alter table public.dossier_events disable trigger keep_events;
	alter table public.dossiers disable trigger keep_payload;
	update public.dossier_events set actor_name = 'Ai đó' from public.dossiers as dossier
	where dossier_id = dossier.id and reference = 'DK-1' and sequence = 2;
	delete from public.dossier_events using public.dossiers as dossier
	where dossier_id = dossier.id and reference = 'DK-2' and sequence = 1;
	delete from public.dossier_events using public.dossiers as dossier where dossier_id = dossier.id and reference = 'DK-3';
	update public.dossiers set status = 10, subject = 'y', payload = '[]' where reference = 'DK-4';
`;
const wellSummary = 'Đã kiểm tra 5 hồ sơ, 10 sự kiện, 1 mốc ngày: tất cả đều khớp.';

describe('verifying', () => {
	let database: Awaited<ReturnType<typeof openTestDatabase>>;
	const verify = async (page?: { dossiers: number; days: number }) => {
		const lines: string[] = [];
		const query = async (sql: string, parameters?: unknown[]) =>
			(await database.query(sql, parameters)).rows;
		const report = await verifyHistory(
			{ query } as Pick<Executor, 'query'>,
			(line) => lines.push(line),
			page
		);
		return { lines: lines.sort(), summary: summaryOf(report) };
	};
	beforeAll(async () => {
		database = await openTestDatabase();
	});
	afterAll(() => database.close());

	test('an empty office has nothing wrong', async () => {
		const { lines, summary } = await verify();
		expect(lines).toEqual([]);
		expect(summary).toEqual(['Đã kiểm tra 0 hồ sơ, 0 sự kiện, 0 mốc ngày: tất cả đều khớp.']);
	});

	test('a sound one is counted whole, whatever the pages', async () => {
		await database.exec(office);
		for (const page of [undefined, { dossiers: 2, days: 1 }]) {
			const { lines, summary } = await verify(page);
			expect(lines).toEqual([]);
			expect(summary[0]).toBe(wellSummary);
			expect(summary[1]).toMatch(
				/^Mốc mới nhất: số 1, hết ngày \d\d\/\d\d\/20\d\d, mã [0-9a-f]{64}$/
			);
		}
	});

	test('every fault is said in words', async () => {
		await database.exec(tampering);
		const { lines, summary } = await verify({ dossiers: 2, days: 1 });
		expect(lines).toEqual([
			'Hồ sơ DK-1: sự kiện số 2 (hoặc sự kiện ngay trước nó) đã bị sửa.',
			'Hồ sơ DK-2: dữ liệu khác với lịch sử ở cột agency_id, applicant, channel, id, procedure_code, reference, search_text, sort_at, status, subject, submitted_at, version_id.',
			'Hồ sơ DK-2: mất phần đầu lịch sử, chỉ còn từ sự kiện số 2.',
			'Hồ sơ DK-2: nội dung người dân đã nộp bị thay đổi.',
			'Hồ sơ DK-3: toàn bộ lịch sử đã bị xóa.',
			'Hồ sơ DK-4: dữ liệu khác với lịch sử ở cột sort_at, status, subject.',
			'Hồ sơ DK-4: nội dung người dân đã nộp bị thay đổi.',
			expect.stringMatching(
				/^Mốc ngày .*: các sự kiện .* \(lúc ghi: 5 hồ sơ, 10 sự kiện; bây giờ: 4 hồ sơ, 7 sự kiện\)\.$/
			)
		]);
		expect(summary[0]).toBe('Đã kiểm tra 5 hồ sơ, 7 sự kiện, 1 mốc ngày: có 8 chỗ không khớp.');
	});
});

describe('npm run audit:verify', () => {
	const root = resolve(import.meta.dirname, '../..');
	const folder = mkdtempSync(join(tmpdir(), 'mot-cua-audit-'));
	const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '' };
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const run = () =>
		new Promise<{ code: number; out: string }>((done) => {
			execFile(
				process.execPath,
				[join(root, 'supabase/worker/auditVerify.ts')],
				{ cwd: root, env },
				(cause, stdout, stderr) => done({ code: Number(cause?.code ?? 0), out: stdout + stderr })
			);
		});
	const change = async (sql: string) => {
		const opened = await openForCommand(env, () => undefined);
		await opened.database.exec(sql);
		await opened.close();
	};

	test('where there is no data, it says so and makes none', async () => {
		expect(await run()).toEqual({ code: 2, out: `Chưa có dữ liệu nào trong thư mục ${folder}.\n` });
	});

	test('ends well, with 1 after a fault, and refuses while a server owns the folder', async () => {
		await change(office);
		const well = await run();
		expect(well).toMatchObject({ code: 0, out: expect.stringContaining(wellSummary) });
		await change(tampering);
		const faulty = await run();
		expect(faulty).toMatchObject({ code: 1, out: expect.stringContaining('có 8 chỗ không khớp') });
		const owner = takeOwnership(folder);
		const refused = await run();
		if (owner.ok) owner.value.release();
		expect(refused).toMatchObject({ code: 2, out: expect.stringContaining('Máy chủ đang chạy') });
	});
});
