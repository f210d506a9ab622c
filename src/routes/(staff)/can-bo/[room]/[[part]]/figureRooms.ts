import type { LoadRoom } from './rooms';

/** What the office answers for: figures, targets, why people come again, what they say, what to cut. */
export const figureRooms: Record<string, LoadRoom> = {
	'tong-quan': () => import('$lib/features/figures/OverviewView.svelte'),
	'bao-cao': () => import('$lib/features/figures/ReportView.svelte'),
	'bao-cao/ho-so': () => import('$lib/features/figures/FigureListView.svelte'),
	'bao-cao/tre-han': () => import('$lib/features/figures/LateReasonsView.svelte'),
	'bao-cao/so-hoa': () => import('$lib/features/figures/DigitalView.svelte'),
	'chi-so': () => import('$lib/features/figures/IndexView.svelte'),
	'chi-tieu': () => import('$lib/features/targets/TargetsView.svelte'),
	'di-lai': () => import('$lib/features/trips/TripsView.svelte'),
	'hai-long': () => import('$lib/features/feedbackDesk/SatisfactionView.svelte'),
	'gop-y': () => import('$lib/features/feedbackDesk/FeedbackDeskView.svelte'),
	'cat-giam': () => import('$lib/features/simplification/CostsView.svelte'),
	'cat-giam/thu-tuc': () => import('$lib/features/simplification/ReviewView.svelte'),
	'cat-giam/de-nghi': () => import('$lib/features/cutRegister/CutRegisterView.svelte')
};
