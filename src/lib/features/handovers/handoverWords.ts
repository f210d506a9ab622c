import type { AppError } from '$lib/domain/shared/Result';
import { refusalWords } from '$lib/features/staffConsole';
import { viHandovers } from '$lib/i18n/viHandovers';

/** Why a bordereau was not made, taken or read, and what to do next. */
export function handoverRefusal(error: AppError): string {
	return viHandovers.refusals[error.key ?? ''] ?? refusalWords(error);
}
