import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

/**
 * What a printed sheet holds: its pages' sizes in millimetres, rounded, the text of each page in the order it was drawn,
 * and all of it together.
 */
export type PrintedSheet = {
	pages: { width: number; height: number }[];
	pageTexts: string[];
	text: string;
};

type Font = { bytesPerCode: number; letters: Map<number, string> };

const MILLIMETRES_PER_POINT = 25.4 / 72;

/**
 * Reads a PDF that Chromium wrote. The text goes through each font's own table back to Unicode, so a letter that was
 * drawn without being the right letter (or copied as nothing) is missed. Throws on a PDF of another make.
 */
export function readPdf(file: Buffer): PrintedSheet {
	const objects = readObjects(file);
	const fonts = new Map<string, Font>();
	for (const { dictionary } of objects.values()) {
		const table = /\/Font\s*<<([^>]*)>>/.exec(dictionary)?.[1] ?? '';
		for (const [, name = '', id = ''] of table.matchAll(/\/(\S+)\s+(\d+)\s+0\s+R/g))
			fonts.set(name, readFont(objects, id));
	}
	const pages = [...objects.values()].filter(({ dictionary }) =>
		/\/Type\s*\/Page\b/.test(dictionary)
	);
	if (pages.length === 0 || fonts.size === 0) throw new Error('not a PDF of the expected make');
	const pageTexts = pages
		.map(({ dictionary }) => /\/Contents\s+(\d+)\s+0\s+R/.exec(dictionary)?.[1] ?? '')
		.map((id) => readText(objects.get(id)?.stream ?? '', fonts).normalize('NFC'));
	return {
		pages: pages.map(({ dictionary }) => {
			const box = /\/MediaBox\s*\[([^\]]*)\]/.exec(dictionary)?.[1]?.trim().split(/\s+/) ?? [];
			const millimetres = (from: number, to: number) =>
				Math.round((Number(box[to]) - Number(box[from])) * MILLIMETRES_PER_POINT);
			return { width: millimetres(0, 2), height: millimetres(1, 3) };
		}),
		pageTexts,
		text: pageTexts.join('\n')
	};
}

function readObjects(file: Buffer) {
	const objects = new Map<string, { dictionary: string; stream: string }>();
	const raw = file.toString('latin1');
	for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\sendobj/g)) {
		const [, id = '', body = ''] = found;
		const [opening = body] = /^[\s\S]*?stream\r?\n/.exec(body) ?? [];
		const dictionary = opening.replace(/stream\r?\n$/, '');
		// By its length and not up to its last line break: that may be a byte of the stream.
		const length = Number(/\/Length\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
		const bytes = Buffer.from(body.slice(opening.length, opening.length + length), 'latin1');
		const isPacked = dictionary.includes('/FlateDecode');
		const stream = isPacked && bytes.length > 0 ? inflateSync(bytes) : bytes;
		objects.set(id, { dictionary, stream: stream.toString('latin1') });
	}
	return objects;
}

function readFont(objects: ReturnType<typeof readObjects>, id: string): Font {
	const { dictionary = '' } = objects.get(id) ?? {};
	const table = objects.get(/\/ToUnicode\s+(\d+)/.exec(dictionary)?.[1] ?? '')?.stream ?? '';
	const letters = new Map<number, string>();
	for (const [, list = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
		for (const [, code = '', letter = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>/g))
			letters.set(parseInt(code, 16), toLetters(letter));
	for (const [, list = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
		for (const [, from = '', to = '', letter = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
			for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1)
				letters.set(code, String.fromCodePoint(parseInt(letter, 16) + code - parseInt(from, 16)));
	return { bytesPerCode: dictionary.includes('/Type0') ? 2 : 1, letters };
}

/** UTF-16 in hexadecimal → text. */
function toLetters(hex: string): string {
	return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function readText(content: string, fonts: Map<string, Font>): string {
	let font: Font | undefined;
	let text = '';
	const marks = /\/(\S+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]+)>|\bET\b/g;
	for (const [mark, name, hex] of content.matchAll(marks)) {
		if (name) font = fonts.get(name);
		else if (!hex) text += mark === 'ET' ? '\n' : '';
		else if (font) {
			const digits = font.bytesPerCode * 2;
			for (let at = 0; at < hex.length; at += digits)
				text += font.letters.get(parseInt(hex.slice(at, at + digits), 16)) ?? '\uFFFD';
		}
	}
	return text;
}

/** With E2E_PICTURES set to a folder, keeps the PDF there, to be looked at by a person. */
export async function keepPdf(file: Buffer, name: string): Promise<void> {
	const folder = process.env.E2E_PICTURES;
	if (folder) await writeFile(join(folder, `${name.replace(/\W+/g, '-')}.pdf`), file);
}
