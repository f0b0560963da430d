import { expect, test } from 'vitest';
import { takeSharedFiles } from '../../../../src/app/screens/import/incoming/shared-files.ts';

test('shared files come out once, under the name they were shared with', async () => {
	const { caches, left } = cacheWith({ '/shared/0?name=%E8%B4%A6%E5%8D%95.csv': 'a', '/shared/1?name=b.zip': 'b', '/other': 'x' });
	const files = await takeSharedFiles(caches);
	expect(await Promise.all(files.map(async (file) => [file.name, await file.text()]))).toEqual([
		['账单.csv', 'a'],
		['b.zip', 'b'],
	]);
	expect(left()).toEqual(['/other']);
	expect(await takeSharedFiles(caches)).toEqual([]);
});

test('nothing was shared, nothing is made', async () => {
	let opened = false;
	const open = () => {
		opened = true;
		return Promise.reject(new Error('opened'));
	};
	expect(await takeSharedFiles({ has: () => Promise.resolve(false), open })).toEqual([]);
	expect(opened).toBe(false);
});

function cacheWith(content: Record<string, string>) {
	const stored = new Map(Object.entries(content).map(([path, body]) => [`https://till.example${path}`, body]));
	const cache = {
		keys: () => Promise.resolve([...stored.keys()].map((url) => ({ url }))),
		match: ({ url }: { url: string }) => Promise.resolve(new Response(stored.get(url))),
		delete: ({ url }: { url: string }) => Promise.resolve(stored.delete(url)),
	};
	const caches = { has: () => Promise.resolve(true), open: () => Promise.resolve(cache) } as unknown as Pick<CacheStorage, 'has' | 'open'>;
	return { caches, left: () => [...stored.keys()].map((url) => url.replace('https://till.example', '')) };
}
