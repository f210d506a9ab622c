export { default as Drawing } from './Drawing.svelte';
export { default as PageFrame } from './PageFrame.svelte';
export { default as PagesPart } from './PagesPart.svelte';
export { openShelf, type PageOwner } from './paperPages.svelte';
export { settleShelves } from './shelves';
export { takesPhotos } from './takesPhotos';
