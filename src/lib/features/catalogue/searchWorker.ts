import { createProcedureSearch, type ProcedureSearch } from './procedureSearch';
import type { SearchAnswer, SearchRequest } from './searchClient';

let search: ProcedureSearch | undefined;

/** Search beside the page, so that typing never waits for it. */
self.onmessage = ({ data }: MessageEvent<SearchRequest>) => {
	if ('entries' in data) search = createProcedureSearch(data.entries);
	else if (search) {
		const answer: SearchAnswer = { id: data.id, codes: search(data.query) };
		self.postMessage(answer);
	}
};
