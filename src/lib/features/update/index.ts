export { default as AppUpdate } from './AppUpdate.svelte';
