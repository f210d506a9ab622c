export { Asked } from './asked.svelte';
export { default as PeriodForm } from './PeriodForm.svelte';
export { periodQuery, readPeriod } from './reportAddress';
