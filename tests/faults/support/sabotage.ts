import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A way to break the promise that a tick means durable. `text` must stand in `file`, or the sabotage itself is out of date. */
export type Sabotage = { readonly name: string; readonly file: string; readonly text: string; readonly by: string };

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export const SABOTAGES: readonly Sabotage[] = [
	{
		name: 'acknowledged before it is written',
		file: 'src/storage/commit/commit.ts',
		text: 'return parts.exclusive(ledgerLock(name), () => commitAlone(state, request, early));',
		by: `void new Promise((later) => setTimeout(later, 400)).then(() => parts.exclusive(ledgerLock(name), () => commitAlone(state, request, null)));
		return ok({ entries: drafts.map((draft) => ({ ...draft, seq: (globalThis.__seq = (globalThis.__seq ?? 1000) + 1) })) });`,
	},
	{
		name: 'kept in memory and written in batches',
		file: 'src/storage/commit/commit.ts',
		text: 'return parts.exclusive(ledgerLock(name), () => commitAlone(state, request, early));',
		by: `(globalThis.__held ??= []).push(...drafts);
		if (globalThis.__held.length >= 25) { const held = globalThis.__held.splice(0); void parts.exclusive(ledgerLock(name), () => commitAlone(state, { drafts: held, batches: [] }, null)); }
		return drafts[0].kind === 'shop-configured' ? parts.exclusive(ledgerLock(name), () => commitAlone(state, { drafts: globalThis.__held.splice(0), batches: [] }, null)) : ok({ entries: drafts.map((draft) => ({ ...draft, seq: (globalThis.__seq = (globalThis.__seq ?? 1000) + 1) })) });`,
	},
];

/** Builds the app with the sabotage in it; the folder of the build. */
export async function buildSabotaged({ name, file, text, by }: Sabotage): Promise<string> {
	const outDir = await mkdtemp(join(tmpdir(), 'counterfoil-sabotaged-'));
	let applied = false;
	await build({
		root: ROOT,
		configFile: join(ROOT, 'vite.config.ts'),
		logLevel: 'error',
		build: { outDir, emptyOutDir: true },
		plugins: [
			{
				name: 'sabotage',
				enforce: 'pre',
				transform(code, id) {
					if (!id.replaceAll('\\', '/').endsWith(file)) return null;
					if (!code.includes(text)) throw new Error(`"${name}" finds nothing to break in ${file}`);
					applied = true;
					return code.replace(text, by);
				},
			},
		],
	});
	if (!applied) throw new Error(`"${name}" was not built in`);
	return outDir;
}
