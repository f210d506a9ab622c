import { describe, expect, it } from 'vitest';
import type { ChecklistItem } from './resolveChecklist.ts';
import { areCounts, isBuilt, isKept, ruledCounts, toNumbers } from './pieces.ts';

function item(kind: ChecklistItem['kind'], more: Partial<ChecklistItem> = {}): ChecklistItem {
	return {
		id: 'giay',
		paper: 'giay',
		name: 'Giấy',
		kind,
		originals: 2,
		copies: 3,
		maybe: false,
		...more
	} as ChecklistItem;
}

describe('what the rule asks to be handed in', () => {
	it.each([
		['submit-original', true, ['2', '0', '3']],
		['certified-copy', true, ['0', '3', '0']],
		['photocopy-with-original', true, ['0', '0', '3']],
		['photocopy', true, ['0', '0', '3']],
		['show-original', false, ['0', '0', '0']],
		['data-lookup', false, ['0', '0', '0']],
		['electronic', false, ['0', '0', '0']]
	] as const)('%s', (kind, kept, [originals, certified, copies]) => {
		expect(isKept({ kind })).toBe(kept);
		expect(ruledCounts(item(kind))).toEqual({ originals, certified, copies });
	});

	it.each([
		[true, 2, true],
		[true, 1, false],
		[true, 3, false],
		[undefined, 2, false]
	])('a paper of the e-form (%s) by channel %i', (builtByForm, channel, expected) => {
		expect(isBuilt(item('submit-original', { builtByForm }), channel)).toBe(expected);
	});
});

describe('typed counts', () => {
	it.each([
		['0', true],
		[' 12 ', true],
		['999', true],
		['1000', false],
		['', false],
		['-1', false],
		['1,5', false],
		['một', false]
	])('%j', (text, expected) => {
		expect(areCounts({ originals: '1', certified: '0', copies: text })).toBe(expected);
	});

	it('are numbers afterwards', () => {
		expect(toNumbers({ originals: ' 1', certified: '0', copies: '12' })).toEqual({
			originals: 1,
			certified: 0,
			copies: 12
		});
	});
});
