export { feeText, handlingText } from './wording';
