/** Numbers that look random and are the same for the same words, so that a run can be repeated from its seed. */
export type Random = {
	/** An integer from 0 up to, but not including, the bound. */
	readonly below: (bound: number) => number;
	readonly pick: <T>(items: readonly [T, ...T[]]) => T;
	/** A text of so many digits; the first is not 0. */
	readonly digits: (count: number) => string;
};

/** Mulberry32 over an FNV-1a hash of the words. */
export function randomOf(...words: readonly (string | number)[]): Random {
	let state = 0x811c9dc5;
	for (const char of words.join('\u0000')) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);

	function next(): number {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	}

	const below = (bound: number) => Math.floor((next() / 0x1_0000_0000) * bound);
	return {
		below,
		pick: ([first, ...rest]) => [first, ...rest][below(rest.length + 1)] ?? first,
		digits: (count) => Array.from({ length: count }, (_, at) => (at === 0 ? 1 + below(9) : below(10))).join(''),
	};
}
