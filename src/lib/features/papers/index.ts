export { default as Drawing } from './Drawing.svelte';
export { settleShelves } from './shelves';
export { takesPhotos } from './takesPhotos';
