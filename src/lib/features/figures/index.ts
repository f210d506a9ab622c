export { default as PeriodForm } from './PeriodForm.svelte';
