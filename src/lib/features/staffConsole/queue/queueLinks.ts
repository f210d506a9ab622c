import type {
	QueueChannel,
	QueueFilters,
	QueueGroup,
	StaffMember
} from '$lib/domain/dossier/StaffDossier';

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

/** How dossiers came, as a word in the address. */
const channelSlugs = { 1: 'tai-quay', 2: 'truc-tuyen', 3: 'buu-dien' } as const;
const channels: readonly QueueChannel[] = [1, 2, 3];

/** The address of a list, to be kept as a bookmark. The search never goes there: names and phones would stay in the PC's history. */
export function queueHref(group: QueueGroup, { whose, channel }: QueueFilters): string {
	const work = whose === 'all' ? '' : `&viec=${whoseSlugs[whose]}`;
	return `/can-bo?nhom=${groupSlugs[group]}${work}${channel ? `&cach=${channelSlugs[channel]}` : ''}`;
}

/** What an address asks for, else all I may see. */
export function filtersOf(work: string | null, way: string | null): QueueFilters {
	const channel = channels.find((each) => channelSlugs[each] === way);
	const whose =
		work === whoseSlugs.mine ? 'mine' : work === whoseSlugs.department ? 'department' : 'all';
	return channel ? { whose, channel } : { whose };
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
