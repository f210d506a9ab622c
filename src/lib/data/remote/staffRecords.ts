import * as z from 'zod/mini';
import type { StaffRecords } from '$lib/data/ports/StaffRecords';
import { RegisterPage } from '$lib/domain/register/Register';
import { ok } from '$lib/domain/shared/Result';
import { SlipAnswer, type Call } from './deskCalls';

const Joint = z.object({
	slips: z.array(z.object({ id: z.string(), number: z.string(), snapshot: z.unknown() }))
});
const Log = z.object({
	lines: z.array(
		z.object({
			kind: z.enum(['photo', 'result', 'joint', 'print']),
			what: z.string(),
			by: z.string(),
			at: z.string(),
			reason: z.nullable(z.string())
		})
	)
});

/** The office's papers of record: one call of one SQL function each. */
export function createStaffRecords(call: Call): StaffRecords {
	return {
		issueControlSheet: (request) => call('issue_control_sheet', request, SlipAnswer),
		async jointReceipt(slipId) {
			const answer = await call('joint_receipt', { slipId }, Joint);
			return answer.ok ? ok(answer.value.slips) : answer;
		},
		registerPage: (request) => call('register_page', request, RegisterPage),
		async closeRegister(request) {
			const answer = await call('close_register', request, z.object({ lines: z.int() }));
			return answer.ok ? ok(null) : answer;
		},
		async noteRegisterPrint(request) {
			const answer = await call('note_register_print', request, z.object({ printId: z.string() }));
			return answer.ok ? ok(null) : answer;
		},
		async viewLog(dossierId) {
			const answer = await call('view_log', { dossierId }, Log);
			return answer.ok ? ok(answer.value.lines) : answer;
		}
	};
}
