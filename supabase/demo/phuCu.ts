import { join, relative, resolve } from 'node:path';
import { seedArticle } from '#domain/report/seedArticle.ts';
import { muteBackendConsole } from '#embedded/backendLog.ts';
import type { Database } from '#embedded/database.ts';
import { openWithAccounts } from '#embedded/firstAccounts.ts';
import { newAccount, type DemoAccount } from '#embedded/firstRun.ts';
import { openOffice, type Office } from '#embedded/openOffice.ts';
import { writeSimulated } from '#embedded/simulated.ts';
import { StartError } from '#embedded/StartError.ts';
import { createSerialTurns } from '#embedded/turns.ts';
import { summaryOf, verifyHistory } from '../worker/verifyHistory.ts';
import { countEvents, readReports, type Counted } from './compareReports.ts';
import { chooseProcedures } from './demoCatalogue.ts';
import { takeDemoFolder } from './demoFolder.ts';
import { loadYear, readFigures, type YearFigures } from './loadYear.ts';
import { makeOffices, type DemoOffice } from './offices.ts';
import { articleTotals } from './planYear.ts';
import { setUpOffices } from './setUpOffices.ts';
import { takeOverClock } from './simulatedClock.ts';

const root = resolve(import.meta.dirname, '../..');
const supabaseDir = join(root, 'supabase');
/** The office is installed on Monday, 21/12/2020. */
const installation = Date.UTC(2020, 11, 21, 1);
/** The accounts to look at the year with, of 65. */
const shownAccounts: [account: string, who: string][] = [
	['huyen', 'lãnh đạo huyện (cấp trên, chỉ xem số liệu)'],
	['lanhdao', 'lãnh đạo Bộ phận Một cửa huyện'],
	['tiepnhan1', 'tiếp nhận, huyện'],
	['tnmt', 'chuyên viên đất đai, môi trường'],
	['tnmt.ky', 'người ký của phòng đó'],
	['bientap', 'biên tập danh mục'],
	['quantri', 'quản trị'],
	['xa1.lanhdao', 'lãnh đạo xã Quang Hưng'],
	['xa1.tiepnhan', 'tiếp nhận, xã Quang Hưng']
];

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

const number = (value: number) => value.toLocaleString('vi-VN');

function describeFigures(figures: YearFigures): string[] {
	const share = ((figures.online / figures.received) * 100).toLocaleString('vi-VN', {
		minimumFractionDigits: 1,
		maximumFractionDigits: 1
	});
	return [
		`  ${figures.procedures} thủ tục niêm yết trong ${figures.fields} lĩnh vực (lĩnh vực do phần mềm chọn)`,
		`  ${number(figures.received)} hồ sơ tiếp nhận, ${number(figures.solved)} giải quyết xong:` +
			` ${number(figures.early)} trước hạn, ${number(figures.onTime)} đúng hạn, ${figures.late} quá hạn`,
		`  ${figures.online} hồ sơ trực tuyến = ${share} % của ${number(figures.received)}`
	];
}

/** Everything must come out as the article has it; a year that does not is no demonstration of it. */
function refuseOtherFigures(figures: YearFigures): void {
	const { procedures, fields, solved } = seedArticle;
	const wanted: YearFigures = {
		procedures: procedures.value,
		fields: fields.value,
		received: solved.value,
		solved: solved.value,
		early: articleTotals.early,
		onTime: articleTotals.onTime,
		late: 0,
		online: articleTotals.online,
		onDaysOff: 0
	};
	for (const [name, value] of Object.entries(wanted))
		if (figures[name as keyof YearFigures] !== value)
			throw new Error(`${name}: ${figures[name as keyof YearFigures]} instead of ${value}`);
}

/** Whoever leads the whole district. */
function leaderOf(offices: readonly DemoOffice[]): string {
	const leader = offices.flatMap(({ staff }) => staff).find(({ account }) => account === 'huyen');
	if (!leader) throw new Error('nobody leads the district');
	return leader.id;
}

/** What any screen says must be what the raw events say. */
async function refuseOtherReports(database: Database, leader: string): Promise<void> {
	const counted = await countEvents(database);
	for (const [where, figures] of Object.entries(await readReports(database, leader)))
		for (const [name, value] of Object.entries(figures))
			if (counted[name as keyof Counted] !== value)
				throw new Error(
					`${where}: ${name} ${value}, the events say ${counted[name as keyof Counted]}`
				);
}

function describeAccounts(accounts: readonly DemoAccount[]): string[] {
	const shown = shownAccounts.flatMap(([name, who]) => {
		const account = accounts.find(({ role }) => role === name);
		return account ? [`  ${account.email.padEnd(26)}${account.password}  ${who}`] : [];
	});
	return [
		'',
		`Tài khoản (${shown.length} trong ${accounts.length}, chỉ in một lần này):`,
		...shown
	];
}

function describeVisit(dataDir: string): string[] {
	const fromHere = relative(process.cwd(), dataDir);
	const folder = fromHere.startsWith('..') ? dataDir : fromHere || '.';
	return [
		`Mọi tài khoản, chỉ mình bạn đọc được: ${join(dataDir, 'first-run.json')}`,
		'Mở xem, ở cổng riêng để trình duyệt không lẫn với máy chủ khác của bạn:',
		`  DATA_DIR=${folder} PORT=3100 npm start`
	];
}

/** Every invented person signs up and accepts an invitation, as real staff do. Gives the accounts by staff row. */
async function hire(office: Office, offices: readonly DemoOffice[]): Promise<Map<string, string>> {
	const { app, database, firstRun } = office;
	await setUpOffices(database, offices);
	firstRun.content.accounts = [];
	for (const { id, account } of offices.flatMap(({ staff }) => staff)) {
		const [row] = await database.query<{ code: string }>('select app.new_invitation($1) as code', [
			id
		]);
		firstRun.content.accounts.push(newAccount(account, `${account}@phucu.test`, row?.code));
	}
	firstRun.save();
	await app.init();
	const api = async (request: Request) => app.fetch(request, { peerAddress: null });
	await openWithAccounts({ api, firstRun, database, turns: createSerialTurns(), log: say });
	const rows = await database.query<{ id: string; user: string }>(
		'select id, user_id as user from public.staff'
	);
	return new Map(rows.map(({ id, user }) => [id, user]));
}

async function fill(dataDir: string, seed: string): Promise<void> {
	const started = Date.now();
	writeSimulated(dataDir, { version: 1, scenario: 'phu-cu', seed, state: 'loading' });
	const clock = takeOverClock(installation);
	let opened: Database | undefined;
	try {
		const place = {
			dataDir,
			supabaseDir,
			seedFile: join(import.meta.dirname, 'seed.sql'),
			log: say
		};
		const office = await openOffice(place, (database) => (opened = database));
		const offices = makeOffices();
		const accounts = await hire(office, offices);
		say(`Đã lập ${offices.length} cơ quan, ${accounts.size} tài khoản.`);
		await loadYear(
			{
				seed,
				totals: articleTotals,
				offices,
				catalogue: await chooseProcedures(join(supabaseDir, 'catalogue'))
			},
			{
				database: office.database,
				clock,
				accounts,
				onProgress: (done, all) => say(`  ${number(done)} / ${number(all)} thao tác`)
			}
		);
		clock.release();
		const figures = await readFigures(office.database);
		refuseOtherFigures(figures);
		await refuseOtherReports(office.database, accounts.get(leaderOf(offices)) ?? '');
		const history = await verifyHistory(office.database, say);
		if (history.faults > 0) throw new Error(`${history.faults} faults in the histories`);
		writeSimulated(dataDir, { version: 1, scenario: 'phu-cu', seed, state: 'loaded' });
		const seconds = Math.round((Date.now() - started) / 1000);
		say(`Dữ liệu mô phỏng (hạt giống "${seed}") đã nạp xong sau ${seconds} giây:`);
		for (const line of [...describeFigures(figures), ...summaryOf(history)]) say(line);
		for (const line of describeAccounts(office.firstRun.content.accounts)) say(line);
		for (const line of describeVisit(dataDir)) say(line);
	} finally {
		clock.release();
		await opened?.close();
	}
}

async function run(env: NodeJS.ProcessEnv): Promise<void> {
	if (env.DATABASE_URL)
		throw new StartError(
			'Dữ liệu mô phỏng cần đồng hồ của năm 2021, mà chỉ cơ sở dữ liệu đi kèm (PGlite) mới có.\n' +
				'Hãy bỏ DATABASE_URL rồi chạy lại.'
		);
	const dataDir = resolve(env.DATA_DIR || join(root, '.data-phu-cu'));
	const { state, ownership } = takeDemoFolder(dataDir);
	try {
		if (state === 'loaded') {
			say(`Thư mục ${dataDir} đã có đủ dữ liệu mô phỏng; không nạp lại.`);
			for (const line of describeVisit(dataDir)) say(line);
		} else await fill(dataDir, env.DEMO_SEED || 'phu-cu-2021');
	} finally {
		ownership.release();
	}
}

muteBackendConsole(() => undefined);
try {
	await run(process.env);
	process.exitCode = 0;
} catch (cause) {
	const words =
		cause instanceof StartError
			? cause.message
			: `Lỗi không lường trước:\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
	process.stderr.write(`${words}\n`);
	process.exitCode = 1;
}
