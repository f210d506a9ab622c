export { default as ProgressPart } from './ProgressPart.svelte';
