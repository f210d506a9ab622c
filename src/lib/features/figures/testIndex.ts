import type { IndexLine, IndexSheet } from '$lib/domain/report/IndexSheet';

/** A line of the index: 7 of 13 done in time, its most points not known. */
export function indexLineOf(some: Partial<IndexLine> = {}): IndexLine {
	return {
		code: '2.1',
		name: 'Hồ sơ giải quyết đúng hạn',
		rule: 'Số hồ sơ đúng hạn ÷ số hồ sơ đã giải quyết.',
		measure: 'on-time',
		max: null,
		fullAt: null,
		verified: true,
		source: 'Bản mô tả công thức',
		version: 1,
		part: 7,
		n: 13,
		percent: (7 / 13) * 100,
		parts: [],
		points: null,
		because: 'max-unknown',
		...some
	};
}

/** March 2024 of one group, its points from memory. */
export const marchIndex: IndexSheet = {
	from: '2024-03-01',
	to: '2024-03-31',
	judgedAt: '2024-04-01T00:00',
	agency: { id: 'a', name: 'Một cửa xã Bến Đò' },
	agencies: 1,
	weighs: true,
	groups: [
		{
			code: '2',
			name: 'Tiến độ',
			max: 20,
			verified: false,
			source: 'Theo trí nhớ',
			version: 1,
			points: null,
			because: 'split-unknown',
			lines: [indexLineOf()]
		}
	]
};
