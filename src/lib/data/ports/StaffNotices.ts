import type { NoticeTexts, Wording } from '$lib/domain/dossier/NoticeTexts';
import type { Result } from '$lib/domain/shared/Result';

/** A text as somebody edits it. */
export type EditedText = Wording & { kind: string; channel: string };

/**
 * What the office tells citizens, for leaders and administrators. Refusals carry the keys of
 * supabase/migrations/20261128001440: `conflict` version-stale; `invalid` notice-subject, notice-body,
 * notice-word-unknown, notice-word-private, notice-code-missing.
 */
export interface StaffNotices {
	texts(): Promise<Result<NoticeTexts>>;
	/** How it reads with invented facts; refuses what saving would refuse. */
	preview(text: EditedText): Promise<Result<Wording>>;
	/** `expectedVersion`: the one it was edited from. Said twice it is saved once. */
	save(text: EditedText & { expectedVersion: number }): Promise<Result<{ version: number }>>;
}
