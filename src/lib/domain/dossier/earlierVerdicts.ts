import { readEventData } from './eventData.ts';
import type { StaffDossier } from './StaffDossier.ts';
import type { PaperVerdict } from './Supplement.ts';

/** What the desk found at each paper when it last sent a supplement slip, by paper; empty when it never did. */
export function earlierVerdicts(dossier: Pick<StaffDossier, 'events'>): Map<string, PaperVerdict> {
	const asked = dossier.events.filter(({ action }) => action.startsWith('supplement')).at(-1);
	const checks = asked ? readEventData(asked.data).checks : undefined;
	return new Map(checks?.map(({ requirementId, verdict }) => [requirementId, verdict] as const));
}
