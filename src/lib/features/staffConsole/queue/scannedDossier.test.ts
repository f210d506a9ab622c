import { expect, test } from 'vitest';
import type { QueueGroup, QueuePage } from '$lib/domain/dossier/StaffDossier';
import { fail, ok } from '$lib/domain/shared/Result';
import { findScanned } from './scannedDossier';
import { aRow } from './testRow';

/** A desk whose groups hold these dossiers for the code that is searched. */
function deskWith(found: Partial<Record<QueueGroup, string[]>>) {
	const elsewhere = Object.fromEntries(
		Object.entries(found).map(([group, ids]) => [group, ids.length])
	);
	return {
		queue: async ({ group }: { group: QueueGroup }) => {
			const rows = (found[group] ?? []).map((id) => aRow({ id }));
			const page = { rows, more: false, counts: {}, ...(rows.length > 0 ? {} : { elsewhere }) };
			return ok(page as unknown as QueuePage);
		}
	};
}

test.each([
	['in the group on screen', { new: ['a'] }, 'a'],
	['in another group', { waiting: ['a'] }, 'a'],
	['once, though in two groups', { working: ['a'], late: ['a'] }, 'a'],
	['not at all', {}, undefined],
	['more than one here', { new: ['a', 'b'] }, undefined],
	['more than one elsewhere', { working: ['a'], ready: ['b'] }, undefined]
])('%s', async (_, found, id) => {
	expect(await findScanned(deskWith(found), 'new', 'H99.01-261126-0001')).toBe(id);
});

test('without an answer nothing is opened', async () => {
	const desk = { queue: async () => fail({ kind: 'offline' as const }) };
	expect(await findScanned(desk, 'new', 'H99.01-261126-0001')).toBeUndefined();
});
