import type { AppError } from '$lib/domain/shared/Result';
import { viRouting } from '$lib/i18n/viRouting';
import { refusalWords } from '../refusalWords';

/** Why something about where the dossier lies was not recorded, and what to do now. */
export function routingRefusal(error: AppError): string {
	return (error.key !== undefined && viRouting.refusals[error.key]) || refusalWords(error);
}
