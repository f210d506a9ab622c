import { createHash } from 'node:crypto';

/** A stream of chance that a seed repeats exactly: the same seed and the same questions give the same answers. */
export interface Random {
	/** From 0 (included) to 1 (excluded). */
	next(): number;
	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number;
	/** True once in `1 / share` times. */
	chance(share: number): boolean;
	/** One of the list; the list must not be empty. */
	pick<T>(list: readonly T[]): T;
	/** One of the list, each as likely as its weight says; the list must not be empty. */
	pickWeighted<T>(list: readonly T[], weightOf: (one: T) => number): T;
	/** The list in another order; the list itself stays. */
	shuffle<T>(list: readonly T[]): T[];
}

/** The stream of a seed (mulberry32 over the first 32 bits of its SHA-256). */
export function createRandom(seed: string): Random {
	let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	const pick = <T>(list: readonly T[]): T => {
		const one = list[whole(0, list.length - 1)];
		if (one === undefined) throw new RangeError('nothing to pick from');
		return one;
	};
	return {
		next,
		whole,
		pick,
		chance: (share) => next() < share,
		pickWeighted(list, weightOf) {
			let left = next() * list.reduce((sum, one) => sum + weightOf(one), 0);
			return list.find((one) => (left -= weightOf(one)) < 0) ?? pick(list);
		},
		shuffle(list) {
			const mixed = list.map((one) => ({ one, key: next() }));
			return mixed.sort((a, b) => a.key - b.key).map(({ one }) => one);
		}
	};
}

/** The UUID (version 4 in form) that a text always has: `uuidOf('seed', 'dossier 7')`. */
export function uuidOf(...parts: string[]): string {
	const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
	const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4];
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}
