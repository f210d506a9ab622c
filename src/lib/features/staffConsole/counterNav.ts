import type { StaffMember } from '$lib/domain/dossier/StaffDossier';
import { viStaffShell } from '$lib/i18n/viStaffShell';

/** The pages of the counter, for those who receive dossiers. */
export function counterNav(
	me: StaffMember | null,
	path: string
): { href: string; label: string; current: boolean }[] {
	if (!me?.roles.includes('receiver')) return [];
	return [
		{ href: '/can-bo/tiep-nhan', label: viStaffShell.nav.intake },
		{ href: '/can-bo/giay-trang', label: viStaffShell.nav.blanks }
	].map((item) => ({ ...item, current: path === item.href }));
}
