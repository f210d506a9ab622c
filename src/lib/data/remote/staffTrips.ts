import * as z from 'zod/mini';
import type { StaffTrips } from '$lib/data/ports/StaffTrips';
import { LackReport, TripDossier, TripReport, VainVisit } from '$lib/domain/trips/Trips';
import { ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

const Mended = z.object({ visitId: z.string(), undone: z.boolean() });

/** How often people have to come: one call of one SQL function each. */
export function createStaffTrips(call: Call): StaffTrips {
	async function mend(request: Record<string, unknown>) {
		const answer = await call('mend_vain_visit', request, Mended);
		return answer.ok ? ok(null) : answer;
	}

	return {
		noteVain: (request) => call('note_vain_visit', request, VainVisit),
		explainVain: (request) => mend(request),
		undoVain: (request) => mend({ ...request, undo: true }),
		trips: (request) => call('staff_trips', request, TripReport),
		lacks: (period) => call('staff_trips', { ...period, by: 'paper' }, LackReport),
		async dossiers(request) {
			const answer = await call(
				'trip_dossiers',
				request,
				z.object({ dossiers: z.array(TripDossier) })
			);
			return answer.ok ? ok(answer.value.dossiers) : answer;
		}
	};
}
