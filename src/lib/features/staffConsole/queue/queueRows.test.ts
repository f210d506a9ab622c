import { describe, expect, it } from 'vitest';
import { placePage } from './queueRows';
import { aRow } from './testRow';

const row = (id: string, subject = '') => aRow({ id, sortAt: `2026-11-${id}`, subject });
const list = (...ids: string[]) => ids.map((id) => row(id));
const ids = (rows: { id: string }[]) => rows.map((each) => each.id);

describe('placePage', () => {
	const cases = [
		['adds a page at the end', ['01', '02'], 2, ['03'], true, false, ['01', '02', '03']],
		[
			'replaces what the page covers',
			['01', '02', '05'],
			0,
			['01', '03'],
			true,
			false,
			['01', '03', '05']
		],
		['keeps what lies beyond', ['01', '02', '03'], 0, ['01'], true, false, ['01', '02', '03']],
		['drops what lies beyond the end', ['01', '02', '03'], 0, ['01'], false, false, ['01']],
		[
			'shows what moved up once',
			['01', '02', '03', '04'],
			0,
			['01', '04'],
			true,
			false,
			['01', '04']
		],
		[
			'shows what moved down once',
			['01', '02', '03'],
			2,
			['03', '01'],
			false,
			false,
			['02', '03', '01']
		],
		['empties', ['01'], 0, [], false, false, []],
		['walks backwards', ['09', '08', '05'], 0, ['09', '07'], true, true, ['09', '07', '05']]
	] as const;
	it.each(cases)('%s', (_name, old, at, fresh, more, latestFirst, expected) => {
		const answer = { rows: list(...fresh), more };
		expect(ids(placePage(list(...old), at, answer, latestFirst))).toEqual(expected);
	});

	it('keeps the very row that says the same, and replaces one that does not', () => {
		const old = list('01', '02');
		const placed = placePage(old, 0, { rows: [row('01'), row('02', 'khác')], more: false }, false);
		expect(placed[0]).toBe(old[0]);
		expect(placed[1]?.subject).toBe('khác');
	});

	it('compares the ids of one moment', () => {
		const at = (id: string) => aRow({ id, sortAt: 'same' });
		const rows = placePage([at('a'), at('b'), at('c')], 0, { rows: [at('b')], more: true }, false);
		expect(ids(rows)).toEqual(['b', 'c']);
	});
});
