import { describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';
import { createDeskRouting } from './deskRouting';

const request = { actionId: 'a', dossierId: 'd', expectedVersion: 3 };

function aServer(answer: unknown) {
	const asked: [string, unknown][] = [];
	const call: Call = async (name, sent, schema) => {
		asked.push([name, sent]);
		const read = schema.safeParse(answer);
		return read.success ? ok(read.data) : fail({ kind: 'offline' });
	};
	return { asked, routing: createDeskRouting(call) };
}

describe('the calls about where a dossier lies', () => {
	it('send what was asked to the function of that name', async () => {
		const { asked, routing } = aServer({ waitId: 'w' });
		const content = { agency: 'Công an xã', question: 'Có cư trú không?', until: '2026-12-03' };
		expect(await routing.consult({ ...request, ...content })).toEqual(ok(null));
		expect(asked).toEqual([['consult_agency', { ...request, ...content }]]);
	});

	it('tell who else has it open', async () => {
		const { asked, routing } = aServer({ version: 4, others: ['Lê Thị Lan'] });
		expect(await routing.notePresence('d')).toEqual(ok({ version: 4, others: ['Lê Thị Lan'] }));
		expect(asked).toEqual([['note_presence', { dossierId: 'd' }]]);
	});

	it('take no answer that they cannot read for presence', async () => {
		const { routing } = aServer({ others: 3 });
		expect((await routing.notePresence('d')).ok).toBe(false);
	});
});
