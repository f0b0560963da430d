import { SECOND_MS } from '../../../time.ts';
import { REACH } from '../../weights.ts';
import type { Side } from '../side.ts';
import type { Sameness } from '../solving/posterior.ts';

/** Interchangeable by the contract: the same in all that is known, no typed keys, and within two minutes. */
export function samenessOf(left: Side, right: Side): Sameness {
	const leftAlike = (a: number, b: number) => left.keyed[a] === 0 && left.keyed[b] === 0 && alike(left, a, b);
	// Receipts always print their keys; what tells them apart is whether the sale's cashier typed any.
	const rightAlike = (a: number, b: number, l: number) => left.keyed[l] === 0 && alike(right, a, b);
	return {
		leftTwins: (a, b) => near(left, a, b) && leftAlike(a, b),
		rightTwins: (a, b, l) => near(right, a, b) && rightAlike(a, b, l),
		leftAlike,
		rightAlike,
	};
}

function near(side: Side, a: number, b: number): boolean {
	return Math.abs((side.at[a] ?? 0) - (side.at[b] ?? 0)) <= REACH.interchangeableSeconds * SECOND_MS;
}

function alike(side: Side, a: number, b: number): boolean {
	const terminals = side.terminal[a] === side.terminal[b] || (side.terminal[a] ?? -1) < 0 || (side.terminal[b] ?? -1) < 0;
	return (
		terminals &&
		side.amount[a] === side.amount[b] &&
		side.net[a] === side.net[b] &&
		side.currency[a] === side.currency[b] &&
		side.tender[a] === side.tender[b] &&
		side.standing[a] === side.standing[b]
	);
}
