// A slip is fetched for the officer who is signed in, a posting sheet names the office this device knows: nothing to
// prerender.
export const ssr = false;
export const prerender = false;
