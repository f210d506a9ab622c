import { describe, expect, it } from 'vitest';
import type { Progress } from './Receipt.ts';
import { findPost, resultVersions } from './ownLater.ts';

const file = {
	fileId: 'f1',
	name: 'a.pdf',
	type: 'application/pdf' as const,
	size: 1,
	sha256: '',
	releasedAt: '2026-11-23T02:00:00+00:00',
	correction: null
};
const newer = { ...file, fileId: 'f2', releasedAt: '2026-11-25T02:00:00+00:00', correction: 'Sai' };
const onPaper = {
	at: '2026-11-24T02:00:00.5+00:00',
	reason: 'Sai ngày sinh',
	number: '12/KS',
	fileId: null
};
const withFile = { at: newer.releasedAt, reason: 'Sai', number: '13/KS', fileId: 'f2' };

function told(own: Record<string, unknown>): NonNullable<Progress['own']> {
	return { supplements: [], refusal: null, result: null, ...own };
}

describe('the post', () => {
	const posted = {
		address: 'Thôn Hạ',
		number: 'EE1VN',
		carrier: 'Bưu điện',
		at: '',
		originals: []
	};

	it.each([
		[undefined, undefined],
		[null, undefined],
		[{ number: 5 }, undefined],
		[{ address: 'Thôn Hạ' }, { address: 'Thôn Hạ' }],
		[posted, posted]
	])('%j', (post, known) => expect(findPost(told({ post }))).toEqual(known));
});

describe('versions of a result, the newest first', () => {
	const shortly = (own: Record<string, unknown>) =>
		resultVersions(told(own)).map(({ why, number, file: shown }) => [why, number, shown?.fileId]);

	it.each([
		['none', {}, []],
		[
			'an older server',
			{ results: [file, newer] },
			[
				['Sai', null, 'f2'],
				[null, null, 'f1']
			]
		],
		['a damaged list', { results: [file], corrections: [5] }, [[null, null, 'f1']]],
		[
			'a correction on paper after a file',
			{ results: [file], corrections: [onPaper] },
			[
				['Sai ngày sinh', '12/KS', undefined],
				[null, null, 'f1']
			]
		],
		['nothing but paper', { corrections: [onPaper] }, [['Sai ngày sinh', '12/KS', undefined]]],
		[
			'paper, then a file with a number',
			{ results: [file, newer], corrections: [onPaper, withFile] },
			[
				['Sai', '13/KS', 'f2'],
				['Sai ngày sinh', '12/KS', undefined],
				[null, null, 'f1']
			]
		]
	])('%s', (_case, own, versions) => expect(shortly(own)).toEqual(versions));
});
