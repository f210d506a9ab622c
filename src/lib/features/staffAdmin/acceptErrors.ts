import { viStaff } from '$lib/i18n/viStaff';
import { viStaffAdmin } from '$lib/i18n/viStaffAdmin';
import { passwordErrors } from './passwordErrors';
import type { FormError } from './personDraft.svelte';

const words = viStaffAdmin.accept;
const symbols = 20;

/** What is wrong with the form of an invited person before anything is sent. */
export function acceptErrors(
	given: { code: string; email: string; password: string },
	repeat: string
): FormError[] {
	const found: FormError[] = [];
	const length = given.code.replace(/[^\p{L}\p{N}]/gu, '').length;
	if (length === 0) found.push({ id: 'invitation-code', message: words.codeMissing });
	else if (length !== symbols) found.push({ id: 'invitation-code', message: words.codeShort });
	if (!given.email) found.push({ id: 'email', message: viStaff.signIn.emailMissing });
	else if (!/^[^@\s]+@[^@\s]+$/.test(given.email))
		found.push({ id: 'email', message: viStaff.signIn.emailMalformed });
	return [...found, ...passwordErrors(given.password, repeat, given.email)];
}

/** The field a refusal of the server belongs to. */
export function fieldOfRefusal(key: string | undefined): string {
	switch (key) {
		case 'account-taken':
		case 'already-staff':
		case 'confirm-mail':
		case 'email-refused':
			return 'email';
		case 'password-weak':
			return 'new-password';
		default:
			return 'invitation-code';
	}
}
