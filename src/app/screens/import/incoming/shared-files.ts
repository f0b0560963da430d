/** Where the service worker puts files that were shared to the app, under `/shared/<n>?name=<name>`. */
const SHARED_CACHE = 'counterfoil-shared';
const SHARED_PATH = '/shared/';

/** Takes the shared files over: once read they are removed, so that they are not offered again. */
export async function takeSharedFiles(caches: Pick<CacheStorage, 'has' | 'open'>): Promise<File[]> {
	if (!(await caches.has(SHARED_CACHE))) return [];
	const cache = await caches.open(SHARED_CACHE);
	const files: File[] = [];
	for (const request of await cache.keys()) {
		const url = new URL(request.url);
		if (!url.pathname.startsWith(SHARED_PATH)) continue;
		const blob = await (await cache.match(request))?.blob();
		if (blob) files.push(new File([blob], url.searchParams.get('name') ?? url.pathname.slice(SHARED_PATH.length), { type: blob.type }));
		await cache.delete(request);
	}
	return files;
}
