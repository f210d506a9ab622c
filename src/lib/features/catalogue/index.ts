export { feeText, handlingText, limitText } from './wording';
export { SearchState } from './search.svelte';
