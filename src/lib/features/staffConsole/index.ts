export { getStaffSession } from './staffSession.svelte';
