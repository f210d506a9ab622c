import type { Progress } from '$lib/domain/dossier/Receipt';
import { findPost, resultVersions } from '$lib/domain/dossier/ownLater';
import { STATUS } from '$lib/domain/dossier/Status';

type Own = NonNullable<Progress['own']>;

/** True when a version of the result took the place of another, with a file or on paper. */
export function isCorrected(own: Own): boolean {
	const versions = resultVersions(own);
	return versions.length > 1 || versions.some(({ why }) => why !== null);
}

/** True when something happened that a page of its own words tells: money, a moved date, a stop, the post, a corrected result. */
export function hasLaterLife(own: Own): boolean {
	return Boolean(own.bill ?? own.extension ?? own.halt ?? findPost(own)) || isCorrected(own);
}

/** True when what the status means stands elsewhere on the page, in more words. */
export function isSaidElsewhere({ status, own }: Progress): boolean {
	if (status === STATUS.refused) return true;
	if (status === STATUS.finished || status === STATUS.returned)
		return own !== undefined && findPost(own) !== undefined;
	return Boolean(status === STATUS.payment ? own?.bill : status === STATUS.stopped && own?.halt);
}
