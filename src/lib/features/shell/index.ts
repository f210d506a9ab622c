export { default as Redirect } from './Redirect.svelte';
