import { createTransport } from 'nodemailer';
import { fail, ok } from '#domain/shared/Result.ts';
import type { Messenger, SendFault } from './Messenger.ts';

/** Where to hand in mail, and in whose name. */
export interface SmtpSettings {
	host: string;
	port: number;
	/** TLS from the first byte; otherwise STARTTLS is demanded before anything is said. */
	isImplicitTls: boolean;
	/** A relay on this machine may go without TLS: nothing leaves the machine. */
	isOnThisMachine: boolean;
	login?: { user: string; pass: string };
	from: { name: string; address: string };
	/** Nobody holds up the worker: silence of the server, and the whole message. */
	silenceMilliseconds?: number;
	mostMilliseconds?: number;
}

const usualSilence = 10_000;
const usualMost = 30_000;

/**
 * Mail over SMTP. Plain text only: it opens on every phone, loads nothing, hides no address behind a link, and nothing in
 * it has to be escaped. The Message-ID is made of the message's own id, so a repeat after a lost answer is the same mail.
 */
export function createSmtpMessenger(settings: SmtpSettings): Messenger {
	const { host, port, from, login } = settings;
	const silence = settings.silenceMilliseconds ?? usualSilence;
	const transport = createTransport({
		host,
		port,
		secure: settings.isImplicitTls,
		requireTLS: !settings.isImplicitTls && !settings.isOnThisMachine,
		...(login ? { auth: login } : {}),
		dnsTimeout: silence,
		connectionTimeout: silence,
		greetingTimeout: silence,
		socketTimeout: silence,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
	return {
		channel: 'email',
		async send({ id, address, subject, body, createdAt }) {
			// Said a second time: SQL takes no such address, and this is the last place to look.
			if (/[\s,;<>"()[\]\\:\p{Cc}]/u.test(address))
				return fail({ outcome: 'refused', isChannelDown: false, detail: 'address-malformed' });
			try {
				const { response } = await transport.sendMail({
					from,
					to: { name: '', address },
					// Never read off a header.
					envelope: { from: from.address, to: [address] },
					subject: subject.replace(/[\s\p{Cc}]+/gu, ' ').trim(),
					text: body,
					messageId: `<${id}@${domain}>`,
					date: createdAt,
					// No out-of-office answers to a machine.
					headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
					// Silence alone is no bound: a server may answer one letter at a time.
					signal: AbortSignal.timeout(settings.mostMilliseconds ?? usualMost)
				});
				return ok({ providerId: response.slice(0, 200) });
			} catch (cause) {
				return fail(faultOf(cause));
			}
		}
	};
}

/**
 * A "no, never" (5xx) to this recipient or this text ends the message. Anything else, a refused login or sender included,
 * is the office's to mend or passes by itself.
 */
function faultOf(cause: unknown): SendFault {
	const { code, command, responseCode } = cause as {
		code?: string;
		command?: string;
		responseCode?: number;
	};
	const detail = ['smtp', code?.toLowerCase(), responseCode].filter(Boolean).join('-');
	const isAboutIt = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
	if (!isAboutIt || !responseCode || responseCode === 421)
		return { outcome: 'later', isChannelDown: true, detail };
	return { outcome: responseCode >= 500 ? 'refused' : 'later', isChannelDown: false, detail };
}
