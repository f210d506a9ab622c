export { default as AnswerRoom } from './AnswerRoom.svelte';
export { default as AnswerSending } from './AnswerSending.svelte';
export { default as LeftAnswer } from './LeftAnswer.svelte';
export { default as PastRounds } from './PastRounds.svelte';
