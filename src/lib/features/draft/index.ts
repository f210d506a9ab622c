export { default as DraftFrame } from './DraftFrame.svelte';
export { default as OutdatedNotice } from './OutdatedNotice.svelte';
export type { DraftSession } from './draftSession.svelte';
