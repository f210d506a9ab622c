export { feeText, handlingText, limitText } from './wording';
