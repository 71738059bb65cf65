/// <reference types="@sveltejs/kit" />
import { build, files, version } from '$service-worker';
import {
  addRoute,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precache
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

// The framework's types bring a page's globals with them.
const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

/** The page that answers every address. The framework does not count it among its files. */
const PAGE = '/200.html';
/** Addresses that only the server can answer, now. */
const SERVER_ONLY = [/^\/api\//, /^\/(sync|health|metrics)$/];

precache([
  // Their names carry a hash of what is in them.
  ...build.map((url) => ({ url, revision: null })),
  ...files.map((url) => ({ url, revision: version })),
  { url: PAGE, revision: version }
]);
cleanupOutdatedCaches();
addRoute({ directoryIndex: '', cleanURLs: false });
registerRoute(new NavigationRoute(createHandlerBoundToURL(PAGE), { denylist: SERVER_ONLY }));

// A page of the first visit loads the rest of its parts from here too, once it has them all.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

// A new version waits until a person asks for it, or until the last window is closed.
worker.addEventListener('message', (event) => {
  if (event.data?.type === 'skip-waiting') event.waitUntil(worker.skipWaiting());
});
