import type { Services } from '$lib/app/context';
import { formatShortDate } from '$lib/i18n/format';

/** What a posting sheet says of one procedure beside its name; a part the office has not said is absent. */
export type PostedLine = { decision?: string; day?: string };

/**
 * The decision that published each procedure (or, where the office named one, the decision it posts it under) and the
 * day it was posted, by code. Empty on a device that keeps nothing.
 */
export async function findPostings(
	services: Services,
	entries: readonly { code: string }[]
): Promise<Map<string, PostedLine>> {
	const stores = await services.loadStores().catch(() => undefined);
	if (!stores) return new Map();
	const { catalogue } = stores;
	const lines = await Promise.all(
		entries.map(async ({ code }): Promise<[string, PostedLine]> => {
			const [entry, posting] = await Promise.all([
				catalogue.find(code),
				catalogue.findPosting(code)
			]);
			return [
				code,
				{
					decision: posting?.postedDecision ?? entry?.procedure.decisionNo,
					day: posting?.postedOn ? formatShortDate(posting.postedOn) : undefined
				}
			];
		})
	);
	return new Map(lines);
}
