/** Between two texts. */
export const SEPARATOR = 229;

/** Three bytes of a code point follow: a letter that neither Vietnamese nor English has. */
const FOREIGN = 230;

/** The letters of one byte each: printable ASCII, then the Vietnamese ones. The order is part of the format. */
const LETTERS = [...asciiLetters(), ...vietnameseLetters()];
const BYTES = new Map(LETTERS.map((letter, byte) => [letter, byte]));

/** A text without control characters as bytes: one per Vietnamese letter. Marks are composed first (NFC). */
export function packLetters(text: string): number[] {
	return [...text.normalize('NFC')].flatMap((letter) => {
		const byte = BYTES.get(letter);
		if (byte !== undefined) return [byte];
		const point = letter.codePointAt(0) ?? 0;
		return [FOREIGN, point >> 16, (point >> 8) & 0xff, point & 0xff];
	});
}

/** The texts between the separators; undefined when the bytes are not of this format. */
export function lettersOf(bytes: readonly number[]): string[] | undefined {
	const texts = [''];
	for (let at = 0; at < bytes.length; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte === SEPARATOR) {
			texts.push('');
			continue;
		}
		let letter = LETTERS[byte];
		if (byte === FOREIGN) {
			const [high = 0xff, middle = 0, low = 0] = bytes.slice(at + 1, at + 4);
			const point = (high << 16) | (middle << 8) | low;
			if (point > 0x10ffff) return undefined;
			letter = String.fromCodePoint(point);
			at += 3;
		}
		if (letter === undefined) return undefined;
		texts.push(`${texts.pop() ?? ''}${letter}`);
	}
	return texts;
}

function asciiLetters(): string[] {
	return Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
}

function vietnameseLetters(): string[] {
	const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
	const small = [...'aăâeêioôơuưy']
		.flatMap((vowel) => tones.map((tone) => `${vowel}${tone}`.normalize('NFC')))
		.filter((letter) => letter > '~')
		.concat('đ');
	return [...small, ...small.map((letter) => letter.toUpperCase())];
}
