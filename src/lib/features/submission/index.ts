export { valueText } from './pageRows';
