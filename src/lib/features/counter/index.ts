export { default as ProcedurePick } from './ProcedurePick.svelte';
