export { default as ScanPart } from './ScanPart.svelte';
