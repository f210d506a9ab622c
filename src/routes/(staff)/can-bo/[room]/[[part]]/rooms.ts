import type { Component } from 'svelte';

/** What a room gets of its address: the query, and the name behind its own. */
export type RoomProps = { search: string; part: string };

type Load = () => Promise<{ default: unknown }>;
const plan: Load = () => import('$lib/features/reformPlan/PlanRoom.svelte');

/**
 * The pages that are opened now and then, by the end of their address. Fetched here and not named by routes of their own:
 * every route stands in what a citizen's first page loads.
 */
const rooms = new Map<string, Load>([
	['tai-khoan', () => import('$lib/features/staffAdmin/AccountView.svelte')],
	['ban-giao', () => import('$lib/features/handovers/HandoversView.svelte')],
	['giay-trang', () => import('$lib/features/counter/BlanksView.svelte')],
	['so-theo-doi', () => import('$lib/features/register/RegisterView.svelte')],
	['mau-tin', () => import('$lib/features/noticeTexts/TextsView.svelte')],
	['lich-lam-viec', () => import('$lib/features/calendar/CalendarRoom.svelte')],
	['lich-lam-viec/doi-ngay-hen', () => import('$lib/features/calendar/MoveView.svelte')],
	['tong-quan', () => import('$lib/features/figures/OverviewView.svelte')],
	['bao-cao', () => import('$lib/features/figures/ReportView.svelte')],
	['bao-cao/ho-so', () => import('$lib/features/figures/FigureListView.svelte')],
	['chi-tieu', () => import('$lib/features/targets/TargetsView.svelte')],
	['di-lai', () => import('$lib/features/trips/TripsView.svelte')],
	['cat-giam', () => import('$lib/features/simplification/CostsView.svelte')],
	['cat-giam/thu-tuc', () => import('$lib/features/simplification/ReviewView.svelte')],
	['hai-long', () => import('$lib/features/feedbackDesk/SatisfactionView.svelte')],
	['gop-y', () => import('$lib/features/feedbackDesk/FeedbackDeskView.svelte')],
	['cat-giam/de-nghi', () => import('$lib/features/cutRegister/CutRegisterView.svelte')],
	['ke-hoach', plan],
	['ke-hoach/nhap', plan],
	['ke-hoach/tuyen-truyen', plan],
	['ke-hoach/tap-huan', plan]
]);

/** The page of an address, or undefined where there is none. */
export async function findRoom(name: string): Promise<Component<RoomProps> | undefined> {
	const load = rooms.get(name);
	return load && ((await load()).default as Component<RoomProps>);
}
