export { findSlipReturn } from './slipReturn';
