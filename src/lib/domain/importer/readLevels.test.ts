import { describe, expect, it } from 'vitest';
import { findNearest, readLevels } from './readLevels.ts';

describe('levels', () => {
	it.each<[string, string[], string | undefined]>([
		['Cấp xã', ['commune'], 'commune'],
		['Cấp Xã', ['commune'], 'commune'],
		['Cấp tỉnh, Cấp xã', ['province', 'commune'], 'commune'],
		['Cấp xã, Cấp tỉnh', ['commune', 'province'], 'commune'],
		['Cấp bộ, Cơ quan khác', ['ministry', 'other'], 'ministry'],
		['UBND phường', ['commune'], 'commune'],
		['', [], undefined]
	])('%j', (text, levels, nearest) => {
		expect(readLevels(text).levels).toEqual(levels);
		expect(findNearest(readLevels(text).levels)).toBe(nearest);
	});
	it('that no longer exist are left over', () =>
		expect(readLevels('Cấp huyện, Cấp xã')).toEqual({
			levels: ['commune'],
			unknown: ['Cấp huyện']
		}));
});
