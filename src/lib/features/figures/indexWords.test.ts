import { describe, expect, test } from 'vitest';
import type { StaffFigures, WeightChange } from '$lib/data/ports/StaffFigures';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { IndexState } from './indexState.svelte';
import {
	countedWords,
	groupWords,
	indexSheet,
	listBehind,
	partWords,
	pointWords,
	ruleSources,
	shareWords
} from './indexWords';
import { indexLineOf, marchIndex } from './testIndex';

const satisfaction = indexLineOf({
	measure: 'satisfaction',
	part: null,
	n: null,
	percent: 33.846,
	parts: [
		{ key: 'overdue', part: 6, n: 13 },
		{ key: 'disliked', part: 1, n: 5 }
	]
});
const nothing = indexLineOf({ part: 0, n: 0, percent: null, because: 'nothing-yet' });

describe('a line of the index in words', () => {
	test.each([
		['counted', indexLineOf(), '7 trên 13 hồ sơ', '53,8 %', 'chưa biết điểm tối đa'],
		['of nothing', nothing, undefined, undefined, 'chưa có số liệu'],
		[
			'with points',
			indexLineOf({ max: 10, points: 5.38, because: null }),
			'7 trên 13 hồ sơ',
			'53,8 %',
			'5,38/10'
		],
		['of two shares', satisfaction, undefined, '33,8 %', 'chưa biết điểm tối đa'],
		[
			'that nothing here can tell',
			indexLineOf({ measure: null, part: null, n: null, percent: null, because: 'no-data' }),
			undefined,
			undefined,
			'không có số liệu ở đây'
		]
	])('%s', (_, line, counted, share, points) => {
		expect([countedWords(line), shareWords(line), pointWords(line)]).toEqual([
			counted,
			share,
			points
		]);
	});

	test('what it consists of, each with its numbers', () => {
		expect(partWords(satisfaction)).toEqual([
			'Hồ sơ giải quyết quá hạn: 46,2 % (6/13)',
			'Trả lời “Không hài lòng”: 20,0 % (1/5)'
		]);
		expect(partWords({ parts: [{ key: 'ask', part: 0, n: 0 }] })).toEqual([]);
	});

	test('leads to its dossiers when it has counted any', () => {
		expect(listBehind(indexLineOf())).toBe('done');
		expect(listBehind(nothing)).toBeUndefined();
		expect(listBehind(indexLineOf({ measure: 'feedback' }))).toBeUndefined();
	});
});

test('a group says why it has no points', () => {
	const [group] = marchIndex.groups;
	if (!group) throw new Error('no group');
	expect(groupWords(group)).toBe(
		'Chưa tính được điểm của nhóm: chưa biết 20 điểm chia cho từng chỉ số thế nào.'
	);
	expect(ruleSources({ lines: [...group.lines, ...group.lines] })).toBe('Bản mô tả công thức');
	expect(groupWords({ ...group, points: 8.5, because: null })).toBe('8,5/20 điểm');
});

test('the sheet has groups and lines, numbers as numbers, and the marks', () => {
	const { heads, rows, widths } = indexSheet(marchIndex);
	expect(heads).toHaveLength(widths.length);
	expect(rows.map((row) => row.length)).toEqual([heads.length, heads.length]);
	expect(rows[0]).toContain('chưa kiểm chứng');
	expect(rows[1]?.slice(2, 6)).toEqual([7, 13, 'hồ sơ', 53.85]);
});

describe('a weight that is written down', () => {
	const change: Omit<WeightChange, 'actionId'> = {
		kind: 'line',
		code: '2.1',
		maxPoints: 10,
		fullAt: 100,
		verified: true,
		source: 'Phụ lục',
		reason: 'Đã đọc',
		expectedVersion: 1
	};
	function stateWith(answers: Result<null>[]) {
		const asked: string[] = [];
		let opened = 0;
		let ids = 0;
		const port = {
			index: () => {
				opened += 1;
				return Promise.resolve(ok(marchIndex));
			},
			saveWeight: ({ actionId }: WeightChange) => {
				asked.push(actionId);
				return Promise.resolve(answers.shift() ?? ok(null));
			}
		} as unknown as StaffFigures;
		const state = new IndexState({
			load: () => Promise.resolve(port),
			watch: (answer) => answer,
			newId: () => `id-${++ids}`
		});
		return { state, asked, opened: () => opened };
	}

	test('is told anew; after a lost answer the same is asked for once more', async () => {
		const { state, asked, opened } = stateWith([fail({ kind: 'offline' })]);
		await state.open(marchIndex);
		expect(await state.save(change)).toBe(false);
		expect([state.refusal?.kind, opened()]).toEqual(['offline', 1]);
		expect(await state.save(change)).toBe(true);
		expect([state.saved, opened(), state.refusal]).toEqual([true, 2, undefined]);
		expect(asked).toEqual(['id-1', 'id-1']);
	});

	test('by somebody else meanwhile is shown', async () => {
		const { state, opened } = stateWith([fail({ kind: 'conflict', key: 'version-stale' })]);
		await state.open(marchIndex);
		expect(await state.save(change)).toBe(false);
		expect([state.refusal?.key, opened(), state.saved]).toEqual(['version-stale', 2, false]);
	});
});
