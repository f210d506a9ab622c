import type { ProcedureDraft } from '$lib/domain/catalogue/Draft';

/** Who last saved a draft, as far as its events tell; `isSelf`: the person at this PC, in another tab or at another PC. */
export function lastSaver({ events }: ProcedureDraft): {
	name: string | undefined;
	isSelf: boolean;
} {
	const last = events.find(({ action }) => ['begin', 'save', 'rebase'].includes(action));
	return { name: last?.actor ?? undefined, isSelf: last?.mine ?? false };
}
