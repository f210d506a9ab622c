import type { Progress } from '$lib/domain/dossier/Receipt';
import { STATUS } from '$lib/domain/dossier/Status';

type Own = NonNullable<Progress['own']>;

/** True when there is more than one version of the result. */
export function isCorrected({ results }: Own): boolean {
	return results !== undefined && results.length > 1;
}

/** True when something happened that a page of its own words tells: money, a moved date, a stop, a corrected result. */
export function hasLaterLife(own: Own): boolean {
	return Boolean(own.bill ?? own.extension ?? own.halt) || isCorrected(own);
}

/** True when what the status means stands elsewhere on the page, in more words. */
export function isSaidElsewhere({ status, own }: Progress): boolean {
	if (status === STATUS.refused) return true;
	return Boolean(status === STATUS.payment ? own?.bill : status === STATUS.stopped && own?.halt);
}
