import type { StaffMember } from '$lib/domain/dossier/StaffDossier';
import { viCounter } from '$lib/i18n/viCounter';

/** The pages of the counter, for those who receive dossiers. */
export function counterNav(
	me: StaffMember | null,
	path: string
): { href: string; label: string; current: boolean }[] {
	if (!me?.roles.includes('receiver')) return [];
	return [
		{ href: '/can-bo/tiep-nhan', label: viCounter.nav.intake },
		{ href: '/can-bo/giay-trang', label: viCounter.nav.blanks }
	].map((item) => ({ ...item, current: path === item.href }));
}
