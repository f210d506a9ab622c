import type { Handable, Handover, HandoverDirection } from '$lib/domain/dossier/Handover';
import type { Result } from '$lib/domain/shared/Result';

/** The bordereaux of the desk. Refusals: `conflict` handover-mixed, handover-taken, status-changed; `forbidden` role-missing. */
export interface HandoverDesk {
	/** Those that are open or younger than a week and that I may see, the latest first. */
	open(): Promise<Result<Handover[]>>;
	/** What I may hand over now, and in which direction. */
	handable(): Promise<Result<Handable>>;
	/** One of them, also an old one; undefined when it is not mine to see. */
	find(id: string): Promise<Result<Handover | undefined>>;
	/** Hands over 1–100 dossiers; the same `actionId` is done once. */
	make(request: {
		actionId: string;
		direction: HandoverDirection;
		departmentId?: string;
		dossierIds: string[];
		note?: string;
	}): Promise<Result<Handover>>;
	/** Takes over what is there; `missing` names what is not. */
	take(request: {
		actionId: string;
		handoverId: string;
		missing: string[];
	}): Promise<Result<Handover>>;
}
