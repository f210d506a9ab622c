import * as z from 'zod/mini';
import type { StaffFeedbackDesk } from '$lib/data/ports/StaffFeedbackDesk';
import { FeedbackState, StaffFeedback } from '$lib/domain/feedback/Feedback';
import { Satisfaction } from '$lib/domain/feedback/Satisfaction';
import { ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

/** Satisfaction, complaints and suggestions of the office: one call of one SQL function each. */
export function createStaffFeedbackDesk(call: Call): StaffFeedbackDesk {
	return {
		satisfaction: (request) => call('staff_satisfaction', request, Satisfaction),
		async list(group) {
			const answer = await call(
				'staff_feedback',
				{ group },
				z.object({ items: z.array(StaffFeedback) })
			);
			return answer.ok ? ok(answer.value.items) : answer;
		},
		async answer(request) {
			const answer = await call('answer_feedback', request, z.object({ state: FeedbackState }));
			return answer.ok ? ok(null) : answer;
		}
	};
}
