import type { StaffPerson, StaffRole } from '$lib/domain/access/StaffPerson';
import type { AppError } from '$lib/domain/shared/Result';
import { formatTime } from '$lib/i18n/format';
import { viStaffAdmin } from '$lib/i18n/viStaffAdmin';

const words = viStaffAdmin;

/** Why something was not recorded and what to do now. `own` are the words of one form, they win. */
export function officeRefusal(error: AppError, own: Record<string, string> = {}): string {
	const { refusals } = words;
	const known = error.key === undefined ? undefined : (own[error.key] ?? refusals.keys[error.key]);
	if (known) return known;
	switch (error.kind) {
		case 'offline':
			return refusals.offline;
		case 'unauthorized':
			return refusals.unauthorized;
		case 'throttled':
			return refusals.throttled;
		default:
			return refusals.unknown;
	}
}

/** The roles as people call them, one after another. */
export function roleNames(roles: readonly StaffRole[]): string {
	return roles.map((role) => words.roles[role]).join(', ');
}

/** How a person stands: their words and how urgent they look. */
export function stateOf(person: Pick<StaffPerson, 'active' | 'joined' | 'invitedUntil'>): {
	text: string;
	tone: 'success' | 'info' | 'warning' | 'danger';
} {
	const { states } = words;
	if (!person.active) return { text: states.suspended, tone: 'danger' };
	if (person.joined) return { text: states.working, tone: 'success' };
	if (person.invitedUntil === null) return { text: states.expired, tone: 'warning' };
	return { text: states.invited(formatTime(person.invitedUntil)), tone: 'info' };
}

/** A code as it is read aloud and typed: groups of five. */
export function groupCode(code: string): string {
	return code.replace(/(.{5})(?=.)/g, '$1-');
}
