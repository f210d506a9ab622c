export { feeText, handlingText, limitText, sentences } from './wording';
export { SearchState } from './search.svelte';

/** The citizen's page of a procedure, for whoever shows it elsewhere; it comes when it is asked for. */
export async function loadProcedureView() {
	return (await import('./ProcedureView.svelte')).default;
}
