export { answerRows } from './answerRows';
