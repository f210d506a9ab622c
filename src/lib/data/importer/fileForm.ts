/** A larger file is no list of an office; reading it would only use up the memory of the computer. */
export const MOST_BYTES = 40 * 1024 * 1024;

/** The form of a file by its first bytes, then by its name. */
export function formOf(
	name: string,
	bytes: Uint8Array
): 'json' | 'csv' | 'xlsx' | 'xls' | undefined {
	const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1];
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'xls';
	if (ending === 'xlsx' || ending === 'xls') return ending;
	if (ending === 'json') return 'json';
	return ending === 'csv' || ending === 'tsv' || ending === 'txt' ? 'csv' : undefined;
}

/** UTF-8, or the UTF-16 that "Unicode text" of a spreadsheet is, told by its mark. */
export function textOf(bytes: Uint8Array): string {
	const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
	return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}
