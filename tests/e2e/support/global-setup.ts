import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../../scripts/bundle.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the app and the hub once for all end-to-end tests. */
export default async function setup({ provide }: { readonly provide: (key: 'hubBundle', value: string) => void }) {
	const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
	if (built.status !== 0) throw new Error('the app could not be built');
	provide('hubBundle', await bundle('hub/server.ts', ['hub', 'src/domain', 'src/importers', 'src/feeds', 'src/engine']));
}

declare module 'vitest' {
	interface ProvidedContext {
		readonly hubBundle: string;
	}
}
