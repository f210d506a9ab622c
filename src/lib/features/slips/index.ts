export { default as PrintPage } from './PrintPage.svelte';
export { default as Sheet } from './Sheet.svelte';
export { slipProblem } from './slipProblem';
export { findSlipReturn, signInHref } from './slipReturn';
