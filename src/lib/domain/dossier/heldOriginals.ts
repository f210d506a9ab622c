import { readEventData } from './eventData.ts';
import type { StaffDossier } from './StaffDossier.ts';

/** The papers of which the desk took originals, by the receipt and by what was handed in later; each name once. */
export function heldOriginals(dossier: Pick<StaffDossier, 'events'>): string[] {
	const names = dossier.events
		.filter(({ action }) => action === 'receive' || action === 'resume')
		.flatMap(({ data }) => readEventData(data).papers ?? [])
		.filter(({ originals }) => originals > 0)
		.map(({ name }) => name);
	return [...new Set(names)];
}
