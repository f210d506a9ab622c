/** The whole number in what is typed ("75.000 đồng"): undefined for nothing, null for what is none or out of bounds. */
export function readWhole(text: string, least: number, most: number): number | undefined | null {
	const typed = text.replace(/\s/g, '').replace(/(đồng|vnđ|vnd|đ)$/i, '');
	if (typed === '') return undefined;
	// Dots stand between groups of three; "1.5" is no whole number.
	if (!/^-?(\d{1,3}(\.\d{3})+|\d{1,10})$/.test(typed)) return null;
	const number = Number(typed.replaceAll('.', ''));
	return number >= least && number <= most ? number : null;
}

/** A number as it stands in its box: in groups of three once nobody can take it for a year. */
export function sayWhole(value: number): string {
	return Math.abs(value) < 10_000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
