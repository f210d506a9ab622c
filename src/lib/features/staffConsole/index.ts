export { getStaffSession } from './staffSession.svelte';
export { refusalWords } from './refusalWords';
