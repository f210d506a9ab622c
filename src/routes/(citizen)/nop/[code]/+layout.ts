// Everything here lives on the phone: nothing to prerender, nothing for a server to know.
export const ssr = false;
export const prerender = false;
