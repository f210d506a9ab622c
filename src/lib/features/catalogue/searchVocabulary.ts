import { isCarrier, isFamily, repairsOf, wordsOf, type Word } from './searchWords';

/**
 * A word of a query as it is looked up: what it weighs, how far its spelling is trusted, whether other words typed
 * have marks, whether the catalogue has it (for sure: with these very marks), whether it may still be typed.
 */
export type Asked = Word & {
	weight: number;
	trust: number;
	hasMarks: boolean;
	isKnown: boolean;
	isSure: boolean;
	isOpen: boolean;
};

/** Words that only carry the sentence, and words the catalogue never uses, decide less. */
const CARRIER_WEIGHT = 0.15;
const FAMILY_WEIGHT = 0.5;
const UNKNOWN_WEIGHT = 0.7;

/** All words of a catalogue: reads queries with it. */
export class Vocabulary {
	#size: number;
	/** How many procedures hold a word. */
	#holders = new Map<string, number>();
	#marked = new Set<string>();
	#starts = new Set<string>();
	/** Two words that follow each other somewhere, by what they are when run together ("khaisinh"). */
	#pairs = new Map<string, string[]>();

	/** Takes the phrases of each procedure. */
	constructor(procedures: Iterable<Word[][]>) {
		this.#size = 0;
		for (const phrases of procedures) {
			this.#size += 1;
			for (const plain of new Set(phrases.flat().map((word) => word.plain)))
				this.#holders.set(plain, (this.#holders.get(plain) ?? 0) + 1);
			for (const word of phrases.flat()) this.#marked.add(word.plain + word.marks);
			for (const words of phrases)
				words.forEach(({ plain }, at) => {
					const next = words[at + 1]?.plain;
					if (next) this.#pairs.set(plain + next, [plain, next]);
				});
		}
		for (const plain of this.#holders.keys())
			for (let length = 1; length <= plain.length; length += 1)
				this.#starts.add(plain.slice(0, length));
	}

	has(plain: string): boolean {
		return this.#holders.has(plain);
	}

	/** The words of a query as they can be found: repaired, taken apart, weighed. */
	read(query: string): Asked[] {
		const words = wordsOf(query);
		const hasMarks = words.some((word) => word.marks);
		return words.flatMap((word, at): Asked[] => {
			const isOpen = at === words.length - 1;
			if (this.has(word.plain) || (isOpen && this.#starts.has(word.plain)))
				return [{ ...this.#weigh(word, hasMarks), trust: 1, hasMarks, isOpen }];
			const apart = this.#pairs.get(word.plain);
			if (apart)
				return apart.map((plain) => ({
					...this.#weigh({ plain, marks: '' }, false),
					trust: 0.95,
					hasMarks: false,
					isOpen: false
				}));
			const repaired = isCarrier(word, hasMarks)
				? undefined
				: repairsOf(word.plain).find((plain) => this.has(plain));
			const meant = repaired ? { ...word, plain: repaired } : word;
			return [{ ...this.#weigh(meant, hasMarks), trust: 0.9, hasMarks, isOpen }];
		});
	}

	#weigh(word: Word, hasMarks: boolean) {
		const holders = this.#holders.get(word.plain);
		// The root: a word of one procedure only must not drown what all others say.
		const rarity = holders
			? Math.sqrt(Math.log(1 + this.#size / holders) / Math.log(1 + this.#size))
			: UNKNOWN_WEIGHT;
		const part = isCarrier(word, hasMarks)
			? CARRIER_WEIGHT
			: isFamily(word, hasMarks)
				? FAMILY_WEIGHT
				: 1;
		const isSure = word.marks !== '' && this.#marked.has(word.plain + word.marks);
		return { ...word, weight: rarity * part, isKnown: holders !== undefined, isSure };
	}
}
