export { findSlipReturn } from './slipReturn';
export { default as PrintPage } from './PrintPage.svelte';
export { slipProblem } from './slipProblem';
