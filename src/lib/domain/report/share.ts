/** A share with the numbers it comes from: `percent` in tenths of a percent, as text "52,6". */
export type Share = { part: number; n: number; percent: string };

/**
 * What part of n is, or undefined of nothing: no share of zero is 100 %, nor 0 %. One decimal, but never rounded up to a
 * whole or down to nothing: 1,999 of 2,000 is "99,9", 1 of 2,000 is "0,1".
 */
export function shareOf(part: number, n: number): Share | undefined {
	return n > 0 ? { part, n, percent: percentOf(part / n) } : undefined;
}

/** A ratio (1 = all) in per cent with one decimal, rounded as `shareOf` says: only all is "100,0", only nothing "0,0". */
export function percentOf(ratio: number): string {
	const exact = Math.round(ratio * 1000);
	const tenths =
		ratio === 1 ? 1000 : ratio === 0 ? 0 : Math.min(Math.max(exact, 1), ratio > 1 ? Infinity : 999);
	return (tenths / 10).toFixed(1).replace('.', ',');
}

/** How many more of the same n would have to be among the part to reach `percent` (0–100); 0 when it is reached. */
export function stillNeeded(part: number, n: number, percent: number): number {
	return Math.max(0, Math.ceil((n * percent) / 100 - 1e-9) - part);
}

/** A mean with one decimal, of what `n` made up together; undefined of nothing. */
export function meanOf(sum: number, n: number): number | undefined {
	return n > 0 ? Math.round((10 * sum) / n) / 10 : undefined;
}
