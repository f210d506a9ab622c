export { default as QuoteNote } from './QuoteNote.svelte';
