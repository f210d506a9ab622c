export { answerRows } from './answerRows';
export { default as PersonCodePart } from './PersonCodePart.svelte';
