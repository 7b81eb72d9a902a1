// The service worker of the offline pages: what a page has put aside is shown when the network is gone. It keeps nothing by
// itself; offline.js decides what, for whom and how long.

const kept = /^\/(offline\/\d+|assets\/[^/]+|api\/v1\/filings\/\d+\/rules)$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !kept.test(pathname)) return;
  event.respondWith(fetch(request).catch(async gone => {
    const copy = await caches.match(pathname, { ignoreVary: true });
    if (copy) return copy;
    throw gone;
  }));
});
