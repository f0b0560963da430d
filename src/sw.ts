/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { maskCardNumbers } from './domain/card-numbers.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[] };

/** Where shared files wait for the import screen. */
const SHARED_CACHE = 'counterfoil-shared';

precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();
// Every route opens offline. What belongs to the hub, and files, are never answered with the page.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/hub\//, /^\/share-target/, /\/[^/?]+\.[^/]+$/] }));

// The update waits until the page says that no sale is being entered (src/main.tsx).
self.addEventListener('message', (event) => {
	if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
	if (event.request.method === 'POST' && new URL(event.request.url).pathname === '/share-target') event.respondWith(takeShared(event.request));
});

/** Keeps files that another app shared until the import screen has read them. */
async function takeShared(request: Request): Promise<Response> {
	const form = await request.formData();
	const cache = await caches.open(SHARED_CACHE);
	const files = form.getAll('files').filter((item) => item instanceof File);
	const text = form.get('text');
	// A table that was copied rather than saved.
	if (files.length === 0 && typeof text === 'string' && text.trim() !== '') files.push(new File([text], 'shared.txt', { type: 'text/plain' }));
	// Each has an address of its own, so that sharing again before these were read leaves none out.
	await Promise.all(
		files.map((file) => cache.put(`/shared/${crypto.randomUUID()}?name=${encodeURIComponent(maskCardNumbers(file.name))}`, new Response(file))),
	);
	return Response.redirect('/import?shared=1', 303);
}
