import { expect, test } from 'vitest';
import { findNextRow } from './nextRow';

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test.each([
	['the row below', 'a', 0, 'b'],
	['from the last one back to the one before', 'c', 2, 'b'],
	['gone: the row in its place', 'gone', 1, 'b'],
	['gone from the end: the last one', 'gone', 3, 'c'],
	['never in the list: the first', 'other', 0, 'a']
])('%s', (_, id, at, next) => {
	expect(findNextRow(rows, id, at)?.id).toBe(next);
});

test('nothing else is left', () => {
	expect(findNextRow([{ id: 'a' }], 'a', 0)).toBeUndefined();
	expect(findNextRow([], 'a', 0)).toBeUndefined();
});
