import * as z from 'zod/mini';
import type { DeskRouting } from '$lib/data/ports/DeskRouting';
import { ok, type Result } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

const Presence = z.object({ version: z.int(), others: z.array(z.string()) });

/** The calls of the panel "where the dossier lies", one SQL function each. */
export function createDeskRouting(call: Call): DeskRouting {
	/** What was asked is done; what the answer says more stands in the dossier that is read anew. */
	async function act(name: string, request: Record<string, unknown>): Promise<Result<null>> {
		const answer = await call(name, request, z.unknown());
		return answer.ok ? ok(null) : answer;
	}

	return {
		assign: (request) => act('assign_dossier', request),
		pass: (request) => act('pass_dossier', request),
		move: (request) => act('move_dossier', request),
		consult: (request) => act('consult_agency', request),
		closeConsultation: (request) => act('close_consultation', request),
		addParts: (request) => act('add_parts', request),
		finishStage: (request) => act('finish_stage', request),
		stepPart: (request) => act('step_part', request),
		copyExternal: (request) => act('copy_external', request),
		note: (request) => act('note_dossier', request),
		notePresence: (dossierId) => call('note_presence', { dossierId }, Presence)
	};
}
