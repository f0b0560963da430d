// How well and how fast sales are matched with receipts: `npm run bench:matching`.
// `--tuning` plays the days on which weights may be tuned, `--only WORD` some scenarios, `--verbose` tells each kind,
// `--accuracy` or `--speed` does one half only.
import { install } from './install.mjs';

install();
const { bundle } = await import('./bundle.mjs');
const folders = ['src/domain', 'tests/simulation', 'tests/support'];
const args = process.argv.slice(2);
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? null) : null;
const print = (line) => console.log(line);

if (!args.includes('--speed')) {
	const { printAccuracy } = await import(await bundle('tests/simulation/bench.ts', folders));
	printAccuracy({ tuning: args.includes('--tuning'), only, verbose: args.includes('--verbose') }, print);
	print('');
}
if (!args.includes('--accuracy') && only === null) {
	const { printSpeed } = await import(await bundle('tests/simulation/speed.ts', folders));
	await printSpeed(print);
}
