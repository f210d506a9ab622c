import * as z from 'zod/mini';
import type { StaffCuts } from '$lib/data/ports/StaffCuts';
import { CutChoices, CutDecided, CutRegister } from '$lib/domain/simplification/CutProposal';
import { ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

const Proposed = z.object({ proposalId: z.string() });

/** The register of cuts: one call of one SQL function each. */
export function createStaffCuts(call: Call): StaffCuts {
	return {
		register: (request) => call('staff_cuts', request, CutRegister),
		preview: (request) => call('preview_cut', request, CutChoices),
		async propose(request) {
			const answer = await call('propose_cut', request, Proposed);
			return answer.ok ? ok(answer.value.proposalId) : answer;
		},
		send: (request) => call('send_cut', request, CutDecided),
		noteReply: (request) => call('note_cut_reply', request, CutDecided),
		decide: (request) => call('decide_cut', request, CutDecided),
		withdraw: (request) => call('withdraw_cut', request, CutDecided)
	};
}
