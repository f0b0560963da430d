import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../hub/settings.ts';

const read = (argv: string[], env: Record<string, string> = {}) => readSettings(argv, env, '/shop');
const settings = (argv: string[], env: Record<string, string> = {}) => {
	const answer = read(argv, env);
	if (!answer.ok) throw new Error(answer.error);
	return answer.value;
};
const error = (argv: string[], env: Record<string, string> = {}) => {
	const answer = read(argv, env);
	return answer.ok ? null : answer.error;
};

test('without any words the hub listens on loopback and keeps its data in the checkout', () => {
	expect(settings([])).toEqual({ port: 4173, host: '127.0.0.1', dataFolder: '/shop/.data', sources: [], token: null, appFolder: null });
});

test('the environment says the same as the flags, and flags win', () => {
	const env = {
		COUNTERFOIL_PORT: '1',
		COUNTERFOIL_HOST: 'localhost',
		COUNTERFOIL_DATA: 'd',
		COUNTERFOIL_SOURCES: 'folder:a, simulator:clean',
		COUNTERFOIL_TOKEN: 'tokentoken',
	};
	expect(settings([], env)).toMatchObject({
		port: 1,
		host: 'localhost',
		dataFolder: '/shop/d',
		token: 'tokentoken',
		sources: [{ folder: '/shop/a' }, { scenario: 'clean' }],
	});
	const flags = ['--port', '2', '--host', '::1', '--data=/e', '--source', 'folder:/b', '--source', 'folder:c', '--token', 'otherother'];
	expect(settings(flags, env)).toMatchObject({
		port: 2,
		host: '::1',
		dataFolder: '/e',
		token: 'otherother',
		sources: [{ folder: '/b' }, { folder: '/shop/c' }],
	});
});

test('sources are read with everything that belongs to them', () => {
	const sources = ['--source', 'upstream:https://hub.example/base', '--source', 'simulator:noon-rush:seed-7'];
	expect(settings(sources, { COUNTERFOIL_UPSTREAM_TOKEN: 'secret' }).sources).toEqual([
		{ kind: 'upstream', url: 'https://hub.example/base', token: 'secret' },
		{ kind: 'simulator', scenario: 'noon-rush', seed: 'seed-7' },
	]);
});

describe('what is off is said in words', () => {
	test.each([
		[['--port', 'x'], /--port must be a number/],
		[['--port', '70000'], /--port must be a number/],
		[['--prot', '1'], /--prot/],
		[['stray'], /stray/],
		[['--source', 'ftp:x'], /"ftp:x" is no source/],
		[['--source', 'folder:'], /no source/],
		[['--source', 'simulator:storm'], /"storm" is no scenario.*clean, outage, faulty, noon-rush/],
		[['--source', 'simulator:clean:a:b'], /a seed is/],
		[['--source', 'simulator:clean:../x'], /a seed is/],
		[['--source', 'simulator:clean', '--source', 'simulator:faulty'], /Only one terminal/],
		[['--source', 'upstream:file:///etc'], /no http or https address/],
		[['--source', 'upstream:hub'], /no http or https address/],
		[['--host', '0.0.0.0'], /needs a --token/],
		[['--host', '192.168.1.4'], /needs a --token/],
		[['--host', '0.0.0.0', '--token', 'short'], /8 to 512/],
		[['--token', 'with blank in it'], /8 to 512/],
	])('%j', (argv, words) => {
		expect(error(argv)).toMatch(words);
	});

	test('other hosts are fine with a token', () => {
		expect(settings(['--host', '0.0.0.0', '--token', 'long-enough']).host).toBe('0.0.0.0');
	});
});
