import type { QueueGroup, QueueWhose, StaffMember } from '$lib/domain/dossier/StaffDossier';

/** The groups in the order of their tabs, with their word in the address. */
const groupSlugs = {
	new: 'moi-nop',
	answered: 'co-phan-hoi',
	working: 'dang-giai-quyet',
	today: 'hen-hom-nay',
	late: 'qua-han',
	waiting: 'cho-bo-sung',
	ready: 'cho-tra',
	ended: 'da-ket-thuc'
} as const satisfies Record<QueueGroup, string>;

/** Whose work, as a word in the address. */
const whoseSlugs = { department: 'phong-toi', mine: 'cua-toi' } as const;

/** The address of a list. The search never goes there: names and phones would stay in the PC's history. */
export function queueHref(group: QueueGroup, whose: QueueWhose): string {
	const list = `/can-bo?nhom=${groupSlugs[group]}`;
	return whose === 'all' ? list : `${list}&viec=${whoseSlugs[whose]}`;
}

/** Whose work an address names, else all I may see. */
export function whoseOf(slug: string | null): QueueWhose {
	if (slug === whoseSlugs.mine) return 'mine';
	return slug === whoseSlugs.department ? 'department' : 'all';
}

/** The group an address names, else the one this person works in most. */
export function groupOf(slug: string | null, me: Pick<StaffMember, 'roles'>): QueueGroup {
	const named = (Object.keys(groupSlugs) as QueueGroup[]).find(
		(group) => groupSlugs[group] === slug
	);
	return named ?? (me.roles.includes('receiver') ? 'new' : 'working');
}

/** The address of a dossier's page. */
export function dossierHref(id: string): string {
	return `/can-bo/ho-so/${id}`;
}
