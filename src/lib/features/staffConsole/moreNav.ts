import type { StaffMember } from '$lib/domain/dossier/StaffDossier';
import { viStaffShell } from '$lib/i18n/viStaffShell';

type Role = StaffMember['roles'][number];
/** `inHead` = for whom it stands in the head of the page already. */
type Page = { href: string; label: string; roles?: readonly Role[]; inHead?: Role };

const words = viStaffShell.nav;
/** Everybody but who only edits the catalogue. */
const figureRoles: readonly Role[] = ['leader', 'admin', 'receiver', 'officer', 'approver'];
const groups: { title: string; pages: Page[] }[] = [
	{
		title: words.groups.desk,
		pages: [
			{
				href: '/can-bo/ban-giao',
				label: words.handovers,
				roles: ['receiver', 'officer', 'approver']
			},
			{ href: '/can-bo/giay-trang', label: words.blanks, roles: ['receiver'] },
			{ href: '/can-bo/so-theo-doi', label: words.register, roles: ['receiver', 'leader'] }
		]
	},
	{
		title: words.groups.figures,
		pages: [
			{
				href: '/can-bo/tong-quan',
				label: words.overview,
				roles: figureRoles,
				inHead: 'leader'
			},
			{ href: '/can-bo/bao-cao', label: words.figures, roles: figureRoles },
			{ href: '/can-bo/chi-so', label: words.index, roles: ['leader', 'admin'] },
			{ href: '/can-bo/di-lai', label: words.trips, roles: ['leader', 'approver', 'admin'] },
			{ href: '/can-bo/hai-long', label: words.satisfaction, roles: ['admin', 'leader'] }
		]
	},
	{
		title: words.groups.better,
		pages: [
			{ href: '/can-bo/chi-tieu', label: words.targets },
			{
				href: '/can-bo/cat-giam',
				label: words.cuts,
				roles: ['leader', 'approver', 'editor', 'admin']
			},
			{ href: '/can-bo/gop-y', label: words.feedback, roles: ['leader'] },
			{ href: '/can-bo/ke-hoach', label: words.plan, roles: figureRoles }
		]
	},
	{
		title: words.groups.settings,
		pages: [
			{ href: '/can-bo/mau-tin', label: words.texts, roles: ['admin', 'leader'] },
			{ href: '/can-bo/lich-lam-viec', label: words.calendar }
		]
	}
];

/**
 * The pages of the office that are opened now and then, in groups, as far as this person's roles go; the calendar and the
 * targets are everybody's.
 */
export function moreNav(
	me: Pick<StaffMember, 'roles'>,
	path: string
): { title: string; items: { href: string; label: string; current: boolean }[] }[] {
	return groups
		.map(({ title, pages }) => ({
			title,
			items: pages
				.filter(({ roles }) => !roles || roles.some((role) => me.roles.includes(role)))
				.filter(({ inHead }) => !inHead || !me.roles.includes(inHead))
				.map(({ href, label }) => ({ href, label, current: path.startsWith(href) }))
		}))
		.filter(({ items }) => items.length > 0);
}
