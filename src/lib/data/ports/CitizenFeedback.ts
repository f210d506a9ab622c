import type {
	FeedbackReceipt,
	FeedbackSetup,
	FeedbackShown,
	PublishedFeedback
} from '$lib/domain/feedback/Feedback';
import type { Result } from '$lib/domain/shared/Result';

/** What goes to the server of a survey. */
export type SurveyRequest = {
	id: string;
	code: string;
	version: number;
	answers: Record<string, string>;
	comment?: string;
};

/** What goes to the server of a complaint or suggestion; empty fields are left out. */
export type FeedbackRequest = {
	id: string;
	secretHash: string;
	kind: string;
	topic: string;
	content: string;
	agencyCode?: string;
	matter?: string;
	dossierCode?: string;
	aboutName?: string;
	contact?: { name?: string; phone?: string; email?: string };
};

/** What a citizen's phone asks about surveys, complaints and suggestions; every failure is an AppError. */
export interface CitizenFeedback {
	/** Null for every code that cannot be answered: wrong, answered or too old. */
	openSurvey(code: string): Promise<Result<{ online: boolean; office: string } | null>>;
	/** False for every code that cannot be answered; the same id is taken as often as it is sent, and counts once. */
	sendSurvey(request: SurveyRequest): Promise<Result<boolean>>;
	/** The code of a dossier that has ended, for the phone that filed it; null when nothing is asked. */
	dossierSurvey(dossier: { id: string; secret: string }): Promise<Result<string | null>>;
	setup(): Promise<Result<FeedbackSetup>>;
	/** The same id and content give the same receipt. */
	send(request: FeedbackRequest): Promise<Result<FeedbackReceipt>>;
	/** Null for every miss. */
	status(codes: { code: string; lookupCode: string }): Promise<Result<FeedbackShown | null>>;
	/** Answers what the office asked; null for every miss, the same `actionId` counts once. */
	reply(request: {
		actionId: string;
		code: string;
		lookupCode: string;
		text: string;
	}): Promise<Result<FeedbackShown | null>>;
	published(): Promise<Result<PublishedFeedback[]>>;
}
