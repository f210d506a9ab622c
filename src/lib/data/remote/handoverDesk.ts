import * as z from 'zod/mini';
import type { HandoverDesk } from '$lib/data/ports/HandoverDesk';
import { Handable, Handover } from '$lib/domain/dossier/Handover';
import { ok, type Result } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

const Handovers = z.object({ handovers: z.array(Handover) });

/** The bordereaux' side of the API. */
export function createHandoverDesk(call: Call): HandoverDesk {
	async function list(request: Record<string, unknown>): Promise<Result<Handover[]>> {
		const answer = await call('open_handovers', request, Handovers);
		return answer.ok ? ok(answer.value.handovers) : answer;
	}

	return {
		open: () => list({}),
		handable: () => call('handable_dossiers', {}, Handable),
		async find(id) {
			const answer = await list({ handoverId: id });
			return answer.ok ? ok(answer.value[0]) : answer;
		},
		make: (request) => call('make_handover', request, Handover),
		take: (request) => call('take_handover', request, Handover)
	};
}
