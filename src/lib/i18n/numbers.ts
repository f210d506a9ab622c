/** A number as people write it: "2.150". */
export function formatNumber(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** With one decimal: "1,3". */
export function formatDecimal(value: number): string {
	return value.toFixed(1).replace('.', ',');
}

/** Percent as people write it: "5 %", "5,5 %". */
export function formatPercent(percent: number): string {
	return `${String(percent).replace('.', ',')} %`;
}

/** A share with what it comes from, always: "52,6 % (1.130/2.150)"; of nothing: "chưa có hồ sơ nào". */
export function formatShare(
	share: { part: number; n: number; percent: string } | undefined
): string {
	if (!share) return 'chưa có hồ sơ nào';
	return `${share.percent} % (${formatNumber(share.part)}/${formatNumber(share.n)})`;
}
