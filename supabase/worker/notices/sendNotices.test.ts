import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '#database/pglite.ts';
import type { Executor } from '#embedded/database.ts';
import { fail, ok } from '#domain/shared/Result.ts';
import type { Messenger, NoticeMessage } from './Messenger.ts';
import { sendNotices } from './sendNotices.ts';
import { createSmtpMessenger } from './smtpMessenger.ts';
import { startMailServer } from './testMailServer.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
const logged: string[] = [];
const closers: (() => Promise<void>)[] = [];
let run: <T>(work: (database: Executor) => Promise<T>) => Promise<T>;

beforeAll(async () => {
	database = await openTestDatabase();
	await database.exec(`
		select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
		select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "x"}', repeat('a', 64));
		insert into public.staff (agency_id, full_name) select id, 'Lan' from public.agencies where code = 'H99.01';
	`);
	const executor = {
		query: async (sql: string, parameters?: unknown[]) =>
			(await database.query(sql, parameters)).rows,
		exec: async (sql: string) => void (await database.exec(sql))
	} as Executor;
	run = (work) => work(executor);
});
afterAll(() => database.close());
beforeEach(async () => {
	await database.exec('truncate app.deliveries');
	logged.length = 0;
});
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
});

let dossiers = 0;

/** A desk has received somebody's dossier; the mail waits. */
async function receive(email: string, phone = '') {
	dossiers += 1;
	const id = `00000000-0000-4000-a000-${String(dossiers).padStart(12, '0')}`;
	await database.query(
		`insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
			search_text, sort_at, submitted_at, due_date)
		select $1, 'DK-' || $2::text, agencies.id, '1.001193', version.id, 1, 2, 'x', jsonb_build_object('email', $3::text, 'phone', $4::text),
			'{}', 'x', now(), now(), '2026-11-26'
		from public.agencies, public.procedure_versions as version where agencies.code = 'H99.01'`,
		[id, String(dossiers), email, phone]
	);
	await database.query(
		`insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_staff_id, actor_name)
		select $1, 1, gen_random_uuid(), 'receive', 2, id, full_name from public.staff where full_name = 'Lan'`,
		[id]
	);
}

async function states() {
	const { rows } = await database.query<{ state: string; attempts: number; last_error: string }>(
		'select state, attempts, last_error from app.deliveries order by created_at, channel'
	);
	return rows.map(({ state, attempts, last_error }) =>
		[state, attempts, last_error].filter((part) => part !== null).join(' ')
	);
}

const soon = () => database.exec("update app.deliveries set next_at = now() - interval '1 second'");
const send = (...messengers: Messenger[]) =>
	sendNotices({ run, messengers, log: (line) => void logged.push(line) });

async function aMailServer(more?: Parameters<typeof startMailServer>[0]) {
	const server = await startMailServer(more);
	closers.push(server.close);
	return server;
}

function smtpTo(port: number, silenceMilliseconds = 2_000) {
	return createSmtpMessenger({
		host: '127.0.0.1',
		port,
		isImplicitTls: false,
		isOnThisMachine: true,
		from: { name: 'Xã Bến Đò', address: 'motcua@bendo.test' },
		silenceMilliseconds
	});
}

/** A messenger that answers so, and what it was given. */
function scripted(
	channel: Messenger['channel'],
	...answers: Awaited<ReturnType<Messenger['send']>>[]
) {
	const given: NoticeMessage[] = [];
	const messenger: Messenger = {
		channel,
		async send(message) {
			given.push(message);
			return answers.shift() ?? ok({ providerId: 'p' });
		}
	};
	return { messenger, given };
}

test('without a messenger a mail is noted as not sent, and stays so', async () => {
	await send();
	await receive('binh@thu.test');
	expect(await states()).toEqual(['off 0']);
	const server = await aMailServer();
	expect(await send(smtpTo(server.port))).toBe(0);
	expect(server.arrived).toEqual([]);
});

test('the desk receives, the mail arrives: code, date with its weekday, what now, whom to ring; no name, no matter', async () => {
	const server = await aMailServer();
	await send(smtpTo(server.port));
	await receive('binh@thu.test');
	expect(await send(smtpTo(server.port))).toBe(1);
	expect(await states()).toEqual(['sent 1']);
	const [mail] = server.arrived;
	expect(mail?.to).toEqual(['binh@thu.test']);
	expect(mail?.headers.get('subject')).toBe(`Quầy đã tiếp nhận hồ sơ (DK-${dossiers})`);
	expect(mail?.text).toContain(`Quầy đã tiếp nhận hồ sơ DK-${dossiers} của bạn, lúc `);
	expect(mail?.text).toContain('Hẹn trả kết quả: Thứ Năm, 26/11/2026, trước 17 giờ.');
	expect(mail?.text).toContain('Cần hỏi, xin gọi 0200 000 0100.');
	expect(mail?.text).not.toMatch(/Khai sinh|[{}]/);
	expect(await send(smtpTo(server.port))).toBe(0);
});

test('a server that is down: tried again later, and it arrives once', async () => {
	const gone = await startMailServer();
	await send(smtpTo(gone.port));
	await gone.close();
	await receive('a@thu.test');
	await receive('b@thu.test');
	await send(smtpTo(gone.port));
	// The second is not even tried: it would fare the same.
	expect(await states()).toEqual(['waiting 1 smtp-esocket', 'waiting 0']);
	expect(logged).toEqual(['Chưa gửi được bằng kênh email (smtp-esocket), sẽ thử lại.']);
	const server = await aMailServer();
	await soon();
	expect(await send(smtpTo(server.port))).toBe(2);
	expect(server.arrived.map(({ to }) => to[0]).sort()).toEqual(['a@thu.test', 'b@thu.test']);
});

test('an address that is refused fails for good; the others go', async () => {
	const server = await aMailServer({
		onRcptTo: ({ address }, _session, done) =>
			done(
				address === 'khong-co@thu.test'
					? Object.assign(new Error('no'), { responseCode: 550 })
					: null
			)
	});
	await send(smtpTo(server.port));
	await receive('khong-co@thu.test');
	await receive('co@thu.test');
	expect(await send(smtpTo(server.port))).toBe(1);
	expect(await states()).toEqual(['failed 1 smtp-eenvelope-550', 'sent 1']);
	await soon();
	expect(await send(smtpTo(server.port))).toBe(0);
});

test('a slow server is given up in time and tried again', async () => {
	const server = await aMailServer({ onConnect: () => undefined });
	await send(smtpTo(server.port));
	await receive('a@thu.test');
	await send(smtpTo(server.port, 200));
	expect(await states()).toEqual(['waiting 1 smtp-etimedout']);
});

test('killed between sending and noting: the same mail again, under the same Message-ID', async () => {
	const server = await aMailServer();
	await send(smtpTo(server.port));
	await receive('a@thu.test');
	let calls = 0;
	const dying = sendNotices({
		messengers: [smtpTo(server.port)],
		log: () => undefined,
		// Channels, take, and then the process is gone.
		run: (work) => ((calls += 1) > 2 ? Promise.reject(new Error('killed')) : run(work))
	});
	await expect(dying).rejects.toThrow('killed');
	expect(server.arrived).toHaveLength(1);
	expect(await send(smtpTo(server.port))).toBe(0);
	await database.exec(
		"update app.deliveries set next_at = next_at - interval '10 minutes 1 second'"
	);
	expect(await send(smtpTo(server.port))).toBe(1);
	expect(server.arrived).toHaveLength(2);
	expect(server.arrived[1]?.raw).toBe(server.arrived[0]?.raw);
	expect(server.arrived[0]?.headers.get('message-id')).toMatch(/^<[0-9a-f-]{36}@bendo\.test>$/);
});

test('one channel that is down holds up no other', async () => {
	const down = fail({ outcome: 'later', isChannelDown: true, detail: 'down' } as const);
	const mail = scripted('email', down);
	const sms = scripted('sms');
	await send(mail.messenger, sms.messenger);
	await receive('a@thu.test', '0912345678');
	await receive('b@thu.test', '0912345679');
	expect(await send(scripted('email', down).messenger, sms.messenger)).toBe(2);
	expect(sms.given.map(({ address }) => address)).toEqual(['0912345678', '0912345679']);
	expect(sms.given[0]).toMatchObject({
		subject: '',
		body: `Hồ sơ DK-${dossiers - 1} đã được tiếp nhận. Hẹn trả kết quả: Thứ Năm, 26/11/2026, trước 17 giờ. Hỏi: 0200 000 0100.`
	});
});
