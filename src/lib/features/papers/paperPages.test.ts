import { describe, expect, it } from 'vitest';
import { PAGE_REFUSALS } from '$lib/data/ports/PagePreparer';
import { vi as texts } from '$lib/i18n/vi';
import { refusalText } from './paperPages.svelte';

describe('what is said of a file that became no page', () => {
	it.each(PAGE_REFUSALS)('%s: what to do now, not only what was wrong', (key) => {
		const words = refusalText({ kind: 'invalid', key });
		expect(words).not.toBe(texts.papers.refusedUnknown);
		expect(words).toMatch(/Hãy |hãy /);
	});
	it('a full phone is told from a phone that stores nothing', () => {
		const full = refusalText({ kind: 'storage', key: 'full' });
		const other = refusalText({ kind: 'storage' });
		expect(full).not.toBe(other);
		for (const words of [full, other]) expect(words).toContain('vẫn còn nguyên');
	});
	it('too many pages, and what nobody foresaw', () => {
		expect(refusalText({ kind: 'invalid', key: 'too-many' })).toContain('60');
		expect(refusalText({ kind: 'unknown' })).toBe(texts.papers.refusedUnknown);
		expect(refusalText({ kind: 'invalid', key: 'new-key' })).toBe(texts.papers.refusedUnknown);
	});
});
