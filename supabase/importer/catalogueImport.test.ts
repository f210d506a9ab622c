import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeOwnership } from '#embedded/ownership.ts';
import { flatRecord, testFields } from '#domain/importer/testRecords.ts';
import { UNSORTED_FIELD } from '#domain/importer/draftIdentity.ts';
import { importFiles, inForceAtHand } from '#importer/importFiles.ts';
import { readWorkbook } from '#importer/workbook.ts';
import { catalogueOfOffice } from './catalogueOf.ts';
import { findImportFiles } from './findImportFiles.ts';
import { openForCommand } from '#embedded/openForCommand.ts';
import { readArguments } from './readArguments.ts';
import { storeDrafts } from './storeDrafts.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-import-'));
const env = { ...process.env, DATA_DIR: join(folder, 'data'), DATABASE_URL: '' };
const report = join(folder, 'bao-cao.md');

/** Runs one of the commands and waits for its end. */
function run(
	command: 'catalogueImport' | 'catalogueExport',
	...args: string[]
): Promise<{ code: number; out: string }> {
	return new Promise((done) => {
		execFile(
			process.execPath,
			[join(root, `supabase/importer/${command}.ts`), ...args],
			{ cwd: root, env },
			(cause, stdout, stderr) => done({ code: Number(cause?.code ?? 0), out: stdout + stderr })
		);
	});
}

function write(name: string, value: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
	return path;
}

const good = write('1.900001.json', flatRecord());
const unsorted = write(
	'1.900002.json',
	flatRecord({ ma_thu_tuc: '1.900002', linh_vuc: 'Hàng không' })
);
const bad = write('hong.json', '{"ma_thu_tuc": "1.9');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

let fieldCodes: string[] = [];

describe('the command', () => {
	beforeAll(async () => {
		const office = await openForCommand(env, () => undefined);
		fieldCodes = (
			await office.database.query<{ code: string }>('select code from public.fields')
		).map(({ code }) => code);
		await office.close();
	});

	it('finds a field in the database where drafts of an unknown field wait', () =>
		expect(fieldCodes).toContain(UNSORTED_FIELD));

	it('with a path that leads nowhere stops, and says so', async () => {
		const { code, out } = await run(
			'catalogueImport',
			join(folder, 'khong-co'),
			'--report',
			report,
			'--dry-run'
		);
		expect(out).toContain('Không có tệp hay thư mục');
		expect(code).toBe(2);
	});

	it('stores drafts and reports every file, also the bad one', async () => {
		const { code, out } = await run('catalogueImport', good, unsorted, bad, '--report', report);
		expect(out).toContain('3 bản ghi: 2 thành bản nháp, 0 bỏ qua, 1 không đọc được.');
		expect(out).toContain('Đã lưu: 2 bản nháp mới');
		expect(code).toBe(1);
		const text = readFileSync(report, 'utf8');
		expect(text).toContain('| Thời hạn |');
		expect(text).toContain('Không đọc được: Không phải JSON');
		expect(text).toContain('hang-khong');
	});

	it('knows what is there already', async () => {
		const { code, out } = await run(
			'catalogueImport',
			good,
			'--report',
			join(folder, 'bao-cao.json')
		);
		expect(out).toContain('1 đã có sẵn');
		expect(code).toBe(0);
		const { counts, records } = JSON.parse(readFileSync(join(folder, 'bao-cao.json'), 'utf8'));
		expect(counts).toMatchObject({
			draft: 1,
			failed: 0,
			fields: { code: { read: 1, guessed: 0, dropped: 0 } }
		});
		expect(records[0]).toMatchObject({ file: '1.900001.json', stored: 'known' });
	});

	it('refuses while a server owns the folder, and a trial run goes on', async () => {
		const taken = takeOwnership(env.DATA_DIR);
		if (!taken.ok) throw new Error('the folder is owned');
		taken.value.announce('http://127.0.0.1:3000');
		try {
			const refused = await run('catalogueImport', good, '--report', report);
			expect(refused.code).toBe(2);
			expect(refused.out).toContain('Máy chủ đang chạy');
			expect(refused.out).toContain('http://127.0.0.1:3000');
			const trial = await run(
				'catalogueImport',
				good,
				'--report',
				join(folder, 'thu.html'),
				'--dry-run'
			);
			expect(trial).toMatchObject({ code: 0, out: expect.stringContaining('Chạy thử') });
			expect(readFileSync(join(folder, 'thu.html'), 'utf8')).toContain('<table>');
		} finally {
			taken.value.release();
		}
	});

	it('writes the template', async () => {
		const path = join(folder, 'mau.xlsx');
		expect(await run('catalogueImport', '--template', path)).toMatchObject({ code: 0 });
		const [sheet] = await readWorkbook(readFileSync(path));
		expect(sheet?.rows[1]?.[0]).toBe('VÍ DỤ');
	});

	it('exports what is published, and a list of it changes nothing', async () => {
		const json = join(folder, 'xuat.json');
		const list = join(folder, 'xuat.xlsx');
		expect(await run('catalogueExport', json)).toMatchObject({ code: 0 });
		expect(await run('catalogueExport', list)).toMatchObject({ code: 0 });
		const { procedures } = JSON.parse(readFileSync(json, 'utf8'));
		const trial = await run(
			'catalogueImport',
			list,
			'--report',
			join(folder, 'lai.json'),
			'--dry-run'
		);
		expect(trial.code).toBe(0);
		const { records } = JSON.parse(readFileSync(join(folder, 'lai.json'), 'utf8'));
		expect(
			records.map(({ result }: { result: { procedure: unknown } }) => result.procedure)
		).toEqual(procedures);
	});
});

describe('a published content our rules no longer take', () => {
	it('is known by its title, so that no row of a list can empty it', async () => {
		const row = { code: '1.900001', title: 'Cấp thẻ', content: { code: '1.900001', old: true } };
		const database = {
			exec: async () => undefined,
			query: async <Row extends object>(sql: string) =>
				(sql.includes('public.fields') ? testFields : [row]) as unknown as Row[]
		};
		const { fields, titles, published } = await catalogueOfOffice(database);
		const list = new TextEncoder().encode('Mã;Tên thủ tục\n1.900001;Cấp thẻ mới');
		const records = await importFiles([{ name: 'a.csv', bytes: list }], {
			fields,
			inForce: { ...inForceAtHand(published), titles },
			today: '2026-11-26'
		});
		expect(records).toMatchObject([
			{ result: { kind: 'failed', reason: expect.stringContaining('chưa lấy được') } }
		]);
	});
});

describe('a draft the database refuses', () => {
	it('is failed with the reason, and the next one is stored', async () => {
		let calls = 0;
		const database = {
			exec: async () => undefined,
			query: async <Row extends object>() => {
				calls += 1;
				if (calls === 1) throw new Error('content-invalid');
				return [{ done: 'renewed' }] as unknown as Row[];
			}
		};
		const records = await importFiles(
			[good, unsorted].map((path) => ({ name: path, bytes: readFileSync(path) })),
			{ fields: testFields, today: '2026-11-26' }
		);
		expect(await storeDrafts(records, database, 'An')).toMatchObject([
			{ result: { kind: 'failed', reason: expect.stringContaining('không nhận') } },
			{ stored: 'renewed' }
		]);
	});
});

describe('the arguments', () => {
	it.each([
		[[], 'Hãy cho biết tệp'],
		[['a.json'], '--report'],
		[['a.json', '--report'], 'report'],
		[['--template', 'a.docx'], '.xlsx'],
		[['a.json', '--report', 'b.md', '--publish'], 'publish']
	])('%j are refused', (args, words) =>
		expect(readArguments(args, String)).toEqual({
			ok: false,
			error: expect.stringMatching(new RegExp(`^(?!.*(?:Unknown|Option|argument)).*${words}`))
		})
	);
	it('files are of the day they were changed in Việt Nam', () => {
		const path = write('hom-sau.json', '{}');
		utimesSync(path, new Date(), new Date('2026-11-25T18:00:00Z'));
		expect(findImportFiles([path])).toMatchObject({
			ok: true,
			value: { files: [{ modified: '2026-11-26' }] }
		});
	});
	it('name paths, a report and a trial run', () =>
		expect(
			readArguments(['a', 'b.csv', '--report', 'r.md', '--dry-run'], (path) => `/${path}`)
		).toEqual({
			ok: true,
			value: { paths: ['/a', '/b.csv'], report: '/r.md', dryRun: true }
		}));
});
