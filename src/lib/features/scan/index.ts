export { default as ScanPart } from './ScanPart.svelte';
export { captureWedge } from './wedgeCapture';
