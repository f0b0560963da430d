// How well and how fast sales are matched with receipts: `npm run bench:matching`.
// `--tuning` plays the days on which weights may be tuned, `--only WORD` some scenarios, `--verbose` tells each kind.
import { install } from './install.mjs';

install();
const { bundle } = await import('./bundle.mjs');
const { printAccuracy } = await import(await bundle('tests/simulation/bench.ts', ['src/domain', 'tests/simulation', 'tests/support']));

const args = process.argv.slice(2);
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? null) : null;
printAccuracy({ tuning: args.includes('--tuning'), only, verbose: args.includes('--verbose') }, (line) => console.log(line));
