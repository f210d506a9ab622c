import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import type { NoticeMessage } from './Messenger.ts';
import { createSmtpMessenger, type SmtpSettings } from './smtpMessenger.ts';
import { startMailServer } from './testMailServer.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
});

const message: NoticeMessage = {
	id: '00000000-0000-4000-8000-000000000001',
	address: 'binh@thu.test',
	subject: 'Quầy đã tiếp nhận hồ sơ (H99.01-261123-0007)',
	body: 'Chào bạn,\n\nHẹn trả kết quả: Thứ Năm, 26/11/2026, trước 17 giờ.\n.\n\nThôn Trung, xã Bến Đò',
	createdAt: new Date('2026-11-23T02:05:00Z')
};

function messengerTo(port: number, more: Partial<SmtpSettings> = {}) {
	return createSmtpMessenger({
		host: '127.0.0.1',
		port,
		isImplicitTls: false,
		isOnThisMachine: true,
		from: { name: 'Trung tâm xã Bến Đò', address: 'motcua@bendo.test' },
		...more
	});
}

async function aServer(more: SMTPServerOptions = {}) {
	const server = await startMailServer(more);
	closers.push(server.close);
	return server;
}

/** Something that listens, and does with callers what it is told. */
async function aListener(onCaller: (socket: Socket) => void) {
	const server = createServer(onCaller);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	closers.push(() => server.close());
	return (server.address() as AddressInfo).port;
}

const refusing = (responseCode: number) => () => Object.assign(new Error('no'), { responseCode });

describe('a mail', () => {
	test('arrives with every Vietnamese letter, as plain text, in the name of the office', async () => {
		const server = await aServer();
		const sent = await messengerTo(server.port).send(message);
		expect(sent).toMatchObject({ ok: true });
		const [mail] = server.arrived;
		expect(mail).toMatchObject({ from: 'motcua@bendo.test', to: ['binh@thu.test'] });
		expect(mail?.text).toBe(message.body);
		expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
			from: 'Trung tâm xã Bến Đò <motcua@bendo.test>',
			to: 'binh@thu.test',
			subject: message.subject,
			'message-id': '<00000000-0000-4000-8000-000000000001@bendo.test>',
			date: 'Mon, 23 Nov 2026 02:05:00 +0000',
			'content-type': 'text/plain; charset=utf-8',
			'auto-submitted': 'auto-generated'
		});
		// What travels is plain ASCII in short lines, whatever servers stand between.
		expect(mail?.raw).toMatch(/^[\x20-\x7e\r\n\t]+$/);
		expect(Math.max(...(mail?.raw ?? '').split('\r\n').map(({ length }) => length))).toBeLessThan(
			79
		);
	});

	test('is the same mail when it is sent again', async () => {
		const server = await aServer();
		const messenger = messengerTo(server.port);
		await messenger.send(message);
		await messenger.send(message);
		expect(server.arrived).toHaveLength(2);
		expect(server.arrived[0]?.raw).toBe(server.arrived[1]?.raw);
	});

	test('takes no header from what is filled in', async () => {
		const server = await aServer();
		await messengerTo(server.port).send({
			...message,
			subject: 'Hồ sơ\r\nBcc: a@xau.test\r\n\r\nnội dung khác',
			body: 'Chào\r\n.\r\nMAIL FROM:<a@xau.test>'
		});
		const [mail] = server.arrived;
		expect(server.arrived).toHaveLength(1);
		expect(mail?.to).toEqual(['binh@thu.test']);
		expect(mail?.headers.has('bcc')).toBe(false);
		expect(mail?.headers.get('subject')).toBe('Hồ sơ Bcc: a@xau.test nội dung khác');
		expect(mail?.text).toBe('Chào\n.\nMAIL FROM:<a@xau.test>');
	});

	test.each([
		'a@b.test\r\nRCPT TO:<c@d.test>',
		'a@b.test, c@d.test',
		'<a@b.test>',
		'"a" <c@d.test>',
		'a b@c.test'
	])('goes to no address like %j', async (address) => {
		const server = await aServer();
		const sent = await messengerTo(server.port).send({ ...message, address });
		expect(sent).toMatchObject({ error: { outcome: 'refused', isChannelDown: false } });
		expect(server.arrived).toEqual([]);
	});
});

describe('a server that says no', () => {
	test.each([
		['to the recipient, for good', 550, 'refused', false],
		['to the recipient, for now', 450, 'later', false],
		['and hangs up', 421, 'later', true]
	])('%s', async (_what, code, outcome, isChannelDown) => {
		const refuse = refusing(code);
		const server = await aServer({ onRcptTo: (_to, _session, done) => done(refuse()) });
		const sent = await messengerTo(server.port).send(message);
		expect(sent).toMatchObject({ error: { outcome, isChannelDown } });
		expect(JSON.stringify(sent)).not.toContain('binh@');
	});

	test('to the text, for good', async () => {
		const refuse = refusing(554);
		const server = await aServer({
			onData(stream, _session, done) {
				stream.resume().on('end', () => done(refuse()));
			}
		});
		expect(await messengerTo(server.port).send(message)).toMatchObject({
			error: { outcome: 'refused', isChannelDown: false, detail: 'smtp-emessage-554' }
		});
	});

	test.each([
		[
			'to the sender',
			{
				onMailFrom: ((_from, _session, done) =>
					done(refusing(550)())) as SMTPServerOptions['onMailFrom']
			}
		],
		[
			'to everybody',
			{ onConnect: ((_session, done) => done(refusing(554)())) as SMTPServerOptions['onConnect'] }
		]
	])('%s: the office must look at its settings, no citizen is given up', async (_what, options) => {
		const server = await aServer(options as SMTPServerOptions);
		const sent = await messengerTo(server.port).send(message);
		expect(sent).toMatchObject({ error: { outcome: 'later', isChannelDown: true } });
	});

	test('to the password', async () => {
		const server = await aServer({
			disabledCommands: ['STARTTLS'],
			allowInsecureAuth: true,
			onAuth: (_auth, _session, done) => done(refusing(535)())
		});
		const login = { user: 'motcua', pass: 'bí mật' };
		const sent = await messengerTo(server.port, { login }).send(message);
		expect(sent).toMatchObject({ error: { outcome: 'later', isChannelDown: true } });
		expect(JSON.stringify(sent)).not.toContain('bí mật');
	});
});

describe('a server that does not answer', () => {
	test('is down', async () => {
		const server = await startMailServer();
		await server.close();
		expect(await messengerTo(server.port).send(message)).toMatchObject({
			error: { outcome: 'later', isChannelDown: true, detail: 'smtp-esocket' }
		});
	});

	test('says nothing', async () => {
		const port = await aListener(() => undefined);
		const begun = Date.now();
		const sent = await messengerTo(port, { silenceMilliseconds: 200 }).send(message);
		expect(sent).toMatchObject({ error: { outcome: 'later', isChannelDown: true } });
		expect(Date.now() - begun).toBeLessThan(3_000);
	});

	test('says one letter at a time', async () => {
		const port = await aListener((socket) => {
			const drip = setInterval(() => socket.write('2'), 50);
			socket.on('close', () => clearInterval(drip)).on('error', () => undefined);
		});
		const begun = Date.now();
		const sent = await messengerTo(port, {
			silenceMilliseconds: 5_000,
			mostMilliseconds: 400
		}).send(message);
		expect(sent).toMatchObject({ error: { outcome: 'later', isChannelDown: true } });
		expect(Date.now() - begun).toBeLessThan(3_000);
	});

	test('takes the mail and never says so', async () => {
		const server = await aServer({ onData: (stream) => void stream.resume() });
		const sent = await messengerTo(server.port, { silenceMilliseconds: 300 }).send(message);
		expect(sent).toMatchObject({ error: { outcome: 'later', isChannelDown: true } });
	});
});

describe('beyond this machine', () => {
	test('nothing is said to a server without TLS', async () => {
		const server = await aServer();
		const sent = await messengerTo(server.port, { isOnThisMachine: false }).send(message);
		expect(sent).toMatchObject({ error: { outcome: 'later', isChannelDown: true } });
		expect(server.arrived).toEqual([]);
	});

	test.each([true, false])(
		'nor to one whose certificate nobody vouches for (TLS at once: %s)',
		async (secure) => {
			// The server of the test brings a certificate of its own making.
			const server = await aServer({ secure, disabledCommands: ['AUTH'] });
			const sent = await messengerTo(server.port, {
				isOnThisMachine: false,
				isImplicitTls: secure
			}).send(message);
			expect(sent).toMatchObject({ error: { outcome: 'later', isChannelDown: true } });
			expect(server.arrived).toEqual([]);
		}
	);
});
