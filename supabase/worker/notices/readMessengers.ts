import { StartError } from '#embedded/StartError.ts';
import { createGatewayMessenger } from './gatewayMessenger.ts';
import type { Messenger } from './Messenger.ts';
import { createSmtpMessenger, type SmtpSettings } from './smtpMessenger.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const names = { email: 'Thư điện tử', sms: 'Tin nhắn SMS', zalo: 'Tin nhắn Zalo' } as const;

/**
 * The messengers this machine was given settings for, and a line for each channel that says whether it is on. Throws
 * StartError for settings that are there and cannot work: an office must not believe that mail goes out.
 */
export function readMessengers(env: Environment): { messengers: Messenger[]; lines: string[] } {
	const smtp = readSmtp(env);
	const lines = [
		smtp
			? `${names.email}: bật, gửi qua ${smtp.host}:${smtp.port}, người gửi ${smtp.from.address}`
			: `${names.email}: tắt (đặt SMTP_URL và MAIL_FROM để bật)`
	];
	const messengers = smtp ? [createSmtpMessenger(smtp)] : [];
	for (const channel of ['sms', 'zalo'] as const) {
		const name = `${channel.toUpperCase()}_URL`;
		const url = env[name] ? readGateway(name, env[name]) : undefined;
		lines.push(
			url
				? `${names[channel]}: bật, gửi qua ${url.host}`
				: `${names[channel]}: tắt (đặt ${name} để bật)`
		);
		const token = env[`${channel.toUpperCase()}_TOKEN`];
		if (url) messengers.push(createGatewayMessenger({ channel, url, ...(token ? { token } : {}) }));
	}
	return { messengers, lines };
}

function readSmtp({ SMTP_URL, MAIL_FROM }: Environment): SmtpSettings | undefined {
	if (!SMTP_URL && !MAIL_FROM) return undefined;
	if (!SMTP_URL || !MAIL_FROM)
		throw new StartError('Muốn gửi thư điện tử phải đặt cả SMTP_URL và MAIL_FROM.');
	const url = findUrl(SMTP_URL, ['smtp:', 'smtps:']);
	const login = url && findLogin(url);
	if (!url || !login)
		throw new StartError(
			'SMTP_URL không đúng dạng. Ví dụ: smtp://ten:mat-khau@may-chu.vn:587 hoặc smtps://ten:mat-khau@may-chu.vn:465'
		);
	const isImplicitTls = url.protocol === 'smtps:';
	return {
		host: bareHost(url),
		port: Number(url.port) || (isImplicitTls ? 465 : 587),
		isImplicitTls,
		isOnThisMachine: isOnThisMachine(url),
		...(login.user ? { login } : {}),
		from: readSender(MAIL_FROM)
	};
}

function readSender(text: string): { name: string; address: string } {
	const [, name = '', address = text.trim()] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
	const isGood =
		/^[\w.%+'-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,63}$/.test(address) && !/\p{Cc}/u.test(name);
	if (!isGood)
		throw new StartError(
			'MAIL_FROM không đúng dạng. Ví dụ: Trung tâm Phục vụ hành chính công xã Bến Đò <motcua@bendo.gov.vn>'
		);
	return { name: name.trim().replace(/^"|"$/g, ''), address };
}

function readGateway(name: string, text: string): URL {
	const url = findUrl(text, ['https:', 'http:']);
	if (url && (url.protocol === 'https:' || isOnThisMachine(url))) return url;
	throw new StartError(`${name} phải là một địa chỉ https.`);
}

function findUrl(text: string, protocols: readonly string[]): URL | undefined {
	const url = URL.parse(text);
	return url && protocols.includes(url.protocol) && url.hostname ? url : undefined;
}

/** A name or password with a lone % cannot be read. */
function findLogin(url: URL): { user: string; pass: string } | undefined {
	try {
		return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
	} catch {
		return undefined;
	}
}

function bareHost(url: URL): string {
	return url.hostname.replace(/^\[|\]$/g, '');
}

function isOnThisMachine(url: URL): boolean {
	return /^(127\.\d+\.\d+\.\d+|localhost|::1)$/.test(bareHost(url));
}
