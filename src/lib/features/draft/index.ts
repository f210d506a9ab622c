export { default as DraftFrame } from './DraftFrame.svelte';
export type { DraftSession } from './draftSession.svelte';
