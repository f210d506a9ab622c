import { ascii, bytesAt } from './bytes.ts';

/** A value of PDF syntax (ISO 32000-2 §7.3), as far as a trailer and an encryption dictionary need it. */
export type PdfValue =
	| { kind: 'number'; value: number }
	| { kind: 'name'; value: string }
	| { kind: 'string'; value: Uint8Array }
	| { kind: 'reference'; number: number; generation: number }
	| { kind: 'array'; items: PdfValue[] }
	| { kind: 'dictionary'; entries: Map<string, PdfValue> }
	| { kind: 'word'; value: string };

/** How deep arrays and dictionaries may lie in one another; hostile files nest until the stack is full. */
const DEEPEST = 20;
const SPACE = /[\0\t\n\f\r ]/;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads values one after another from `at`; gives undefined where the syntax breaks off. */
export class PdfReader {
	#bytes: Uint8Array;
	at: number;

	constructor(bytes: Uint8Array, at: number) {
		this.#bytes = bytes;
		this.at = at;
	}

	/** The value at the reading place, which moves behind it. */
	read(depth = 0): PdfValue | undefined {
		this.skipSpace();
		if (depth > DEEPEST || this.at >= this.#bytes.length) return undefined;
		if (this.#take('<<')) return this.#readDictionary(depth);
		if (this.#take('<')) return this.#readHexString();
		if (this.#take('(')) return this.#readLiteralString();
		if (this.#take('[')) return this.#readArray(depth);
		if (this.#take('/')) return { kind: 'name', value: this.#readName() };
		return this.#readWord();
	}

	/** Moves over blanks and comments. */
	skipSpace(): void {
		for (; this.at < this.#bytes.length; this.at += 1) {
			const letter = this.#letter();
			if (letter === '%')
				while (this.at < this.#bytes.length && !/[\r\n]/.test(this.#letter())) this.at += 1;
			else if (!SPACE.test(letter)) return;
		}
	}

	#letter(): string {
		return ascii(this.#bytes, this.at, this.at + 1);
	}

	#take(text: string): boolean {
		const isThere = bytesAt(
			this.#bytes,
			this.at,
			[...text].map((letter) => letter.charCodeAt(0))
		);
		if (isThere) this.at += text.length;
		return isThere;
	}

	#readDictionary(depth: number): PdfValue | undefined {
		const entries = new Map<string, PdfValue>();
		for (;;) {
			this.skipSpace();
			if (this.#take('>>')) return { kind: 'dictionary', entries };
			if (!this.#take('/')) return undefined;
			const name = this.#readName();
			const value = this.read(depth + 1);
			if (!value) return undefined;
			entries.set(name, value);
		}
	}

	#readArray(depth: number): PdfValue | undefined {
		const items: PdfValue[] = [];
		for (;;) {
			this.skipSpace();
			if (this.#take(']')) return { kind: 'array', items };
			const value = this.read(depth + 1);
			if (!value) return undefined;
			items.push(value);
		}
	}

	#readName(): string {
		return this.#readRegular().replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
			String.fromCharCode(parseInt(hex, 16))
		);
	}

	#readRegular(): string {
		const start = this.at;
		while (this.at < this.#bytes.length && REGULAR.test(this.#letter())) this.at += 1;
		return ascii(this.#bytes, start, Math.min(this.at, start + 200));
	}

	#readHexString(): PdfValue | undefined {
		const end = this.#bytes.indexOf(0x3e, this.at);
		if (end < 0) return undefined;
		let digits = '';
		for (; this.at < end; this.at += 1)
			if (/[0-9a-f]/i.test(this.#letter())) digits += this.#letter();
		this.at = end + 1;
		const pairs = (digits.length % 2 ? `${digits}0` : digits).match(/../g) ?? [];
		return { kind: 'string', value: Uint8Array.from(pairs, (pair) => parseInt(pair, 16)) };
	}

	#readLiteralString(): PdfValue | undefined {
		const value: number[] = [];
		for (let open = 1; this.at < this.#bytes.length;) {
			const byte = this.#bytes[this.at] ?? 0;
			this.at += 1;
			if (byte === 0x5c) value.push(...this.#readEscape());
			else {
				if (byte === 0x28) open += 1;
				if (byte === 0x29) open -= 1;
				if (open === 0) return { kind: 'string', value: Uint8Array.from(value) };
				value.push(byte);
			}
		}
		return undefined;
	}

	/** What stands behind a backslash: a letter for a control character, octal digits, or a line end to be ignored. */
	#readEscape(): number[] {
		const octal = /^[0-7]{1,3}/.exec(ascii(this.#bytes, this.at, this.at + 3))?.[0];
		if (octal) {
			this.at += octal.length;
			return [parseInt(octal, 8) & 0xff];
		}
		if (this.#take('\r\n') || this.#take('\n') || this.#take('\r')) return [];
		const letter = this.#letter();
		this.at += 1;
		const control = { n: 10, r: 13, t: 9, b: 8, f: 12 }[letter];
		return [control ?? letter.charCodeAt(0)];
	}

	/** A number, a reference such as `12 0 R`, or a word such as `true`. */
	#readWord(): PdfValue | undefined {
		const word = this.#readRegular();
		if (!word) return undefined;
		if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'word', value: word };
		const number = Number(word);
		const rest = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![A-Za-z0-9])/.exec(
			ascii(this.#bytes, this.at, this.at + 24)
		);
		if (!rest || !Number.isInteger(number)) return { kind: 'number', value: number };
		this.at += rest[0].length;
		return { kind: 'reference', number, generation: Number(rest[1]) };
	}
}
