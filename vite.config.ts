import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, chromiumPath } from './scripts/chromium.mjs';
import { MANIFEST } from './src/app/manifest.ts';

const executablePath = chromiumPath();
const BROWSER_PACKAGES = [
	'react',
	'react-dom',
	'react-dom/client',
	'react/jsx-dev-runtime',
	'dexie',
	'dexie-react-hooks',
	'fast-xml-parser',
	'fflate',
	'hucre/xlsx',
	'lucide-react',
	'papaparse',
	'wouter',
	'zustand',
	'@tanstack/react-virtual',
	'@visx/scale',
	'@visx/shape',
];

export default defineConfig({
	plugins: [
		onlyCells(),
		react(),
		VitePWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'sw.ts',
			injectRegister: false,
			manifest: MANIFEST,
			injectManifest: { rollupFormat: 'iife', globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,csv,txt,json}'], globIgnores: ['screenshots/**'] },
		}),
	],
	// The build for browsers of the last years; the other one carries helpers that none of them needs.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	build: {
		target: ['chrome111', 'safari16.4'],
		manifest: true,
		sourcemap: false,
		modulePreload: { polyfill: false, resolveDependencies: preloaded },
		rolldownOptions: { output: { codeSplitting: { groups: [{ name: tillChunk(), debugName: 'till' }] } } },
	},
	worker: { format: 'es', plugins: () => [onlyCells()] },
	server: { proxy: { '/hub': 'http://127.0.0.1:4173' } },
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['tests/{unit,tables,properties,simulation,contract,regressions}/**/*.test.{ts,tsx}', 'tests/tidy.test.ts'],
					environment: 'node',
					setupFiles: ['tests/support/repeatable.ts'],
					testTimeout: 20_000,
					// One fewer than there are processors would be one; many of these tests wait for timers and threads.
					maxWorkers: 2,
				},
			},
			{
				extends: true,
				// Named beforehand, because finding one in the middle of a test makes the page reload.
				optimizeDeps: { include: BROWSER_PACKAGES },
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.{ts,tsx}'],
					testTimeout: 30_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: { args: CHROMIUM_ARGS, ...(executablePath && existsSync(executablePath) ? { executablePath } : {}) } }),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['tests/{e2e,faults}/**/*.test.ts'],
					environment: 'node',
					testTimeout: 180_000,
					hookTimeout: 120_000,
					// Each file has a hub, a browser and data of its own.
					maxWorkers: 2,
					globalSetup: ['tests/e2e/support/global-setup.ts'],
				},
			},
		],
	},
});

/** What a workbook may hold beside cells, by the files that read it; each reader is left with its word for "nothing there". */
const NOT_CELLS: Readonly<Record<string, string>> = {
	'./chart-reader.mjs': 'export const parseChart = () => undefined;',
	'./pivot-reader.mjs': 'export const parsePivotTable = () => undefined, parsePivotCacheDefinition = () => undefined, attachPivotCacheFields = () => {};',
	'./slicer-reader.mjs':
		'export const parseSlicers = () => [], parseTimelines = () => [], parseSlicerCache = () => undefined, parseTimelineCache = () => undefined;',
};

/** Leaves out a fifth of the workbook reader: bills are cells, and every tablet keeps this code for working offline. */
function onlyCells() {
	return {
		name: 'only-cells',
		enforce: 'pre' as const,
		resolveId: (id: string, importer?: string) => (id in NOT_CELLS && importer?.includes('/hucre/') ? `\0${id}` : null),
		load: (id: string) => NOT_CELLS[id.slice(1)] ?? null,
	};
}

/**
 * Of a screen that is fetched later only the styles are named ahead, which must be there before it draws. The names of all its scripts would
 * stand in the till's own, and spare nothing: every screen is fetched while nothing happens, and then comes from the service worker.
 */
function preloaded(_file: string, files: string[], { hostType }: { readonly hostType: 'html' | 'js' }): string[] {
	return hostType === 'html' ? files : files.filter((file) => file.endsWith('.css'));
}

type ModuleGraph = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null };

/**
 * All that the till needs before its first key goes into one chunk: one request, and compressed as one. Left to itself the
 * bundler makes thirty small ones, because the other screens share modules with it.
 */
function tillChunk() {
	const reached = new Set<string>();
	return (id: string, graph: ModuleGraph) => {
		if (reached.size === 0) {
			const queue = [fileURLToPath(new URL('src/main.tsx', import.meta.url))];
			for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
				if (reached.has(next)) continue;
				reached.add(next);
				queue.push(...(graph.getModuleInfo(next)?.importedIds ?? []));
			}
		}
		// The package's index names every icon there is; each stays with the screens that draw it.
		return reached.has(id) && !id.includes('/lucide-react/') ? 'till' : null;
	};
}
