export { default as AppUpdate } from './AppUpdate.svelte';
export { default as Redirect } from './Redirect.svelte';
