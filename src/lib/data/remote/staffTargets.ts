import * as z from 'zod/mini';
import type { StaffTargets } from '$lib/data/ports/StaffTargets';
import { TargetSheet } from '$lib/domain/report/Target';
import { ok, type Result } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

const Changed = z.object({ targetId: z.string(), state: z.string(), version: z.int() });

/** The targets of the office: one call of one SQL function each. */
export function createStaffTargets(call: Call): StaffTargets {
	async function change(name: string, request: Record<string, unknown>): Promise<Result<null>> {
		const answer = await call(name, request, Changed);
		return answer.ok ? ok(null) : answer;
	}

	return {
		sheet: (request) => call('staff_targets', request, TargetSheet),
		propose: (request) => change('propose_target', request),
		decide: (request) => change('decide_target', request),
		withdraw: (request) => change('withdraw_target', request)
	};
}
