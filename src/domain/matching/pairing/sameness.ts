import { SECOND_MS } from '../../time.ts';
import { REACH } from '../weights.ts';
import type { Sameness } from './posterior.ts';
import type { Side } from './side.ts';

/** Interchangeable by the contract: the same in all that is known, no typed keys, and within two minutes. */
export function samenessOf(left: Side, right: Side): Sameness {
	return {
		leftTwins: (a, b) => near(left, a, b) && alikeLeft(left, a, b),
		rightTwins: (a, b, l) => near(right, a, b) && alikeRight(left, right, a, b, l),
		leftAlike: (a, b) => alikeLeft(left, a, b),
		rightAlike: (a, b, l) => alikeRight(left, right, a, b, l),
	};
}

function near(side: Side, a: number, b: number): boolean {
	return Math.abs((side.at[a] ?? 0) - (side.at[b] ?? 0)) <= REACH.interchangeableSeconds * SECOND_MS;
}

function alikeLeft(left: Side, a: number, b: number): boolean {
	return left.keyed[a] === 0 && left.keyed[b] === 0 && alike(left, a, b);
}

/** Receipts always print their keys; what tells them apart is whether the sale's cashier typed any. */
function alikeRight(left: Side, right: Side, a: number, b: number, l: number): boolean {
	return left.keyed[l] === 0 && alike(right, a, b);
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
