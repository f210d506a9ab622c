export { feeText, handlingText } from './wording';
export { SearchState } from './search.svelte';
