import type { Discrepancy } from '../discrepancies/discrepancy.ts';
import { type SideFacts, sideOf } from '../discrepancies/sides.ts';
import type { Sale } from '../ledger/sale.ts';
import { isTaking } from '../ledger/takings.ts';
import type { Tender } from '../ledger/tender.ts';
import type { Match } from '../matching/outcome.ts';
import type { Minor } from '../money.ts';
import type { Receipt } from '../receipts/receipt.ts';
import type { DayRows } from './day-rows.ts';

/** One contribution to a day's figures; every figure is a sum of these, so that it can be followed down to its rows. */
export type DayItem = {
	readonly tender: Tender;
	readonly terminalId: string | null;
	/** Belongs to the refunds, not to the sales. */
	readonly refund: boolean;
	/** A difference between tenders in which no money is missing. */
	readonly booksOnly: boolean;
	readonly ledgerCount: number;
	readonly ledgerMinor: Minor;
	readonly receiptsCount: number;
	readonly receiptsMinor: Minor;
	readonly shortMinor: Minor;
	readonly overMinor: Minor;
	readonly awaitingCount: number;
	readonly awaitingMinor: Minor;
};

const NOTHING: Omit<DayItem, 'tender' | 'terminalId' | 'refund'> = {
	booksOnly: false,
	ledgerCount: 0,
	ledgerMinor: 0,
	receiptsCount: 0,
	receiptsMinor: 0,
	shortMinor: 0,
	overMinor: 0,
	awaitingCount: 0,
	awaitingMinor: 0,
};

type Lookup = { readonly sales: ReadonlyMap<string, Sale>; readonly receipts: ReadonlyMap<string, Receipt> };

export function dayItems(rows: DayRows): readonly DayItem[] {
	const lookup: Lookup = { sales: byId(rows.sales), receipts: byId(rows.receipts) };
	const matches = rows.matches.filter((match) => match.band !== 'review');
	const matched = new Set(matches.flatMap((match) => match.receipts));
	// A payout is no sale of the day: its gap is work of its own, beside the four numbers.
	const found = rows.discrepancies.filter((discrepancy) => discrepancy.state !== 'cleared' && discrepancy.payout === undefined);
	return [
		...rows.sales.filter(isTaking).map(ledgerItem),
		...rows.awaiting.flatMap(({ sale }) => awaitingItem(lookup.sales.get(sale))),
		...matches.flatMap((match) => [...matchedItems(match, lookup), ...splitItems(match, lookup)]),
		...unmatchedItems(found, matched, lookup),
		...found.flatMap((discrepancy) => differenceItems(discrepancy, lookup)),
	];
}

function ledgerItem({ tender, terminalId, kind, amountMinor }: Sale): DayItem {
	return { ...NOTHING, tender, terminalId, refund: kind === 'refund', ledgerCount: 1, ledgerMinor: amountMinor };
}

function awaitingItem(sale: Sale | undefined): DayItem[] {
	if (!sale || !isTaking(sale)) return [];
	const { tender, terminalId, kind, amountMinor } = sale;
	return [{ ...NOTHING, tender, terminalId, refund: kind === 'refund', awaitingCount: 1, awaitingMinor: amountMinor }];
}

/** Receipts of a match count on the day and at the terminal of its sale, however late they came. */
function matchedItems(match: Match, { sales, receipts }: Lookup): DayItem[] {
	const first = match.sales.map((id) => sales.get(id)).find((sale) => sale !== undefined);
	if (!first) return [];
	return receiptItems(membersOf(match.receipts, receipts), { tender: first.tender, terminalId: first.terminalId });
}

/** A sale paid in parts under several tenders weighs on each of them, though no money is missing. */
function splitItems(match: Match, { sales, receipts }: Lookup): DayItem[] {
	const first = match.sales.map((id) => sales.get(id)).find((sale) => sale !== undefined);
	const parts = nearestLeg(membersOf(match.receipts, receipts));
	if (!first || parts.length < 2) return [];
	const logged = { ...NOTHING, tender: first.tender, terminalId: first.terminalId, refund: first.kind === 'refund', booksOnly: true };
	return parts.flatMap((part) => {
		const tender = part.tender ?? first.tender;
		if (tender === first.tender) return [];
		const amount = signedMinor(part);
		return [
			{ ...logged, shortMinor: amount },
			{ ...logged, tender, overMinor: amount },
		];
	});
}

/** Receipts without a sale, each once, however many discrepancies name it. */
function unmatchedItems(found: readonly Discrepancy[], matched: ReadonlySet<string>, { receipts }: Lookup): DayItem[] {
	const seen = new Set<string>(matched);
	return found.flatMap((discrepancy) => {
		const ids = discrepancy.receipts.filter((id) => !seen.has(id));
		for (const id of ids) seen.add(id);
		return receiptItems(membersOf(ids, receipts), { tender: 'other', terminalId: null });
	});
}

/** One payment may have a record in each leg; per tender the leg nearest to the till counts. */
function receiptItems(members: readonly Receipt[], sale: { readonly tender: Tender; readonly terminalId: string | null }): DayItem[] {
	return nearestLeg(members).flatMap((receipt) => {
		const amount = signedMinor(receipt);
		if (amount === 0) return [];
		const refund = receipt.kind === 'refund';
		const tender = receipt.tender ?? sale.tender;
		const count = receipt.kind === 'void' ? -1 : 1;
		return [{ ...NOTHING, tender, terminalId: sale.terminalId ?? receipt.terminalId, refund, receiptsCount: count, receiptsMinor: amount }];
	});
}

function nearestLeg(members: readonly Receipt[]): readonly Receipt[] {
	const atTerminal = new Set(members.filter((receipt) => receipt.leg === 'terminal').map((receipt) => receipt.tender));
	return members.filter((receipt) => receipt.leg === 'terminal' || (receipt.leg === 'provider' && !atTerminal.has(receipt.tender)));
}

/** A void takes back a sale; failed and reversed payments moved no money; fees and payouts are no payments. */
function signedMinor({ kind, status, amountMinor }: Receipt): Minor {
	if (status === 'failed' || status === 'reversed') return 0;
	if (kind === 'sale' || kind === 'refund') return amountMinor;
	return kind === 'void' ? -amountMinor : 0;
}

function differenceItems(discrepancy: Discrepancy, lookup: Lookup): DayItem[] {
	const { kind, amountMinor } = discrepancy;
	const sale = discrepancy.sales.map((id) => lookup.sales.get(id)).find((member) => member !== undefined);
	const receipt = membersOf(discrepancy.receipts, lookup.receipts)[0];
	const logged = { tender: sale?.tender ?? receipt?.tender ?? 'other', terminalId: sale?.terminalId ?? receipt?.terminalId ?? null, refund: false };
	if (kind === 'tender_mismatch') {
		const over = { ...NOTHING, ...logged, tender: receipt?.tender ?? logged.tender, booksOnly: true, overMinor: amountMinor };
		// For cash the count of the drawer says what is missing there.
		return logged.tender === 'cash' ? [over] : [{ ...NOTHING, ...logged, booksOnly: true, shortMinor: amountMinor }, over];
	}
	const facts = factsOf(sale, receipt);
	const side = sideOf(kind, facts);
	return [{ ...NOTHING, ...logged, refund: facts.refund, shortMinor: side === 'short' ? amountMinor : 0, overMinor: side === 'over' ? amountMinor : 0 }];
}

function factsOf(sale: Sale | undefined, receipt: Receipt | undefined): SideFacts {
	return { reversed: sale !== undefined && sale.reversedBy !== null, refund: sale ? sale.kind === 'refund' : receipt?.kind === 'refund' };
}

function membersOf(ids: readonly string[], receipts: ReadonlyMap<string, Receipt>): readonly Receipt[] {
	return ids.flatMap((id) => receipts.get(id) ?? []);
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
	return new Map(rows.map((row) => [row.id, row]));
}
