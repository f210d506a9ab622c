import { STATUS } from '$lib/domain/dossier/Status';
import type { DossierStage } from '$lib/domain/dossier/routing';
import { viRouting } from '$lib/i18n/viRouting';

const words = viRouting.stages;

type Judged = Pick<DossierStage, 'startedAt' | 'doneAt' | 'timeliness'>;

/** How a stage stands, in a word or two. `status` is that of the dossier. */
export function stageState(
	{ startedAt, doneAt, timeliness }: Judged,
	status: number
): { label: string; tone: 'neutral' | 'info' | 'warning' | 'success' | 'danger' } {
	const tone = timeliness === 'late' ? 'danger' : undefined;
	if (doneAt)
		return { label: words.kept[timeliness ?? 'done'] ?? words.kept.done, tone: tone ?? 'success' };
	if (!startedAt) return { label: words.waiting, tone: 'neutral' };
	if (!isOpen(status)) return { label: words.unfinished, tone: 'neutral' };
	if (timeliness === 'waiting') return { label: words.open.waiting, tone: 'warning' };
	return { label: words.open[timeliness === 'late' ? 'late' : 'running'], tone: tone ?? 'info' };
}

/** The stage a dossier is in; undefined when it has none, has done all, or has ended. */
export function findOpenStage(
	stages: readonly DossierStage[],
	status: number
): DossierStage | undefined {
	return isOpen(status) ? stages.find(({ startedAt, doneAt }) => startedAt && !doneAt) : undefined;
}

function isOpen(status: number): boolean {
	const open: number[] = [STATUS.received, STATUS.processing, STATUS.supplement, STATUS.payment];
	return open.includes(status);
}
