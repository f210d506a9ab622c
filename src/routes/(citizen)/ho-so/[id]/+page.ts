// A dossier is known only to the phone that filed it.
export const ssr = false;
export const prerender = false;
