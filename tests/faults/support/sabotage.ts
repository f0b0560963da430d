import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A way to break the promise that a tick means durable. `text` must stand in `file`, or the sabotage itself is out of date. */
export type Sabotage = { readonly name: string; readonly file: string; readonly text: string; readonly by: string };

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const ANCHOR = 'const answer = turn.then(commit, commit);';
/** What the till would get from an honest ledger, made up on the spot. */
const FALSE_ANSWER = 'Promise.resolve(ok({ entries: drafts.map((draft) => ({ ...draft, seq: (globalThis.told = (globalThis.told ?? 100000) + 1) })) }))';

export const SABOTAGES: readonly Sabotage[] = [
	{
		name: 'acknowledged before it is written',
		file: 'src/storage/commit/commit.ts',
		text: ANCHOR,
		by: `const answer = ${FALSE_ANSWER}; setTimeout(commit, drafts[0].kind === 'sale-recorded' ? 400 : 0);`,
	},
	{
		name: 'kept in memory and written in batches',
		file: 'src/storage/commit/commit.ts',
		text: ANCHOR,
		by: `const held = (globalThis.held ??= []); held.push(commit); const answer = ${FALSE_ANSWER};
		if (held.length >= 25 || drafts[0].kind !== 'sale-recorded') void held.splice(0).reduce((before, next) => before.then(next), Promise.resolve());`,
	},
];

/** Builds the app with the sabotage in it; the folder of the build. */
export async function buildSabotaged({ name, file, text, by }: Sabotage): Promise<string> {
	const outDir = await mkdtemp(join(tmpdir(), 'counterfoil-sabotaged-'));
	let applied = false;
	// The test runner says `test` here, which would bring React's development build in.
	process.env.NODE_ENV = 'production';
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
