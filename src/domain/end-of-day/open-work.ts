import type { Discrepancy } from '../discrepancies/discrepancy.ts';
import { countsAsAtRisk } from '../discrepancies/sides.ts';
import type { Minor } from '../money.ts';

/** Still without an end: in the queue, put off, or with the provider. */
export function isUnresolved({ state }: Pick<Discrepancy, 'state'>): boolean {
	return state === 'open' || state === 'snoozed' || state === 'escalated';
}

/** The gaps that a day is closed with: how many, and the money in them (a wrong tender moves none). */
export function openWork(discrepancies: readonly Discrepancy[]): { readonly open: number; readonly openMinor: Minor } {
	const unresolved = discrepancies.filter(isUnresolved);
	const openMinor = unresolved.filter(({ kind }) => countsAsAtRisk(kind)).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
	return { open: unresolved.length, openMinor };
}
