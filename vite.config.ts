import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { MANIFEST } from './src/app/manifest.ts';
import { CHROMIUM_ARGS, chromiumPath } from './scripts/chromium.mjs';

const executablePath = chromiumPath();

export default defineConfig({
	plugins: [
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
	build: { target: ['chrome111', 'safari16.4'], manifest: true, sourcemap: false, modulePreload: { polyfill: false } },
	worker: { format: 'es' },
	server: { proxy: { '/hub': 'http://127.0.0.1:4173' } },
	test: {
		projects: [
			{
				test: { name: 'unit', include: ['tests/{unit,tables,properties,simulation,contract,regressions}/**/*.test.{ts,tsx}', 'tests/tidy.test.ts'], environment: 'node', testTimeout: 20_000 },
			},
			{
				extends: true,
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
				test: { name: 'e2e', include: ['tests/{e2e,faults}/**/*.test.ts'], environment: 'node', testTimeout: 180_000, hookTimeout: 120_000, fileParallelism: false, globalSetup: ['tests/e2e/support/global-setup.ts'] },
			},
		],
	},
});
