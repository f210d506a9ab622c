const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{3})+|\d+)`;
const DONG = new RegExp(
	String.raw`${NUMBER}\s*(?:vnđ|vnd|việt nam đồng|đồng|đ(?=[/\s).,;]|$))`,
	'giu'
);
const LARGE = /(\d+(?:[.,]\d+)?)\s*(triệu|nghìn|ngàn)(?:\s*đồng)?/giu;

/** Less than this is no fee an office asks: the source has lost its zeros. */
export const LEAST_FEE = 1000;

/** "500,000", "2.000" and "300" as whole đồng; anything else (decimals, empty) is undefined. */
export function findAmount(text: string): number | undefined {
	const plain = text.trim();
	if (/^\d{1,3}([.,]\d{3})+$/.test(plain)) return Number(plain.replace(/[.,]/g, ''));
	return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined;
}

/** All amounts of đồng a text names, each once: "100.000 đồng/lần", "02 triệu đồng". */
export function amountsOf(text: string): number[] {
	const plain = [...text.matchAll(DONG)].flatMap(([, digits = '']) => findAmount(digits) ?? []);
	const large = [...text.matchAll(LARGE)].map(
		([, digits = '', word = '']) =>
			Number(digits.replace(',', '.')) * (/triệu/iu.test(word) ? 1_000_000 : 1000)
	);
	return [...new Set([...plain, ...large].map(Math.round))].filter((amount) => amount > 0);
}

/** What one amount is for, when the text says so right behind it: "30.000 đồng/hồ sơ" → "hồ sơ". */
export function findPer(text: string, amount: number): string | undefined {
	const [, per] =
		new RegExp(
			String.raw`${NUMBER}\s*(?:vnđ|vnd|việt nam đồng|đồng|đ|triệu đồng|triệu)?\s*/\s*(?:0?1\s*)?([\p{L}][\p{L} ]{1,24})`,
			'iu'
		)
			.exec(text)
			?.slice(1) ?? [];
	return per !== undefined && amountsOf(text).includes(amount) ? per.trim() : undefined;
}
