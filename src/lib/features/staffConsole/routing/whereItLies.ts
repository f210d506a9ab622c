/** What the page of a dossier loads after itself: who else has it open, and where it lies. */
export { default as Presence } from './Presence.svelte';
export { default as RoutingPanel } from './RoutingPanel.svelte';
