import { describe, expect, it } from 'vitest';
import type { PaperMark } from './Draft';
import { paperStatus } from './paperStatus';

const paper = { id: 'identity', kind: 'show-original' } as const;
const marked = (mark?: PaperMark): { papers: Record<string, PaperMark> } => ({
	papers: mark ? { identity: mark } : {}
});

describe('where a paper stands', () => {
	it.each([
		['nothing marked', undefined, 0, 'missing'],
		['ticked', 'ready', 0, 'ready'],
		['unticked', 'missing', 0, 'missing'],
		['not needed, she says', 'does-not-apply', 0, 'cannot-get'],
		['lost', 'cannot-find', 0, 'cannot-get'],
		['refused by the clinic', 'cannot-obtain', 0, 'cannot-get'],
		['photographed', undefined, 2, 'photographed'],
		['found and photographed after all', 'cannot-find', 1, 'photographed']
	] as const)('%s', (_, mark, pages, status) =>
		expect(paperStatus(paper, marked(mark), pages)).toBe(status)
	);
	it.each([
		{ ...paper, kind: 'data-lookup' as const },
		{ ...paper, builtByForm: true }
	])('nothing to bring, whatever is marked', (item) =>
		expect(paperStatus(item, marked('missing'), 0)).toBe('nothing-to-bring')
	);
});
