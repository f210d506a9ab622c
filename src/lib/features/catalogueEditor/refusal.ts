import type { AppError } from '$lib/domain/shared/Result';
import { viCatalogueDesk } from '$lib/i18n/viCatalogueDesk';

const words = viCatalogueDesk.refusals;

/** Why something was not recorded and what to do now. */
export function refusal(error: AppError): string {
	const known = error.key === undefined ? undefined : words.keys[error.key];
	if (known) return known;
	switch (error.kind) {
		case 'offline':
		case 'unauthorized':
		case 'throttled':
			return words[error.kind];
		default:
			return words.unknown;
	}
}
