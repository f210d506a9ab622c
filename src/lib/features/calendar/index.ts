export { default as CalendarWarning } from './CalendarWarning.svelte';
