import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ENCRYPTED_KINDS, encryptionText, pdfOf, type PdfOptions } from '$lib/testing/pdfs';
import { readPdf } from './pdf';
import { opensWithoutPassword, type PdfHashes } from './pdfLock';
import { PdfReader } from './pdfSyntax';

const hashOf = (name: string) => (bytes: Uint8Array) =>
	new Uint8Array(createHash(name).update(bytes).digest());

const hashes: PdfHashes = {
	md5: hashOf('md5'),
	sha256: hashOf('sha256'),
	sha384: hashOf('sha384'),
	sha512: hashOf('sha512'),
	async aesCbc(key, iv, bytes) {
		const cipher = createCipheriv('aes-128-cbc', key, iv).setAutoPadding(false);
		return new Uint8Array(Buffer.concat([cipher.update(bytes), cipher.final()]));
	}
};

describe('whether a PDF has its beginning and its end', () => {
	test.each<[string, PdfOptions]>([
		['a table', {}],
		['a stream instead of a table', { isStream: true }],
		['blanks behind the end', { behind: '\0\0\r\n\n' }],
		['a few bytes behind the end', { behind: '<!-- served by -->' }],
		['bytes before the header', { before: 'junk\n'.repeat(100) }],
		['a displaced table', { displaced: -30 }],
		['a displaced stream', { displaced: -30, isStream: true }],
		['made for the net', { linearizedLength: 300 }]
	])('yes: %s', (_, options) => {
		expect(readPdf(pdfOf(options)).state).toBe('plain');
	});

	test.each<[string, PdfOptions]>([
		['no header', { before: ' '.repeat(2000) }],
		['the table lies behind the end', { displaced: 5000 }],
		['much behind the end', { behind: 'x'.repeat(3000) }],
		['made for the net and cut', { linearizedLength: 40_000 }]
	])('no: %s', (_, options) => {
		expect(readPdf(pdfOf(options)).state).toBe('broken');
	});

	test('cut anywhere before its last lines', () => {
		const pdf = pdfOf();
		const last = pdf.length - 'startxref\n000\n%%EOF\n'.length;
		for (let length = 0; length <= last; length += 1)
			expect(readPdf(pdf.slice(0, length)).state, `${length} bytes`).toBe('broken');
	});
});

describe('whether an encrypted PDF opens without a password', () => {
	async function opens(options: PdfOptions): Promise<boolean> {
		const pdf = readPdf(pdfOf(options));
		if (pdf.state !== 'encrypted' || !pdf.encryption) throw new Error(`it is ${pdf.state}`);
		return opensWithoutPassword(pdf.encryption, pdf.fileId, hashes);
	}

	const ofOtherHandler = (handler: string) =>
		encryptionText({ kind: 'RC4, 128 bits (revision 3)', isLocked: false }).replace(
			'/Standard',
			handler
		);

	test.each(ENCRYPTED_KINDS)('%s', async (kind) => {
		expect(await opens({ encryption: { kind, isLocked: false } })).toBe(true);
		expect(await opens({ encryption: { kind, isLocked: false }, isStream: true })).toBe(true);
		expect(await opens({ encryption: { kind, isLocked: true } })).toBe(false);
	});

	test.each([
		['by a certificate', ofOtherHandler('/Adobe.PubSec')],
		['by a revision that is not known', '/Filter /Standard /V 6 /R 7 /U <00>'],
		[
			'by a hash of nothing',
			`/Filter /Standard /V 5 /R 5 /U <${createHash('sha256').digest('hex')}>`
		],
		['without any proof', '/Filter /Standard /V 5 /R 6'],
		['with an empty proof', '/Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <> /U <>']
	])('not one that is locked %s', async (_, encryptionText) => {
		expect(await opens({ encryptionText })).toBe(false);
	});

	test('an entry that cannot be found leaves nothing to judge', () => {
		const text = encryptionText({ kind: ENCRYPTED_KINDS[0]!, isLocked: false });
		const pdf = readPdf(pdfOf({ encryptionText: text.replace('/Filter', '/Filter (') }));
		expect(pdf).toMatchObject({ state: 'encrypted', encryption: undefined });
	});
});

describe('the syntax of PDF', () => {
	const read = (text: string) => new PdfReader(Buffer.from(text, 'latin1'), 0).read();
	const string = (...value: number[]) => ({ kind: 'string', value: Uint8Array.from(value) });

	test.each([
		['(a(b)c)', string(97, 40, 98, 41, 99)],
		['(\\101\\n\\)\\\\\\\nb)', string(65, 10, 41, 92, 98)],
		['<4 1 42 5>', string(0x41, 0x42, 0x50)],
		['/A#20B', { kind: 'name', value: 'A B' }],
		['% words\n-4', { kind: 'number', value: -4 }],
		['12 0 R', { kind: 'reference', number: 12, generation: 0 }],
		['true', { kind: 'word', value: 'true' }]
	])('%j', (text, value) => {
		expect(read(text)).toEqual(value);
	});

	test('12 0 are two numbers when no R follows', () => {
		expect(read('[12 0 /R]')).toMatchObject({
			items: [{ value: 12 }, { value: 0 }, { value: 'R' }]
		});
	});

	test.each(['(never closed', '<41', '[1 2', '<< /A 1', '<< 1 2 >>', '['.repeat(100_000), ''])(
		'nothing where it breaks off: %#',
		(text) => {
			expect(read(text)).toBeUndefined();
		}
	);
});
