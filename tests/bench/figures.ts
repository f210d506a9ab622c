/**
 * `npm run bench:figures`: a month's Biểu II.06a and the leader's page on a real PostgreSQL, for a province of a hundred
 * communes with ten thousand and with a million dossiers of five years. Takes some minutes; it judges nothing.
 */
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { applyMigrations } from '#database/applyMigrations.ts';
import { findPostgres } from '#database/findPostgres.ts';
import { readFile } from 'node:fs/promises';
import { dossiersSql, provinceSql } from './figuresData.ts';

const sizes = [10_000, Number(process.env.DOSSIERS ?? 1_000_000)];
const stub = new URL('../../supabase/database/stub.sql', import.meta.url);
const cases = [
	['II.06a, the province, last month, by field', 'B88', 'staff_report', 1_000, lastMonth('field')],
	[
		'II.06a, the province, last month, by procedure',
		'B88',
		'staff_report',
		1_000,
		lastMonth('procedure')
	],
	['II.06a, the province, a month three years ago', 'B88', 'staff_report', 1_000, monthsAgo(36)],
	['II.06a, a commune, last month, by field', 'B88.7', 'staff_report', 1_000, lastMonth('field')],
	['the index, the province, last month', 'B88', 'staff_index', 1_000, lastMonth('field')],
	['why late, the province, last month', 'B88', 'staff_late_reasons', 1_000, lastMonth('field')],
	["the leader's page, the province, today", 'B88', 'staff_dashboard', 500, {}],
	["the leader's page, a commune, today", 'B88.7', 'staff_dashboard', 500, {}],
	[
		"the leader's page, the province, the end of last year",
		'B88',
		'staff_dashboard',
		500,
		{ on: `${new Date().getFullYear() - 1}-12-31` }
	]
] as const;

const server = await findPostgres();
const name = `mot_cua_bench_${randomBytes(4).toString('hex')}`;
const admin = postgres({ ...server.target, max: 1, onnotice: () => undefined });
try {
	await admin.unsafe(`create database ${name}`);
	const sql = postgres({ ...server.target, database: name, max: 1, onnotice: () => undefined });
	try {
		await sql.unsafe(await readFile(stub, 'utf8')).simple();
		await sql.unsafe('set session authorization app_migrator').simple();
		await applyMigrations((text) => sql.unsafe(text).simple());
		await sql.unsafe(provinceSql).simple();
		const measured: number[][] = [];
		let from = 1;
		for (const size of sizes) {
			const started = performance.now();
			// The first few are spread over the five years like all of them.
			await sql.unsafe(dossiersSql(from, size, size)).simple();
			from = size + 1;
			console.log(
				`${size} dossiers stand after ${((performance.now() - started) / 1000).toFixed(0)} s`
			);
			measured.push(await measure(sql));
		}
		console.log(
			'| What | Budget | ' + sizes.map((size) => `${size} dossiers`).join(' | ') + ' | Growth |'
		);
		console.log('|---|---|' + sizes.map(() => '---|').join('') + '---|');
		cases.forEach(([what, , , budget], index) => {
			const times = measured.map((list) => list[index] ?? NaN);
			const growth = (times.at(-1) ?? NaN) / (times[0] ?? NaN);
			console.log(
				`| ${what} | ≤ ${budget} ms | ${times.map((time) => `${time.toFixed(0)} ms`).join(' | ')} | × ${growth.toFixed(1)} |`
			);
		});
	} finally {
		await sql.end();
	}
} finally {
	await admin.unsafe(`drop database if exists ${name} with (force)`);
	await admin.end();
	await server.stop();
}

/** The median of five calls of every case, as the leader of that agency, in milliseconds. */
async function measure(sql: postgres.Sql): Promise<number[]> {
	const medians: number[] = [];
	for (const [, agency, call, , request] of cases) {
		const times: number[] = [];
		for (let turn = 0; turn < 5; turn += 1) {
			await sql.begin(async (transaction) => {
				const claims = await transaction`select set_config('request.jwt.claims',
					jsonb_build_object('role', 'authenticated', 'sub', md5(${`${agency} leads`})::uuid)::text, true), set_config('role', 'authenticated', true)`;
				if (claims.length !== 1) throw new Error('nobody is signed in');
				const start = performance.now();
				await transaction.unsafe(`select public.${call}($1::text::jsonb)`, [
					JSON.stringify({ protocol: 1, ...request })
				]);
				times.push(performance.now() - start);
			});
		}
		medians.push(times.sort((a, b) => a - b)[2] ?? NaN);
	}
	return medians;
}

function lastMonth(by: string) {
	return { ...monthsAgo(1), by };
}

function monthsAgo(count: number) {
	const now = new Date();
	const day = (month: number, date: number) =>
		new Date(Date.UTC(now.getUTCFullYear(), month, date)).toISOString().slice(0, 10);
	return { from: day(now.getUTCMonth() - count, 1), to: day(now.getUTCMonth() - count + 1, 0) };
}
