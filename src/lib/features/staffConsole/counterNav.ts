import type { StaffMember } from '$lib/domain/dossier/StaffDossier';
import { viStaffShell } from '$lib/i18n/viStaffShell';

/** The pages of the counter, for those who receive dossiers, and the register, which leaders read too. */
export function counterNav(
	me: StaffMember | null,
	path: string
): { href: string; label: string; current: boolean }[] {
	const receives = me?.roles.includes('receiver') ?? false;
	const register = { href: '/can-bo/so-theo-doi', label: viStaffShell.nav.register };
	if (!receives && !me?.roles.includes('leader')) return [];
	return [
		...(receives
			? [
					{ href: '/can-bo/tiep-nhan', label: viStaffShell.nav.intake },
					{ href: '/can-bo/giay-trang', label: viStaffShell.nav.blanks }
				]
			: []),
		register
	].map((item) => ({ ...item, current: path === item.href }));
}
