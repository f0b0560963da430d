// `npm start`: installs and builds what is missing, then serves the app and the receipt feed (contracts in hub/README.md).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';

install();
const { bundle, root } = await import('./bundle.mjs');
const { buildApp } = await import('./app-build.mjs');
const { main } = await import(pathToFileURL(await bundle('hub/server.ts', ['hub', 'src/feeds', 'src/domain', 'src/importers'])).href);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const ending = new AbortController();
const status = await main({ argv: process.argv.slice(2), env: process.env, root, version, prepareApp: () => buildApp(ending.signal) });
ending.abort();
process.exit(status);
