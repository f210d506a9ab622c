import { ascii, indexOfText, lastIndexOfText } from './bytes.ts';
import { PdfReader, type PdfValue } from './pdfSyntax.ts';
import { SNIFF_BYTES } from './sniffType.ts';

/** Entries of a dictionary by name. */
export type PdfEntries = Map<string, PdfValue>;

/**
 * What can be said of a PDF without showing it. `encryption` are the entries of its encryption dictionary, `undefined`
 * where that cannot be found; `fileId` is the first part of /ID.
 */
export type PdfFile =
	| { state: 'broken' }
	| { state: 'plain' }
	| { state: 'encrypted'; encryption: PdfEntries | undefined; fileId: Uint8Array };

/** Some programs and servers add a few bytes behind the end; more than this means that the real end is missing. */
const MOST_BEHIND_END = 2048;

/**
 * Looks whether a PDF has its beginning and its end and where it says that it is encrypted. Damage in the middle is not
 * looked for. Files whose table of contents is displaced are read all the same, as readers of PDF do.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
	const header = indexOfText(bytes, '%PDF-');
	if (header < 0 || header >= SNIFF_BYTES) return { state: 'broken' };
	const start = findStart(bytes);
	if (start === undefined || isCutShort(bytes, header)) return { state: 'broken' };
	const trailer =
		trailerAt(bytes, start) ?? trailerAt(bytes, start + header) ?? trailerAnywhere(bytes);
	if (!trailer?.has('Root')) return { state: 'broken' };
	const encrypt = trailer.get('Encrypt');
	if (!encrypt || (encrypt.kind === 'word' && encrypt.value === 'null')) return { state: 'plain' };
	return { state: 'encrypted', encryption: resolve(bytes, encrypt), fileId: firstId(trailer) };
}

/** The number behind the last `startxref`, which must stand at the very end of the file. */
function findStart(bytes: Uint8Array): number | undefined {
	let end = bytes.length;
	while (end > 0 && /[\0\t\n\r ]/.test(ascii(bytes, end - 1, end))) end -= 1;
	const at = lastIndexOfText(bytes, 'startxref');
	if (at < 0 || end - at > MOST_BEHIND_END) return undefined;
	const number = /^startxref\s+(\d{1,10})/.exec(ascii(bytes, at, at + 40))?.[1];
	const start = Number(number);
	return number && start > 0 && start < bytes.length ? start : undefined;
}

/** A file made for reading page by page over the net tells its length at its beginning. */
function isCutShort(bytes: Uint8Array, header: number): boolean {
	const beginning = ascii(bytes, header, header + SNIFF_BYTES);
	const length = /\/Linearized\b[^>]*\/L\s+(\d+)/.exec(beginning)?.[1];
	return length !== undefined && Number(length) > bytes.length;
}

/** The trailer of the table at `at`: behind the table's lines, or the dictionary of a cross-reference stream. */
function trailerAt(bytes: Uint8Array, at: number): PdfEntries | undefined {
	const reader = new PdfReader(bytes, at);
	reader.skipSpace();
	const beginning = ascii(bytes, reader.at, reader.at + 32);
	if (beginning.startsWith('xref')) {
		const word = indexOfText(bytes, 'trailer', reader.at);
		return word < 0 ? undefined : entriesAt(bytes, word + 'trailer'.length);
	}
	const object = /^\d+\s+\d+\s+obj/.exec(beginning)?.[0];
	return object ? entriesAt(bytes, reader.at + object.length) : undefined;
}

/** The last trailer of a file whose table does not lie where it should. */
function trailerAnywhere(bytes: Uint8Array): PdfEntries | undefined {
	const word = lastIndexOfText(bytes, 'trailer');
	if (word >= 0) return entriesAt(bytes, word + 'trailer'.length);
	const type = lastIndexOfText(bytes, '/XRef');
	if (type < 0) return undefined;
	const object = lastIndexOfText(bytes.subarray(0, type), ' obj');
	return object < 0 ? undefined : entriesAt(bytes, object + ' obj'.length);
}

function entriesAt(bytes: Uint8Array, at: number): PdfEntries | undefined {
	const value = new PdfReader(bytes, at).read();
	return value?.kind === 'dictionary' ? value.entries : undefined;
}

/** The dictionary itself or the one that is referred to; it never lies in an object stream (ISO 32000-2 §7.5.7). */
function resolve(bytes: Uint8Array, value: PdfValue): PdfEntries | undefined {
	if (value.kind === 'dictionary') return value.entries;
	if (value.kind !== 'reference') return undefined;
	const title = `${value.number} ${value.generation} obj`;
	for (let at = indexOfText(bytes, title); at >= 0; at = indexOfText(bytes, title, at + 1)) {
		const isOtherNumber = at > 0 && /\d/.test(ascii(bytes, at - 1, at));
		const entries = isOtherNumber ? undefined : entriesAt(bytes, at + title.length);
		if (entries) return entries;
	}
	return undefined;
}

function firstId(trailer: PdfEntries): Uint8Array {
	const ids = trailer.get('ID');
	const first = ids?.kind === 'array' ? ids.items[0] : undefined;
	return first?.kind === 'string' ? first.value : new Uint8Array();
}
