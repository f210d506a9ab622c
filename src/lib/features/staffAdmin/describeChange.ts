import type { StaffChange } from '$lib/domain/access/StaffPerson';
import { viStaffAdmin } from '$lib/i18n/viStaffAdmin';
import { roleNames } from './officeWords';

const words = viStaffAdmin.changed;

/** What is different after a change, one line each; nothing for a change that only has a name. */
export function describeChange(
	change: StaffChange,
	departmentName: (id: string | null) => string
): string[] {
	const { before, after } = change;
	if (!before || !after) return [];
	const lines: string[] = [];
	const compare = (
		from: string | undefined,
		to: string | undefined,
		say: (from: string, to: string) => string
	) => {
		if ((from ?? '') !== (to ?? '')) lines.push(say(from || words.empty, to || words.empty));
	};
	compare(before.fullName, after.fullName, words.fullName);
	compare(before.title, after.title, words.title);
	compare(before.phone, after.phone, words.phone);
	const department = (id: string | null | undefined) => departmentName(id ?? null);
	compare(department(before.departmentId), department(after.departmentId), words.department);
	compare(roleNames(before.roles ?? []), roleNames(after.roles ?? []), words.roles);
	if (before.citizenIdReplaced) lines.push(words.citizenId);
	return lines;
}
