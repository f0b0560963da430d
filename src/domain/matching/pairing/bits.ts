/** Probabilities are summed in thousandths of a bit, made by exact arithmetic only, so that every tablet gets the same integers. */
export type MilliBits = number;

/** log2 of a positive number in thousandths. Only IEEE operations whose result is fixed: `Math.log2` may differ between engines. */
export function milliLog2(value: number): MilliBits {
	let rest = value;
	let whole = 0;
	while (rest >= 2) {
		rest /= 2;
		whole++;
	}
	while (rest < 1) {
		rest *= 2;
		whole--;
	}
	let fraction = 0;
	for (let step = 0.5; step > 0.000_05; step /= 2) {
		rest *= rest;
		if (rest >= 2) {
			rest /= 2;
			fraction += step;
		}
	}
	return Math.round((whole + fraction) * 1_000);
}

/** 2 to the power of −`bits`/1000 for `bits` ≥ 0; 0 beyond 60 bits. */
export function shareOf(bits: MilliBits): number {
	if (bits >= 60_000) return 0;
	const whole = Math.floor(bits / 1_000);
	return (POWERS[bits - whole * 1_000] ?? 1) * (HALVES[whole] ?? 0);
}

const POWERS = powers();
const HALVES = Float64Array.from({ length: 60 }, (_, n) => 1 / Number(1n << BigInt(n)));

/** 2 to the power of −n/1000 for n = 0 … 999, from square roots, which IEEE fixes. */
function powers(): Float64Array {
	const roots: number[] = [];
	for (let root = 0.5; roots.length < 40; root = Math.sqrt(root)) roots.push(root);
	return Float64Array.from({ length: 1_000 }, (_, n) => {
		let value = 1;
		let rest = n / 1_000;
		for (let k = 1, step = 0.5; k < roots.length; k++, step /= 2) {
			if (rest < step) continue;
			value *= roots[k] ?? 1;
			rest -= step;
		}
		return value;
	});
}
