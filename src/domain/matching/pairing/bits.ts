/** Probabilities are summed in thousandths of a bit, made by exact arithmetic only, so that every tablet gets the same integers. */
export type MilliBits = number;

/** log2 of a positive number in thousandths, from a table: `Math.log2` may differ between engines. */
export function milliLog2(value: number): MilliBits {
	FLOAT[0] = value;
	const high = WORDS[HIGH] ?? 0;
	return ((high >>> 20) - 1_023) * 1_000 + (MANTISSAS[(high & 0xf_ffff) >>> (20 - TABLE_BITS)] ?? 0);
}

/** From so many bits on a share counts as nothing. */
export const NOTHING_FROM: MilliBits = 60_000;

/** 2 to the power of −`bits`/1000 for `bits` ≥ 0; 0 beyond 60 bits. */
export function shareOf(bits: MilliBits): number {
	if (bits >= NOTHING_FROM) return 0;
	const whole = Math.floor(bits / 1_000);
	return (POWERS[bits - whole * 1_000] ?? 1) * (HALVES[whole] ?? 0);
}

/** 2 to the power of `bits`/1000, up to 56 bits. */
export function ratioOf(bits: MilliBits): number {
	return bits <= 0 ? shareOf(-bits) : 1 / shareOf(Math.min(bits, 56_000));
}

/** A number's bits, read as two words; which word is the high one depends on the machine. */
const FLOAT = new Float64Array([2]);
const WORDS = new Uint32Array(FLOAT.buffer);
const HIGH = WORDS[1] === 0 ? 0 : 1;

const TABLE_BITS = 12;
/** Thousandths of log2 of 1 … 2, at the middle of each step. */
const MANTISSAS = Int32Array.from({ length: 2 ** TABLE_BITS }, (_, k) => bySquaring(1 + (k + 0.5) / 2 ** TABLE_BITS));

/** log2 of a number from 1 up to 2, digit by binary digit. */
function bySquaring(value: number): MilliBits {
	let rest = value;
	let fraction = 0;
	for (let step = 0.5; step > 0.000_05; step /= 2) {
		rest *= rest;
		if (rest < 2) continue;
		rest /= 2;
		fraction += step;
	}
	return Math.round(fraction * 1_000);
}

const HALVES = Float64Array.from({ length: 60 }, (_, n) => 1 / Number(1n << BigInt(n)));
const POWERS = powers();

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
