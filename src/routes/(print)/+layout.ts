// A slip is fetched for the officer who is signed in: nothing to render ahead, nothing to prerender.
export const ssr = false;
export const prerender = false;
