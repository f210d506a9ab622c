import type { Component } from 'svelte';
import { figureRooms } from './figureRooms';

/** What a room gets of its address: the query, and the name behind its own. */
export type RoomProps = { search: string; part: string };

export type LoadRoom = () => Promise<{ default: unknown }>;
const plan: LoadRoom = () => import('$lib/features/reformPlan/PlanRoom.svelte');

/**
 * The pages that are opened now and then, by the end of their address. Fetched here and not named by routes of their own:
 * every route stands in what a citizen's first page loads.
 */
const rooms = new Map<string, LoadRoom>(
	Object.entries({
		...figureRooms,
		'tai-khoan': () => import('$lib/features/staffAdmin/AccountView.svelte'),
		'ban-giao': () => import('$lib/features/handovers/HandoversView.svelte'),
		'giay-trang': () => import('$lib/features/counter/BlanksView.svelte'),
		'so-theo-doi': () => import('$lib/features/register/RegisterView.svelte'),
		'mau-tin': () => import('$lib/features/noticeTexts/TextsView.svelte'),
		'lich-lam-viec': () => import('$lib/features/calendar/CalendarRoom.svelte'),
		'lich-lam-viec/doi-ngay-hen': () => import('$lib/features/calendar/MoveView.svelte'),
		'ke-hoach': plan,
		'ke-hoach/nhap': plan,
		'ke-hoach/tuyen-truyen': plan,
		'ke-hoach/tap-huan': plan
	})
);

/** Rooms that make something of any part, e.g. of the id of a person. */
const wholeRooms = new Map<string, LoadRoom>([
	['nhan-su', () => import('$lib/features/staffAdmin/PeopleRoom.svelte')]
]);

/** The page of an address, or undefined where there is none. */
export async function findRoom(room: string, part = ''): Promise<Component<RoomProps> | undefined> {
	const load = rooms.get(part ? `${room}/${part}` : room) ?? wholeRooms.get(room);
	return load && ((await load()).default as Component<RoomProps>);
}
