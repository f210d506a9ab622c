import type { FeedbackAction, StaffFeedback } from '$lib/domain/feedback/Feedback';
import type { Satisfaction, SatisfactionPart } from '$lib/domain/feedback/Satisfaction';
import type { Result } from '$lib/domain/shared/Result';

/** Figures of the survey, and complaints and suggestions, for leaders; figures also for administrators. */
export interface StaffFeedbackDesk {
	/** `from` and `to` are months (YYYY-MM), both counted. */
	satisfaction(request: {
		from: string;
		to: string;
		by: SatisfactionPart;
		agencyId?: string;
	}): Promise<Result<Satisfaction>>;
	list(group: 'open' | 'done'): Promise<Result<StaffFeedback[]>>;
	/** Does one step; the same `actionId` once. */
	answer(request: {
		actionId: string;
		feedbackId: string;
		expectedVersion: number;
		action: FeedbackAction;
		text?: string;
		publicQuestion?: string;
		publicAnswer?: string;
	}): Promise<Result<null>>;
}
