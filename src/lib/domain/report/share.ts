/** A share with the numbers it comes from: `percent` in tenths of a percent, as text "52,6". */
export type Share = { part: number; n: number; percent: string };

/**
 * What part of n is, or undefined of nothing: no share of zero is 100 %, nor 0 %. One decimal, but never rounded up to a
 * whole or down to nothing: 1,999 of 2,000 is "99,9", 1 of 2,000 is "0,1".
 */
export function shareOf(part: number, n: number): Share | undefined {
	if (n <= 0) return undefined;
	const exact = Math.round((part / n) * 1000);
	const tenths =
		part === n ? 1000 : part === 0 ? 0 : Math.min(Math.max(exact, 1), part > n ? Infinity : 999);
	return { part, n, percent: (tenths / 10).toFixed(1).replace('.', ',') };
}

/** How many more of the same n would have to be among the part to reach `percent` (0–100); 0 when it is reached. */
export function stillNeeded(part: number, n: number, percent: number): number {
	return Math.max(0, Math.ceil((n * percent) / 100 - 1e-9) - part);
}
