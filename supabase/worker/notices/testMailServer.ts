import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it arrived: who it was handed in for, its headers and its text, decoded. */
export interface ArrivedMail {
	from: string;
	to: string[];
	raw: string;
	headers: Map<string, string>;
	text: string;
}

/** A real SMTP server on this machine that keeps what it is given. */
export async function startMailServer(more: SMTPServerOptions = {}) {
	const arrived: ArrivedMail[] = [];
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		logger: false,
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const { mailFrom, rcptTo } = session.envelope;
				const from = mailFrom ? mailFrom.address : '';
				const to = rcptTo.map(({ address }) => address);
				arrived.push({ from, to, ...decode(Buffer.concat(chunks).toString('latin1')) });
				done();
			});
		},
		...more
	});
	// A caller that hangs up is what some tests are about.
	server.on('error', () => undefined);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	return {
		arrived,
		port: (server.server.address() as AddressInfo).port,
		close: () => new Promise<void>((closed) => server.close(() => closed()))
	};
}

function decode(raw: string): Pick<ArrivedMail, 'raw' | 'headers' | 'text'> {
	const end = raw.indexOf('\r\n\r\n');
	const lines = raw
		.slice(0, end)
		.replace(/\r\n[ \t]+/g, ' ')
		.split('\r\n');
	const headers = new Map(
		lines.map((line) => {
			const [name = '', ...value] = line.split(':');
			return [name.toLowerCase(), decodeWords(value.join(':').trim())];
		})
	);
	const body = raw.slice(end + 4);
	const bytes =
		headers.get('content-transfer-encoding') === 'base64'
			? Buffer.from(body, 'base64')
			: Buffer.from(unquote(body.replace(/=\r\n/g, '')), 'latin1');
	return { raw, headers, text: bytes.toString('utf8').replace(/\r\n/g, '\n').trim() };
}

/** Encoded words (RFC 2047), of which neighbours belong together. */
function decodeWords(value: string): string {
	return value
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, text: string) =>
			Buffer.from(
				how.toLowerCase() === 'b' ? text : unquote(text.replaceAll('_', ' ')),
				how.toLowerCase() === 'b' ? 'base64' : 'latin1'
			).toString('utf8')
		);
}

function unquote(text: string): string {
	return text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
		String.fromCharCode(parseInt(hex, 16))
	);
}
