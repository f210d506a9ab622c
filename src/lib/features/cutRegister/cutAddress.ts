import { CUT_STATES, type CutState } from '$lib/domain/simplification/CutProposal';

const PAGE = '/can-bo/cat-giam/de-nghi';

/** Which proposals the list shows: those in one state, those of one procedure; without either, all. */
export type CutListPlace = { state?: CutState; procedureCode?: string };

/** What an address asks for: the list, one proposal, or the form for a new one with what is ticked in it. */
export type CutAddress =
	| ({ page: 'list' } & CutListPlace)
	| { page: 'one'; id: string }
	| { page: 'new'; code: string; papers: readonly string[]; steps: readonly string[] };

/** Reads `?tinh-trang=sent&thu-tuc=CODE`, `?so=<id>`, `?moi=1` or `?ma=CODE&giay=ID1,ID2&buoc=NAME`; anything else is the whole list. */
export function readCutAddress(search: string): CutAddress {
	const query = new URLSearchParams(search);
	const code = query.get('ma') ?? '';
	if (code || query.has('moi')) {
		const papers = (query.get('giay') ?? '').split(',').filter(Boolean);
		return { page: 'new', code, papers, steps: query.getAll('buoc').filter(Boolean) };
	}
	const id = query.get('so');
	if (id) return { page: 'one', id };
	const state = CUT_STATES.find((one) => one === query.get('tinh-trang'));
	const procedureCode = query.get('thu-tuc') ?? '';
	return { page: 'list', ...(state && { state }), ...(procedureCode && { procedureCode }) };
}

/** The address of the list. */
export function listHref({ state, procedureCode }: CutListPlace = {}): string {
	const query = new URLSearchParams({
		...(state && { 'tinh-trang': state }),
		...(procedureCode && { 'thu-tuc': procedureCode })
	}).toString();
	return query ? `${PAGE}?${query}` : PAGE;
}

/** The address of one proposal. */
export function oneHref(id: string): string {
	return `${PAGE}?so=${encodeURIComponent(id)}`;
}

/** The address of the empty form. */
export const newHref = `${PAGE}?moi=1`;

/** The address of the page that tells what a procedure costs people. */
export function reviewHref(code: string): string {
	return `/can-bo/cat-giam/thu-tuc?ma=${encodeURIComponent(code)}`;
}
