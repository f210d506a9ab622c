import type { ProcedureDraft } from '$lib/domain/catalogue/Draft';

/**
 * The version that will be in force on the day a draft takes effect, as the server reckons: what it must be based on.
 * Undefined for a new code. `content` is there for what is in force now only.
 */
export function expectedBase(
	{ effectiveOn, scheduled, current }: ProcedureDraft,
	today: string
): { versionId: string; content?: Record<string, unknown> } | undefined {
	const day = effectiveOn && effectiveOn > today ? effectiveOn : today;
	const due = scheduled.findLast(
		(one) => one.versionId !== null && one.effectiveOn <= day
	)?.versionId;
	if (due) return { versionId: due };
	return current ? { versionId: current.versionId, content: current.content } : undefined;
}
