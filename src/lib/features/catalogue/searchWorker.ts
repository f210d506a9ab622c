import { createProcedureSearch, openSearch, type ProcedureSearch } from './procedureSearch';
import type { SearchAnswer, SearchRequest } from './searchClient';
import { packEntries, type SearchEntry } from './searchIndex';
import { findKept, keepIndex } from './searchKeep';

/** Below so many procedures building takes no longer than reading what was kept. */
const KEPT_FROM = 1000;

let ready: Promise<ProcedureSearch> | undefined;

/** Search beside the page, so that typing never waits for it. */
self.onmessage = async ({ data }: MessageEvent<SearchRequest>) => {
	if ('entries' in data) ready = open(data.entries, data.key);
	else if (ready) {
		const answer: SearchAnswer = { id: data.id, ...(await ready)(data.query) };
		self.postMessage(answer);
	}
};

async function open(entries: SearchEntry[], key: string): Promise<ProcedureSearch> {
	if (!key || entries.length < KEPT_FROM) return createProcedureSearch(entries);
	// Storage may be blocked or full: then it is built each time.
	const kept = await findKept(key).catch(() => undefined);
	const packed = kept ?? packEntries(entries);
	if (!kept) void keepIndex(key, packed).catch(() => undefined);
	return openSearch(packed);
}
