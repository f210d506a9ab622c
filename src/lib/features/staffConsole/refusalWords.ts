import type { AppError } from '$lib/domain/shared/Result';
import { viLife } from '$lib/i18n/viLife';
import { viStaff } from '$lib/i18n/viStaff';
import { viSupplement } from '$lib/i18n/viSupplement';

const words = viStaff.refusals;

/** Why an action was not recorded and what to do now, in one or two sentences. */
export function refusalWords(error: AppError): string {
	const known =
		error.key === undefined
			? undefined
			: (viSupplement.refusals[error.key] ?? viLife.refusals[error.key] ?? words.keys[error.key]);
	if (known) return known;
	switch (error.kind) {
		case 'offline':
			return words.offline;
		case 'unauthorized':
			return words.unauthorized;
		case 'forbidden':
		case 'not-found':
			return words.forbidden;
		case 'invalid':
			return words.invalid;
		default:
			return words.unknown;
	}
}
