export { getStaffSession } from './staffSession.svelte';
export { refusalWords } from './refusalWords';
export { commandOf } from './queue/queueKeys';
export { default as Shortcuts } from './Shortcuts.svelte';
export { default as VainPart } from './vain/VainPart.svelte';
