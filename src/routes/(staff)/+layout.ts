// The console lives behind a sign-in: nothing to render ahead, nothing to prerender.
export const ssr = false;
export const prerender = false;
