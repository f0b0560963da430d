// `npm start`: installs and builds what is missing, then serves the app and the receipt feed (contracts in hub/README.md).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';

install();
const { bundle, root } = await import('./bundle.mjs');
const { buildApp } = await import('./app-build.mjs');
const folders = ['hub', 'src/feeds', 'src/domain', 'src/importers'];
const { main } = await import(pathToFileURL(await bundle('hub/server.ts', folders)).href);
const readerScript = await bundle('hub/reading/reader.worker.ts', folders);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const ending = new AbortController();
const status = await main({ argv: process.argv.slice(2), env: process.env, root, version, readerScript, prepareApp: () => buildApp(ending.signal) });
ending.abort();
process.exit(status);
