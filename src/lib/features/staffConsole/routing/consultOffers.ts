import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { viRouting } from '$lib/i18n/viRouting';

const words = viRouting.consult;

/** An agency the dossier's procedure names to be asked. */
export type Offer = StaffDossier['routing']['consults'][number];

/** Whom the procedure names and nobody has asked yet. */
export function offersOf({ waits, routing }: Pick<StaffDossier, 'waits' | 'routing'>): Offer[] {
	const asked = new Set(waits.map(({ about }) => about.agency));
	return routing.consults.filter(({ agency }) => !asked.has(agency));
}

/** What the form proposes until somebody types something else, by the id of its control. `today` is a local date. */
export function offeredText(
	offers: readonly Offer[],
	picked: string | undefined,
	id: string,
	today: string
): string {
	const name = picked ?? offers[0]?.agency ?? '';
	const offer = offers.find(({ agency }) => agency === name);
	switch (id) {
		case 'consult-offer':
		case 'consult-agency':
			return offer?.agency ?? '';
		case 'consult-until':
			return offer?.until && offer.until > today ? offer.until : '';
		case 'consult-silence':
			return offer?.silence === 'agrees' ? (offer.source ?? words.procedureRule) : '';
		default:
			return '';
	}
}
