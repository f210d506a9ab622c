import { describe, expect, it } from 'vitest';
import { filtersOf, groupOf, queueHref } from './queueLinks';

/** What an address says again, once it was opened. */
function read(href: string) {
	const query = new URL(href, 'https://motcua.test').searchParams;
	return {
		group: groupOf(query.get('nhom'), { roles: [] }),
		filters: filtersOf(query.get('viec'), query.get('cach'))
	};
}

describe('the address of a list', () => {
	it.each([
		['new', { whose: 'all', channel: 2 }, '/can-bo?nhom=moi-nop&cach=truc-tuyen'],
		['late', { whose: 'mine' }, '/can-bo?nhom=qua-han&viec=cua-toi'],
		['ended', { whose: 'department', channel: 3 }, undefined],
		['ready', { whose: 'all', channel: 1 }, undefined]
	] as const)('keeps the group %s with %o', (group, filters, href) => {
		if (href) expect(queueHref(group, filters)).toBe(href);
		expect(read(queueHref(group, filters))).toEqual({ group, filters });
	});

	it('shows all I may see when nothing or nonsense is asked for', () => {
		expect(filtersOf(null, null)).toEqual({ whose: 'all' });
		expect(filtersOf('x', 'toString')).toEqual({ whose: 'all' });
	});
});
