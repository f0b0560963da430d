import type { Sale } from '../ledger/sale.ts';
import { isTaking } from '../ledger/takings.ts';
import type { Minor } from '../money.ts';

export type ExpectedCash = { readonly expectedMinor: Minor; readonly salesCount: number; readonly salesMinor: Minor; readonly refundsMinor: Minor };

/** What should be in the drawer: the float, plus cash sales, less cash refunds; undone and unpaid ones left out. */
export function expectedCash(sales: readonly Sale[], floatMinor: Minor): ExpectedCash {
	const cash = sales.filter((sale) => sale.tender === 'cash' && isTaking(sale));
	const sum = (kind: Sale['kind']) => cash.filter((sale) => sale.kind === kind).reduce((total, sale) => total + sale.amountMinor, 0);
	const [salesMinor, refundsMinor] = [sum('sale'), sum('refund')];
	const salesCount = cash.filter((sale) => sale.kind === 'sale').length;
	return { expectedMinor: floatMinor + salesMinor - refundsMinor, salesCount, salesMinor, refundsMinor };
}

/** What was counted by pieces; keys are denominations in minor units. Null where a denomination or a number of pieces cannot be. */
export function countedMinor(pieces: Readonly<Record<string, number>>): Minor | null {
	let total = 0;
	for (const [denomination, count] of Object.entries(pieces)) {
		if (!/^[1-9]\d{0,9}$/.test(denomination) || !Number.isSafeInteger(count) || count < 0) return null;
		total += Number(denomination) * count;
	}
	return Number.isSafeInteger(total) ? total : null;
}
