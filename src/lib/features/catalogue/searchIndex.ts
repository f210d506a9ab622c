import type { IndexEntry } from '$lib/domain/catalogue/Snapshot';
import { isCarrier, wordsOf, type Word } from './searchWords';

/** What search reads of a procedure; plain data, so that it may be posted to a worker. */
export type SearchEntry = Pick<
	IndexEntry,
	'code' | 'title' | 'shortTitle' | 'synonyms' | 'result' | 'verification'
>;

/**
 * The catalogue as numbers, so that thousands of procedures are gone through within a keystroke and the whole can be
 * kept: every written word has a number, every saying of a procedure is a row of them.
 */
export type PackedIndex = {
	codes: string[];
	/** The words, by their numbers. */
	texts: string[];
	/** The rows, one behind the other; where each begins; with which one each procedure begins. */
	rows: Uint16Array<ArrayBuffer>;
	rowStarts: Uint32Array<ArrayBuffer>;
	firstRows: Uint32Array<ArrayBuffer>;
	/** 1 = papers and times are known, 0 = only listed. */
	isWorkedOut: Uint8Array<ArrayBuffer>;
};

/** The places of a procedure's first rows; behind them its synonyms. */
export const SHORT_TITLE = 0;
export const TITLE = 1;
export const RESULT = 2;

/** Puts a catalogue into numbers. */
export function packEntries(entries: readonly SearchEntry[]): PackedIndex {
	const numbers = new Map<string, number>();
	/** Pieces between blanks, as they are written: the same few thousand again and again. */
	const pieces = new Map<string, number[]>();
	const rows: number[] = [];
	const rowStarts = [0];
	const firstRows = [0];

	function readPiece(piece: string): number[] {
		const read = wordsOf(piece).map(({ text }) => {
			const number = numbers.get(text) ?? numbers.size;
			numbers.set(text, number);
			return number;
		});
		pieces.set(piece, read);
		return read;
	}

	for (const { shortTitle, title, result, synonyms } of entries) {
		for (const text of [shortTitle, title, result, ...synonyms]) {
			for (const piece of text.split(' '))
				for (const number of pieces.get(piece) ?? readPiece(piece)) rows.push(number);
			rowStarts.push(rows.length);
		}
		firstRows.push(rowStarts.length - 1);
	}
	return {
		codes: entries.map(({ code }) => code),
		texts: [...numbers.keys()],
		rows: new Uint16Array(rows),
		rowStarts: new Uint32Array(rowStarts),
		firstRows: new Uint32Array(firstRows),
		isWorkedOut: Uint8Array.from(entries, ({ verification }) => (verification === 'listed' ? 0 : 1))
	};
}

/** A packed index made ready: its words read, and for each of them the procedures that hold it. */
export type SearchIndex = PackedIndex & {
	words: Word[];
	/** The numbers of the words of the same letters. */
	numbersOf: Map<string, number[]>;
	/** Words that only carry the sentence. */
	isCarrier: Uint8Array;
	/** How seldom a word is, 0–1. */
	rarity: Float32Array;
	/** Procedures by word: those of a word stand from its place in `holderStarts` to the next. */
	holders: Uint16Array;
	holderStarts: Uint32Array;
};

/** Makes a packed index ready for searching. */
export function openIndex(packed: PackedIndex): SearchIndex {
	const words = packed.texts.flatMap((text) => wordsOf(text));
	const numbersOf = new Map<string, number[]>();
	words.forEach(({ plain }, number) => {
		const same = numbersOf.get(plain);
		if (same) same.push(number);
		else numbersOf.set(plain, [number]);
	});
	const { holders, holderStarts } = findHolders(packed);
	const rarity = new Float32Array(words.length);
	for (const numbers of numbersOf.values()) {
		const first = numbers[0] ?? 0;
		const count =
			numbers.length === 1
				? (holderStarts[first + 1] ?? 0) - (holderStarts[first] ?? 0)
				: new Set(
						numbers.flatMap((number) => [
							...holders.subarray(holderStarts[number], holderStarts[number + 1])
						])
					).size;
		for (const number of numbers) rarity[number] = rarityOf(count, packed.codes.length);
	}
	return {
		...packed,
		words,
		numbersOf,
		isCarrier: Uint8Array.from(words, (word) => (isCarrier(word, true) ? 1 : 0)),
		rarity,
		holders,
		holderStarts
	};
}

/** The root: a word of one procedure only must not drown what all others say. */
function rarityOf(count: number, all: number): number {
	return Math.sqrt(Math.log(1 + all / count) / Math.log(1 + all));
}

function findHolders({ texts, rows, rowStarts, firstRows }: PackedIndex) {
	const latest = new Int32Array(texts.length).fill(-1);
	const holderStarts = new Uint32Array(texts.length + 1);
	const eachOnce = (take: (word: number, procedure: number) => void) => {
		latest.fill(-1);
		for (let procedure = 0; procedure < firstRows.length - 1; procedure += 1) {
			const end = rowStarts[firstRows[procedure + 1] ?? 0] ?? 0;
			for (let at = rowStarts[firstRows[procedure] ?? 0] ?? 0; at < end; at += 1) {
				const word = rows[at] ?? 0;
				if (latest[word] === procedure) continue;
				latest[word] = procedure;
				take(word, procedure);
			}
		}
	};
	eachOnce((word) => {
		holderStarts[word + 1] = (holderStarts[word + 1] ?? 0) + 1;
	});
	for (let word = 0; word < texts.length; word += 1)
		holderStarts[word + 1] = (holderStarts[word + 1] ?? 0) + (holderStarts[word] ?? 0);
	const next = holderStarts.slice();
	const holders = new Uint16Array(holderStarts[texts.length] ?? 0);
	eachOnce((word, procedure) => {
		const at = next[word] ?? 0;
		holders[at] = procedure;
		next[word] = at + 1;
	});
	return { holders, holderStarts };
}
