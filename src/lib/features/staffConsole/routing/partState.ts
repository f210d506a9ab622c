import type { Routing } from '$lib/domain/dossier/routing';
import { formatDate, localOf } from '$lib/i18n/format';
import { viRouting } from '$lib/i18n/viRouting';

type Part = Pick<Routing['parts'][number], 'state' | 'after' | 'startedAt' | 'endedAt'>;

/** Where a part of another agency stands, in words. */
export function partState({ state, after, startedAt, endedAt }: Part): string {
	const words = viRouting.parts;
	const day = (instant: string | null) =>
		instant ? formatDate(localOf(instant).slice(0, 10)) : '';
	switch (state) {
		case 'waiting':
			return words.waiting(after ?? 0);
		case 'running':
			return words.running(day(startedAt));
		case 'done':
			return words.done(day(endedAt));
		case 'failed':
			return words.failed(day(endedAt));
	}
}
