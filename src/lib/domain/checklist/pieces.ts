import type { ChecklistItem } from './resolveChecklist.ts';

/** The kinds in which pieces of a paper are counted, in the order of the slips' columns. */
export const COUNT_KINDS = ['originals', 'certified', 'copies'] as const;

/** Pieces of one paper by kind, as typed until they are checked. */
export type Counts = Record<(typeof COUNT_KINDS)[number], string>;

const COUNT = /^\d{1,3}$/;
const ONLINE = 2;

/** True where the desk keeps the paper; any other is looked at and given back, looked up, or electronic. */
export function isKept({ kind }: Pick<ChecklistItem, 'kind'>): boolean {
	return kind !== 'show-original' && kind !== 'electronic' && kind !== 'data-lookup';
}

/** True where the e-form of an online filing (channel 2) builds the paper: nobody hands it in. */
export function isBuilt({ builtByForm }: ChecklistItem, channel: number): boolean {
	return builtByForm === true && channel === ONLINE;
}

/** How many pieces the rule asks to be handed in; 0 of everything that is not kept. */
export function ruledCounts(item: ChecklistItem): Counts {
	const keeps = item.kind === 'submit-original';
	return {
		originals: String(keeps ? item.originals : 0),
		certified: String(item.kind === 'certified-copy' ? item.copies : 0),
		copies: String(keeps || item.kind.startsWith('photocopy') ? item.copies : 0)
	};
}

/** True for three whole numbers from 0 to 999. */
export function areCounts(counts: Counts): boolean {
	return COUNT_KINDS.every((kind) => COUNT.test(counts[kind].trim()));
}

/** The counts as numbers; only after `areCounts`. */
export function toNumbers({ originals, certified, copies }: Counts) {
	return {
		originals: Number(originals),
		certified: Number(certified),
		copies: Number(copies)
	};
}
