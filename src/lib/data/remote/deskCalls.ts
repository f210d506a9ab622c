import * as z from 'zod/mini';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import { BlankSlip, DeskSetup, KnownPerson, PaidFee } from '$lib/domain/intake/Intake';
import { ok, type Result } from '$lib/domain/shared/Result';

/** Calls one SQL function as the signed-in officer and checks its answer. */
export type Call = <T>(
	name: string,
	request: Record<string, unknown>,
	schema: z.ZodMiniType<T>
) => Promise<Result<T>>;

const Moved = z.object({ status: z.int() });
const ReceiveAnswer = z.object({
	code: z.string(),
	dueDate: z.string(),
	due: z.nullable(z.string()),
	slipId: z.nullable(z.string())
});
/** A slip that was made. */
export const SlipAnswer = z.object({ slipId: z.string(), number: z.string() });
const Dated = z.object({ dueDate: z.string(), due: z.nullable(z.string()) });
const Slip = z.object({
	id: z.string(),
	dossierId: z.string(),
	form: z.string(),
	number: z.string(),
	prints: z.int(),
	ended: z.boolean(),
	field: z.string(),
	together: z.int(),
	snapshot: z.unknown()
});
const Blanks = z.object({ slips: z.array(BlankSlip) });

/** What is one call of one SQL function each: the actions of the desk, its intake and its slips. */
export function createDeskCalls(
	call: Call
): Omit<
	StaffDesk,
	| 'signIn'
	| 'signOut'
	| 'findMe'
	| 'queue'
	| 'dossier'
	| 'openFile'
	| 'recheckFile'
	| 'previewReceipt'
	| 'storeResult'
	| 'openResult'
	| 'openRouting'
> {
	async function act(name: string, request: Record<string, unknown>): Promise<Result<null>> {
		const answer = await call(name, request, Moved);
		return answer.ok ? ok(null) : answer;
	}

	async function blanks(
		name: string,
		request: Record<string, unknown>
	): Promise<Result<BlankSlip[]>> {
		const answer = await call(name, request, Blanks);
		return answer.ok ? ok(answer.value.slips) : answer;
	}

	return {
		receive: (request) => call('receive_dossier', request, ReceiveAnswer),
		start: (request) => act('start_dossier', request),
		requestSupplement: (request) => call('request_supplement', request, SlipAnswer),
		replySupplement: (request) => act('reply_supplement', request),
		resume: (request) => call('resume_dossier', request, Dated),
		refuse: (request) => call('refuse_dossier', request, SlipAnswer),
		withdraw: (request) => act('withdraw_at_desk', request),
		stop: (request) => act('stop_dossier', request),
		finish: (request) => act('finish_dossier', request),
		returnResult: (request) => act('return_result', request),
		bill: (request) => act('bill_dossier', request),
		confirmPayment: (request) => call('confirm_payment', request, Dated),
		takeFee: (request) => call('take_fee', request, z.object({ total: z.int() })),
		extend: (request) => call('extend_dossier', request, SlipAnswer),
		halt: (request) => call('halt_dossier', request, SlipAnswer),
		correctResult: (request) => act('correct_result', request),
		setup: () => call('desk_setup', {}, DeskSetup),
		async findPerson(who) {
			const answer = await call('find_person', who, z.object({ people: z.array(KnownPerson) }));
			return answer.ok ? ok(answer.value.people) : answer;
		},
		fileAtDesk: (request) =>
			call('file_at_desk', request, z.object({ reference: z.string(), version: z.int() })),
		settle: (request) =>
			call('settle_same_day', request, z.object({ fees: z.array(PaidFee), total: z.int() })),
		reserveBlanks: (request) => blanks('reserve_blank_slips', request),
		openBlanks: () => blanks('open_blank_slips', {}),
		async voidBlank(request) {
			const answer = await call('void_blank_slip', request, z.object({ number: z.string() }));
			return answer.ok ? ok(null) : answer;
		},
		slip: (slipId) => call('staff_slip', { slipId }, Slip),
		notePrint: (slipId, printId, reason) =>
			call(
				'note_print',
				reason ? { slipId, printId, reason } : { slipId, printId },
				z.object({ copy: z.int() })
			)
	};
}
