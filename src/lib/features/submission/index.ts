export { default as FieldInput } from './FieldInput.svelte';
export { faultText } from './formPages';
