import type { Fee } from '$lib/domain/catalogue/Fee';
import type { Channel } from '$lib/domain/catalogue/Procedure';
import type { Requirement } from '$lib/domain/catalogue/Requirement';
import { formatMoney } from '$lib/i18n/format';
import { vi } from '$lib/i18n/vi';

/** A time limit in words; null = the source states none. */
export function limitText(limit: Channel['limit']): string {
	if (!limit) return vi.limit.unknown;
	return limit.unit === 'same-day' ? vi.limit['same-day'] : vi.limit[limit.unit](limit.value);
}

/** A fee in words. "Theo HĐND tỉnh" is never shown as nothing to pay. */
export function feeText(fee: Fee): string {
	if (fee.kind === 'amount' && fee.amount !== undefined)
		return [
			vi.fee.amount(formatMoney(fee.amount), fee.per),
			...(fee.tiers ?? []).map((tier) =>
				vi.fee.tier(tier.from, fee.per ?? '', formatMoney(tier.amount))
			),
			...(fee.most ? [vi.fee.most(formatMoney(fee.most.amount), fee.most.per)] : [])
		].join(', ');
	return fee.kind === 'free'
		? vi.fee.free
		: fee.kind === 'province'
			? vi.fee.province
			: vi.fee.unknown;
}

/** Short remarks one after another, each ended once. */
export function sentences(...parts: (string | undefined)[]): string {
	return parts
		.flatMap((part) => part || [])
		.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
		.join(' ');
}

/** What to do with a paper: hand in, show, nothing. */
export function handlingText(
	paper: Pick<Requirement, 'kind' | 'originals' | 'copies' | 'builtByForm'>
): string {
	if (paper.builtByForm) return vi.builtByForm;
	if (paper.kind === 'submit-original')
		return vi.kind[paper.kind](Math.max(paper.originals, 1), paper.copies);
	return vi.kind[paper.kind](Math.max(paper.copies, 1));
}
