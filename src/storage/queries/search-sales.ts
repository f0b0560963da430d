import type { Sale } from '../../domain/ledger/sale.ts';
import { TAIL_LENGTH_INDEXED } from '../../domain/ledger/sale-tails.ts';
import type { Minor } from '../../domain/money.ts';
import type { Database } from './source.ts';

/** What to look for over all days. `accept` has the last word; amounts and tails only say where an index leads straight to it. */
export type SaleSearch = {
	readonly amount: { readonly fromMinor: Minor; readonly toMinor: Minor } | null;
	/** End of a number as `comparable` makes it, three characters or more. */
	readonly tail: string | null;
	/** Everything that is accepted has such an amount or tail, so that nothing else need be looked at. */
	readonly indexed: boolean;
	readonly accept: (sale: Sale) => boolean;
	readonly limit: number;
};

export type FoundSales = {
	/** Newest first. */
	readonly sales: readonly Sale[];
	/** There are more than the limit. */
	readonly more: boolean;
};

/** Finds sales and refunds of any day, the newest first. */
export function searchSales(db: Database, search: SaleSearch): Promise<FoundSales> {
	return db.transaction('r', db.sales, async () => {
		const found = search.indexed ? await byIndex(db, search) : await byScan(db, search);
		const sales = [...new Map(found.map((sale) => [sale.id, sale])).values()].sort((a, b) => b.at - a.at || b.seq - a.seq);
		return { sales: sales.slice(0, search.limit), more: sales.length > search.limit };
	});
}

async function byIndex(db: Database, { amount, tail, accept, limit }: SaleSearch): Promise<Sale[]> {
	const found: Sale[] = [];
	if (amount) {
		// Rows of one amount lie in the order of their ids, which rise with time.
		const rows = db.sales.where('amountMinor').between(amount.fromMinor, amount.toMinor, true, true).reverse().filter(accept);
		found.push(...(await (amount.fromMinor === amount.toMinor ? rows.limit(limit + 1) : rows).toArray()));
	}
	if (tail !== null) {
		const rows = db.sales.where('tails').equals(tail.slice(-TAIL_LENGTH_INDEXED)).filter(accept);
		found.push(...(await rows.toArray()));
	}
	return found;
}

async function byScan(db: Database, { accept, limit }: SaleSearch): Promise<Sale[]> {
	return db.sales
		.orderBy('at')
		.reverse()
		.filter(accept)
		.limit(limit + 1)
		.toArray();
}
