import type { Sale } from '../../../domain/ledger/sale.ts';
import { leavesReceipt } from '../../../domain/ledger/tender.ts';
import type { Receipt } from '../../../domain/receipts/receipt.ts';
import { type BusinessDay, type Instant, MINUTE_MS } from '../../../domain/time.ts';
import type { Database } from '../../database.ts';
import { daysAround, daysBefore, receiptsById } from './member-receipts.ts';

/** A record for which the other half is looked for. */
export type FindAnchor = { readonly side: 'ours'; readonly sale: Sale } | { readonly side: 'theirs'; readonly receipt: Receipt; readonly day: BusinessDay };

/** A record that could be the other half. */
export type Candidate = {
	readonly id: string;
	readonly at: Instant;
	readonly amountMinor: number;
	readonly record: { readonly side: 'ours'; readonly sale: Sale } | { readonly side: 'theirs'; readonly receipt: Receipt };
	/** What it stands joined with now, if anything: sales or receipts by id. */
	readonly joinedWith: readonly string[];
	readonly confirmed: boolean;
};

/** Every record of the other side around the day, with what it is joined with; the screen ranks and filters them. */
export async function matchCandidates(db: Database, anchor: FindAnchor): Promise<readonly Candidate[]> {
	const day = anchor.side === 'ours' ? anchor.sale.day : anchor.day;
	const days = anchor.side === 'ours' ? daysAround(day) : daysBefore(day);
	const joined = await joinedRecords(db, days);
	if (anchor.side === 'ours') {
		const receipts = [...(await receiptsById(db, days)).values()].filter((one) => one.currency === anchor.sale.currency && TAKES_PART.has(one.kind));
		return receipts.map((receipt) => ({
			id: receipt.id,
			at: receipt.at,
			amountMinor: receipt.amountMinor,
			record: { side: 'theirs', receipt },
			...standing(joined, receipt.id),
		}));
	}
	const sales = await salesNear(db, anchor.receipt);
	return sales.map((sale) => ({ id: sale.id, at: sale.at, amountMinor: sale.amountMinor, record: { side: 'ours', sale }, ...standing(joined, sale.id) }));
}

const TAKES_PART = new Set<Receipt['kind']>(['sale', 'refund', 'void']);

/** A terminal that was offline posts up to four days later, so our half lies before theirs. */
const BEFORE_MS = 4 * 24 * 60 * MINUTE_MS;
const AFTER_MS = 24 * 60 * MINUTE_MS;

async function salesNear(db: Database, receipt: Receipt): Promise<Sale[]> {
	const sales = await db.sales
		.where('at')
		.between(receipt.at - BEFORE_MS, receipt.at + AFTER_MS)
		.toArray();
	return sales.filter(
		(sale) => sale.currency === receipt.currency && sale.reversedBy === null && (leavesReceipt(sale.tender) || sale.amountMinor === receipt.amountMinor),
	);
}

type Joined = ReadonlyMap<string, { readonly others: readonly string[]; readonly confirmed: boolean }>;

async function joinedRecords(db: Database, days: readonly BusinessDay[]): Promise<Joined> {
	const outcomes = await db.dayOutcomes.bulkGet([...days]);
	const joined = new Map<string, { others: readonly string[]; confirmed: boolean }>();
	for (const outcome of outcomes) {
		for (const { sales, receipts, band, confirmed } of outcome?.matches ?? []) {
			if (band === 'review') continue;
			for (const id of sales) joined.set(id, { others: receipts, confirmed });
			for (const id of receipts) joined.set(id, { others: sales, confirmed });
		}
	}
	return joined;
}

function standing(joined: Joined, id: string): Pick<Candidate, 'joinedWith' | 'confirmed'> {
	const found = joined.get(id);
	return { joinedWith: found?.others ?? [], confirmed: found?.confirmed ?? false };
}
