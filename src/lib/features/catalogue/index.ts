export { feeText, handlingText, limitText, sentences } from './wording';
export { SearchState } from './search.svelte';
