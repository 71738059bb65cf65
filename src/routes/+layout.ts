// A single page served for every address: documents live in the browser, not on the server.
export const ssr = false;
export const prerender = false;
