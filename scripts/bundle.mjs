// Bundles a TypeScript entry for Node into node_modules/.cache, once per state of the sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Path of the bundle of `entry` (relative to the root), built anew if a file of `folders` changed. */
export async function bundle(entry, folders) {
	const state = createHash('sha256');
	for (const folder of folders) for (const line of stateOf(join(root, folder))) state.update(line);
	state.update(`${entry} ${statSync(join(root, 'package-lock.json')).mtimeMs}`);
	const out = join(root, 'node_modules', '.cache', 'counterfoil', `${entry.replaceAll(/[^a-z]/gi, '-')}-${state.digest('hex').slice(0, 16)}.mjs`);
	if (existsSync(out)) return out;
	const { rolldown } = await import('rolldown');
	const built = await rolldown({ input: join(root, entry), platform: 'node', external: (id) => /^[a-z@]/.test(id) && !id.startsWith('node_modules') });
	await built.write({ file: out, format: 'esm', codeSplitting: false });
	await built.close();
	return out;
}

function stateOf(folder) {
	const lines = [];
	for (const item of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, item.name);
		if (item.isDirectory()) lines.push(...stateOf(path));
		else lines.push(`${path} ${statSync(path).mtimeMs}`);
	}
	return lines;
}
