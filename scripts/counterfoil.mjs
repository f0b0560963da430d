#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';

install();
const { bundle } = await import('./bundle.mjs');
const { main } = await import(pathToFileURL(await bundle('src/cli/main.ts', ['src/cli', 'src/domain', 'src/importers', 'src/engine'])).href);
process.exitCode = await main(process.argv.slice(2));
