/** A seeded source of numbers: the same seed gives the same shop days on every machine. */
export type Random = {
	/** From 0 up to 1. */
	readonly next: () => number;
	/** A whole number from 0 up to `below`. */
	readonly below: (below: number) => number;
	readonly chance: (share: number) => boolean;
	readonly pick: <T>(from: readonly T[]) => T;
	/** Bell-shaped around 0 with the given spread. */
	readonly bell: (spread: number) => number;
	readonly digits: (length: number) => string;
};

export function seeded(seed: number): Random {
	let state = (seed * 2_654_435_761 + 12_345) >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		next,
		below,
		chance: (share) => next() < share,
		pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
		bell: (spread) => (next() + next() + next() + next() + next() + next() - 3) * spread * Math.SQRT2,
		digits: (length) => Array.from({ length }, () => below(10)).join(''),
	};
}
