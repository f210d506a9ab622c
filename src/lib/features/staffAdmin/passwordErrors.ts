import { findPasswordFault } from '$lib/domain/access/passwordRules';
import { viStaffAdmin } from '$lib/i18n/viStaffAdmin';
import type { FormError } from './personDraft.svelte';

const words = viStaffAdmin.passwords;

/** What is wrong with a new password typed twice; ids are those of the two fields. */
export function passwordErrors(password: string, repeat: string, email: string): FormError[] {
	const fault = findPasswordFault(password, email);
	if (fault) return [{ id: 'new-password', message: words[fault] }];
	if (password !== repeat) return [{ id: 'repeat-password', message: words.different }];
	return [];
}
