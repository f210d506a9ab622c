import type { CatalogueState } from './catalogueState.svelte';
import { filterRows, rowsOf, type Filters, type Row } from './rows';

/** So many rows are drawn at once; thousands would make every keystroke slow. */
const PAGE = 200;

const NOTHING: Filters = { typed: '', field: '', status: '', verification: '' };

/** The list on screen: what was typed and picked, and what is left of the codes. */
export class ListState {
	filters = $state<Filters>({ ...NOTHING });
	most = $state(PAGE);
	readonly #catalogue: CatalogueState;
	readonly all: Row[] = $derived.by(() =>
		this.#catalogue.list ? rowsOf(this.#catalogue.list) : []
	);
	readonly found: Row[] = $derived.by(() =>
		filterRows(this.all, this.filters, (code) => this.#catalogue.fieldName(code))
	);
	readonly shown: Row[] = $derived(this.found.slice(0, this.most));

	constructor(catalogue: CatalogueState) {
		this.#catalogue = catalogue;
	}

	get isFiltered(): boolean {
		return Object.values(this.filters).some(Boolean);
	}

	clear(): void {
		this.filters = { ...NOTHING };
	}

	showMore(): void {
		this.most += PAGE;
	}
}
