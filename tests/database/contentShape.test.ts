import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DRAWINGS } from '#domain/catalogue/drawings.ts';
import { LIFE_EVENTS } from '#domain/catalogue/lifeEvents.ts';
import { Procedure } from '#domain/catalogue/Procedure.ts';
import { openTestDatabase } from '#database/pglite.ts';
import { goodContent } from './catalogueRequests.ts';
import { officeSql } from './office.ts';
import { mutated, texts, type Json } from './requests.ts';

// What SQL lets an office publish is what every phone can read.
const seed = Number(process.env.SEED ?? 20_261_127);
let database: PGlite;

beforeAll(async () => {
	console.log(`content shape: SEED=${seed}`);
	database = await openTestDatabase();
	await database.exec(officeSql);
	await database.exec(`
		create schema tests;
		create function tests.fault_of(content jsonb) returns text language plpgsql as $$
		begin
			perform app.check_complete(content);
			return null;
		exception when others then
			return sqlstate || ' ' || sqlerrm;
		end
		$$;
	`);
});
afterAll(() => database.close());

/** What SQL says of each content; null = it may be published. */
async function faultsOf(contents: readonly unknown[]): Promise<(string | null)[]> {
	const { rows } = await database.query<{ fault: string | null }>(
		`select tests.fault_of(content) as fault
		from jsonb_array_elements($1::text::jsonb) with ordinality as list (content, position) order by position`,
		[JSON.stringify(contents)]
	);
	return rows.map(({ fault }) => fault);
}

/** A procedure with every part the schema knows. */
const full: Procedure = Procedure.parse({
	...goodContent('1.000001', 'Khai sinh đủ mọi phần'),
	levels: ['commune', 'province'],
	result: { name: 'Giấy khai sinh', code: 'KQ.1' },
	deadline: 'Trong 60 ngày',
	questions: [
		{
			id: 'where',
			text: 'Cháu sinh ở đâu?',
			help: 'Nơi sinh',
			options: [
				{ value: 'home', label: 'Ở nhà', help: 'Tại nhà' },
				{ value: 'clinic', label: 'Ở trạm xá' }
			],
			maybeUnsure: true
		},
		{
			id: 'witness',
			text: 'Có người làm chứng không?',
			options: [
				{ value: 'yes', label: 'Có' },
				{ value: 'no', label: 'Không' }
			],
			when: {
				all: [{ is: ['where', 'home'] }, { not: { any: [{ is: ['where', 'clinic', 'x'] }] } }]
			}
		}
	],
	requirements: [
		{
			id: 'notice',
			paper: 'birth-notice',
			name: 'Giấy chứng sinh',
			officialName: 'Giấy chứng sinh',
			kind: 'submit-original',
			originals: 1,
			copies: 0,
			when: { is: ['where', 'clinic'] },
			why: 'Để biết nơi sinh',
			ifMissing: 'Xin lại',
			ifLost: 'Cấp lại',
			drawing: 'birth-notice',
			discreet: true,
			photo: true,
			builtByForm: false,
			replacedBy: { database: 'CSDL dân cư', law: 'Luật' },
			source: 'dòng 1'
		}
	],
	notes: [{ id: 'n1', text: 'Nhớ mang theo', when: { not: { is: ['where', 'home'] } } }],
	channels: [
		{
			kind: 'online',
			where: 'Cổng dịch vụ công',
			limit: { unit: 'same-day' },
			limitNote: 'sau 15 giờ trả hôm sau',
			steps: ['Nộp', 'Nhận']
		},
		{ kind: 'post', where: 'Bưu điện', limit: null, steps: ['Gửi'] }
	],
	fees: [
		{
			label: 'Lệ phí',
			kind: 'amount',
			amount: 8000,
			per: 'bản',
			tiers: [{ from: 3, amount: 1000 }],
			most: { amount: 200000, per: 'bản' },
			count: { units: 'copies', times: 'people' },
			channels: ['online'],
			when: { is: ['where', 'home'] },
			exempt: 'Người nghèo',
			note: 'Ghi chú',
			source: 'NQ 1'
		}
	],
	clock: {
		supplement: 'pause',
		stages: [
			{ name: 'Kiểm tra thực địa', limit: { unit: 'working-day', value: 3 }, source: 'NĐ 1' },
			{ name: 'Thẩm định', limit: { unit: 'same-day' } }
		],
		consults: [
			{
				agency: 'Cơ quan liên quan',
				limit: { unit: 'working-hour', value: 16 },
				silence: 'agrees',
				source: 'NĐ 1'
			},
			{ agency: 'Sở Xây dựng', limit: { unit: 'calendar-day', value: 2 }, silence: 'waits' }
		]
	},
	mistakes: ['Quên giấy'],
	lookalikes: [{ code: '1.000002', title: 'Khai tử', notThisIf: 'người đã mất' }],
	related: ['1.000003'],
	legalBasis: ['Luật Hộ tịch'],
	eForm: {
		title: 'Tờ khai',
		sections: [
			{
				id: 'child',
				title: 'Cháu bé',
				help: 'Như giấy chứng sinh',
				fields: [
					{
						id: 'name',
						type: 'person-name',
						label: 'Họ tên',
						help: 'Chữ in hoa',
						required: true,
						maxLength: 60
					},
					{
						id: 'copies',
						type: 'number',
						label: 'Số bản',
						required: false,
						min: 1,
						max: 9.5,
						when: { is: ['where', 'home'] }
					},
					{
						id: 'sex',
						type: 'choice',
						label: 'Giới tính',
						required: true,
						options: [{ value: 'm', label: 'Nam' }]
					}
				],
				when: { is: ['where', 'home'] }
			}
		],
		subjectField: 'name',
		subjectAddressField: 'address',
		sample: { name: 'NGUYỄN VĂN MẪU' }
	},
	provenance: {
		source: 'bản ghi 1',
		asOf: '2026-11-01',
		verification: 'listed',
		unverified: ['phí'],
		differences: [{ at: 'text', ours: 'a', source: 'b', reason: 'nguồn ghi nhầm chữ' }]
	}
} satisfies Procedure);

test('every part of the schema, every drawing and every turn in life may be published', async () => {
	const [requirement] = full.requirements;
	const withAll: Procedure = {
		...full,
		lifeEvents: [...LIFE_EVENTS],
		requirements: DRAWINGS.map((drawing) => ({
			...requirement,
			drawing
		})) as Procedure['requirements']
	};
	expect(await faultsOf([full, withAll, goodContent('1.000001', 'Ngắn')])).toEqual([
		null,
		null,
		null
	]);
});

test('so may every authored procedure', async () => {
	const root = join(import.meta.dirname, '../../supabase/catalogue');
	const read = (...path: string[]): unknown =>
		JSON.parse(readFileSync(join(root, ...path), 'utf8'));
	for (const field of read('fields.json') as object[])
		await database.query('select app.seed_field($1::text::jsonb)', [JSON.stringify(field)]);
	const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	const contents = folders.flatMap(({ name }) =>
		readdirSync(join(root, name))
			.filter((file) => /^\d\.\d{6}\.json$/.test(file))
			.map((file) => read(name, file) as { code: string })
	);
	const faults = await faultsOf(contents);
	expect(contents.filter((_, index) => faults[index] !== null).map(({ code }) => code)).toEqual([]);
	expect(contents.length).toBeGreaterThan(400);
});

test('what phones cannot read is not published', async () => {
	const contents = fc.sample(
		mutated(full, [
			...texts,
			'amount',
			'free',
			'listed',
			'commune',
			'post',
			'Khai',
			'ids-with-dashes',
			'1.000009'
		]),
		{ seed, numRuns: 1_500 }
	);
	const faults = await faultsOf(contents);
	const seen = { both: 0, neither: 0, onlyPhones: 0 };
	const unread = contents.flatMap<{ content: Json; issues: unknown }>((content, index) => {
		const parsed = Procedure.safeParse(content);
		const isTaken = faults[index] === null;
		if (parsed.success) seen[isTaken ? 'both' : 'onlyPhones'] += 1;
		else if (!isTaken) seen.neither += 1;
		else return [{ content, issues: parsed.error.issues }];
		return [];
	});
	expect(unread.map(({ issues }) => issues).slice(0, 3)).toEqual([]);
	expect(unread).toHaveLength(0);
	console.log(`contents: ${JSON.stringify(seen)}`);
	expect(Math.min(seen.both, seen.neither)).toBeGreaterThan(100);
	expect([...new Set(faults)].filter(Boolean).sort()).toEqual([
		'PT400 content-incomplete',
		'PT400 content-invalid'
	]);
});

test.each<[string, (content: Procedure) => unknown]>([
	['an amount that is not said', ({ fees: [fee] }) => ({ fees: [{ ...fee, amount: undefined }] })],
	[
		'a paper whose name no dossier can carry',
		({ requirements: [paper] }) => ({ requirements: [{ ...paper, id: 'x'.repeat(61) }] })
	],
	[
		'a question whose name no dossier can carry',
		({ questions: [question] }) => ({ questions: [{ ...question, id: 'x'.repeat(61) }] })
	],
	[
		'a step of the office without a limit',
		() => ({ clock: { supplement: 'restart', stages: [{ name: 'Thẩm định', limit: null }] } })
	],
	['a title of blanks', () => ({ title: '    ' })]
])('nor is %s', async (_name, change) => {
	const content = { ...full, ...(change(full) as object) };
	expect(await faultsOf([content])).toEqual(['PT400 content-incomplete']);
});
