import { viRouting } from '$lib/i18n/viRouting';

/** Names as they are read out: "An", "An và Bình", "An, Bình và Cúc". */
export function joinNames(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length < 2 ? last : names.slice(0, -1).join(', ') + viRouting.and + last;
}
