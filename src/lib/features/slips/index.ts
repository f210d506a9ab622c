export { default as PrintPage } from './PrintPage.svelte';
export { default as SheetPaper } from './SheetPaper.svelte';
export { slipProblem } from './slipProblem';
export { findSlipReturn, signInHref } from './slipReturn';
