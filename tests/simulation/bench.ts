import { reconcile } from '../../src/domain/matching/reconcile.ts';
import { playShop } from './play.ts';
import { JUDGING_SEEDS, SCENARIOS, type Scenario, TUNING_SEEDS } from './scenarios.ts';
import { addScores, type Bin, calibrationError, f1, macroF1, type Score, scoreOf } from './score.ts';

/** Plays every scenario and prints how well the engine did against the truth and the aims. */
export function printAccuracy(
	{ tuning, only, verbose }: { readonly tuning: boolean; readonly only: string | null; readonly verbose: boolean },
	print: (line: string) => void,
): Score {
	const seeds = tuning ? TUNING_SEEDS : JUDGING_SEEDS;
	print(`pairs, bands, kinds and calibration on ${seeds.length} ${tuning ? 'tuning' : 'judging'} seeds a scenario`);
	print(line(['scenario', 'sales', 'precision', 'recall', 'F1', 'aim', 'true clocks', 'auto right', 'of agreeing', 'kinds', 'calibration', 's']));
	const all: Score[] = [];
	for (const scenario of SCENARIOS.filter(({ name }) => only === null || name.includes(only))) {
		const { score, bound, sales, seconds } = runScenario(scenario, seeds);
		all.push(score);
		const { right, found, wanted } = score.pairs;
		print(
			line([
				scenario.name,
				String(sales),
				percent(right / found),
				percent(right / wanted),
				percent(f1(score.pairs)),
				scenario.aim === null ? '–' : `${percent(scenario.aim)} ${f1(score.pairs) >= scenario.aim ? 'met' : 'MISSED'}`,
				percent(f1(bound.pairs)),
				`${percent(score.auto.right / score.auto.found)} (${score.auto.found - score.auto.right})`,
				percent(score.auto.ofAgreeing / score.auto.agreeing),
				percent(macroF1(score.kinds)),
				calibrationError(score.reliability).toFixed(4),
				seconds.toFixed(1),
			]),
		);
		if (verbose)
			for (const [kind, hits] of score.kinds) print(`    ${kind} ${percent(f1(hits))} right ${hits.right} found ${hits.found} wanted ${hits.wanted}`);
	}
	const whole = addScores(all);
	print('');
	print(
		`auto band right ${percent(whole.auto.right / whole.auto.found)} of ${whole.auto.found} (aim ≥ 99.98), with ${percent(whole.auto.ofAgreeing / whole.auto.agreeing)} of agreeing pairs (aim ≥ 95)`,
	);
	print(`kinds of discrepancy, macro-F1 ${percent(macroF1(whole.kinds))} (aim ≥ 98)`);
	for (const [kind, hits] of [...whole.kinds].sort())
		print(`  ${kind.padEnd(22)} F1 ${percent(f1(hits)).padStart(6)}   right ${hits.right}, found ${hits.found}, true ${hits.wanted}`);
	print(`calibration error ${calibrationError(whole.reliability).toFixed(4)} (aim ≤ 0.01)`);
	for (const bin of whole.reliability) if (bin.count > 0) print(`  ${reliabilityLine(bin)}`);
	return whole;
}

function runScenario({ shop }: Scenario, seeds: readonly number[]) {
	let sales = 0;
	let seconds = 0;
	const scores: Score[] = [];
	const bounds: Score[] = [];
	for (const seed of seeds) {
		const days = playShop(shop(seed), seed);
		sales += days.input.sales.length;
		const begun = performance.now();
		const outcome = reconcile(days.input);
		seconds += (performance.now() - begun) / 1_000;
		scores.push(prefixed(scoreOf(days, outcome), seed));
		bounds.push(scoreOf({ input: days.rightClocks, truth: days.truth }, reconcile(days.rightClocks)));
	}
	return { score: addScores(scores), bound: addScores(bounds), sales, seconds };
}

function prefixed(score: Score, seed: number): Score {
	return { ...score, faults: score.faults.map((fault) => `${seed} ${fault}`) };
}

const WIDTHS = [34, 6, 9, 7, 7, 13, 11, 13, 11, 7, 11, 5];

function line(cells: readonly string[]): string {
	return cells.map((cell, k) => (k === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[k] ?? 0))).join(' ');
}

function percent(share: number): string {
	return Number.isFinite(share) ? (share * 100).toFixed(2) : '–';
}

function reliabilityLine({ from, count, claimed, observed }: Bin): string {
	return `claimed from ${from}: ${count} matches, claimed ${(claimed / count).toFixed(4)}, right ${(observed / count).toFixed(4)}`;
}
