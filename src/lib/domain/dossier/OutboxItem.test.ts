import { describe, expect, it } from 'vitest';
import { aDraft, anId, anItem } from '$lib/testing/builders';
import { successorOf } from './Draft';
import { reopenedDraft } from './OutboxItem';

const fresh = { id: anId(9), secret: 'fresh', updatedAt: '2026-11-24T02:00:00.000Z' };
const earlier = [{ id: anId(7), secret: 'old' }];

describe('a row that is reopened', () => {
	it('was never sent: it is the same draft, worked on last', () =>
		expect(reopenedDraft(anItem(1), fresh)).toEqual(aDraft({ updatedAt: fresh.updatedAt })));
	it.each(['waiting', 'held'] as const)('is on its way (%s): it cannot be', (state) =>
		expect(reopenedDraft(anItem(1, { openSent: true, state }), fresh)).toBeUndefined()
	);
	it('was refused: its successor names it', () => {
		const item = anItem(1, { openSent: true, state: 'quarantined' });
		expect(reopenedDraft(item, fresh)).toEqual(successorOf(aDraft(), fresh));
	});
	it('came after the desk had received the old one: it goes on alone', () => {
		const item = anItem(1, {
			openSent: true,
			state: 'quarantined',
			draft: aDraft({ replaces: earlier }),
			lastError: { kind: 'conflict', key: 'already-received' }
		});
		expect(reopenedDraft(item, fresh)).toEqual({ ...aDraft(), ...fresh });
	});
});
