import { expect, it } from 'vitest';
import { ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';
import { createStaffTrips } from './staffTrips';

/** Trips over a server that answers as told; what is asked is written down. */
function theTrips(answer: unknown) {
	const asked: unknown[] = [];
	const call: Call = async (name, request, schema) => {
		asked.push([name, request]);
		return ok(schema.parse(answer));
	};
	return { trips: createStaffTrips(call), asked };
}

const line = {
	key: 'k',
	name: 'n',
	dossiers: 1,
	visits: 2,
	secondTrips: 1,
	withSecondTrip: 1,
	contacts: 2,
	rounds: 0,
	causes: { pickUp: 1, supplement: 0, inVain: 0, other: 0 }
};
const period = { from: '2026-01-01', to: '2026-02-01' };

it('notes, explains and takes back', async () => {
	const noted = theTrips({ visitId: 'a', at: '2026-11-26T09:00' });
	expect(await noted.trips.noteVain({ actionId: 'a', dossierId: 'd' })).toEqual(
		ok({ visitId: 'a', at: '2026-11-26T09:00' })
	);
	expect(noted.asked).toEqual([['note_vain_visit', { actionId: 'a', dossierId: 'd' }]]);
	const mended = theTrips({ visitId: 'a', undone: false });
	const why = { actionId: 'b', visitId: 'a', reason: 'lacks-paper' as const, papers: ['x'] };
	expect(await mended.trips.explainVain(why)).toEqual(ok(null));
	expect(await mended.trips.undoVain({ actionId: 'c', visitId: 'a' })).toEqual(ok(null));
	expect(mended.asked).toEqual([
		['mend_vain_visit', why],
		['mend_vain_visit', { actionId: 'c', visitId: 'a', undo: true }]
	]);
});

it('reads the figures by procedure and by paper', async () => {
	const head = { total: line, sittings: 2, reasons: { unsaid: 1 } };
	const byProcedure = theTrips({ ...head, lines: [line] });
	expect(await byProcedure.trips.trips({ ...period, by: 'procedure' })).toEqual(
		ok({ ...head, lines: [line] })
	);
	const lack = {
		procedureCode: '1.001193',
		procedure: 'Khai sinh',
		requirementId: 'x',
		name: 'Giấy',
		cases: 4,
		lacking: 3,
		missing: 1,
		wrong: 1,
		inVain: 1
	};
	const byPaper = theTrips({ ...head, lines: [lack] });
	expect(await byPaper.trips.lacks(period)).toEqual(ok({ ...head, lines: [lack] }));
	expect(byPaper.asked).toEqual([['staff_trips', { ...period, by: 'paper' }]]);
	const dossiers = [{ id: 'i', code: null, visits: 2, secondTrips: 1, rounds: 0 }];
	expect(
		await theTrips({ dossiers }).trips.dossiers({ ...period, procedureCode: '1.001193' })
	).toEqual(ok(dossiers));
});
