import { TENDERS, type Tender } from '../ledger/tender.ts';
import type { Minor } from '../money.ts';
import { type DayItem, dayItems } from './day-items.ts';
import type { DayRows } from './day-rows.ts';
import type { DayTotal, RefundTotal } from './entries.ts';
import { expectedCash } from './expected-cash.ts';

export type TerminalTotal = Omit<DayTotal, 'tender' | 'receiptsMinor'> & { readonly terminalId: string | null; readonly receiptsMinor: Minor };

export type DayFigures = {
	/** Per tender that occurs, in the order of `TENDERS`. */
	readonly totals: readonly DayTotal[];
	/** Per terminal that occurs, cash left out; null = not known. */
	readonly terminals: readonly TerminalTotal[];
	readonly refunds: RefundTotal;
	/** Sales of all tenders. */
	readonly salesCount: number;
	readonly ledgerMinor: Minor;
	/** Over all tenders, from the discrepancies; a wrong tender moves no money and is in neither. */
	readonly shortMinor: Minor;
	readonly overMinor: Minor;
};

/** The day, ledger against receipts. Short and over are sums of their own and are never set off against each other. */
export function dayFigures(rows: DayRows): DayFigures {
	const items = dayItems(rows);
	const sales = items.filter((item) => !item.refund);
	const real = items.filter((item) => !item.booksOnly);
	return {
		totals: TENDERS.flatMap((tender) => tenderTotal(tender, sales, rows)),
		terminals: terminalTotals(sales.filter((item) => item.tender !== 'cash')),
		refunds: refundTotal(items.filter((item) => item.refund)),
		salesCount: sum(sales, 'ledgerCount'),
		ledgerMinor: sum(sales, 'ledgerMinor'),
		shortMinor: sum(real, 'shortMinor'),
		overMinor: sum(real, 'overMinor'),
	};
}

/** Receipts less ledger as far as it is due, signed; null where nothing can be compared yet. */
export function differenceOf({ ledgerMinor, receiptsMinor, awaitingMinor = 0 }: DayTotal): Minor | null {
	return receiptsMinor === null ? null : receiptsMinor - (ledgerMinor - awaitingMinor);
}

function tenderTotal(tender: Tender, items: readonly DayItem[], rows: DayRows): DayTotal[] {
	const own = items.filter((item) => item.tender === tender);
	if (tender === 'cash') return own.length === 0 && !rows.cash ? [] : [cashTotal(own, rows)];
	if (own.length === 0) return [];
	const compared = rows.covered.includes(tender) || own.some((item) => item.receiptsCount > 0);
	return [{ tender, ...figuresOf(own), receiptsMinor: compared ? sum(own, 'receiptsMinor') : null }];
}

/** Cash has no receipts; what was counted, less the float, stands on that side. */
function cashTotal(own: readonly DayItem[], { sales, cash }: DayRows): DayTotal {
	const figures = figuresOf(own);
	if (!cash) return { tender: 'cash', ...figures, receiptsMinor: null };
	const { expectedMinor, refundsMinor } = expectedCash(sales, cash.floatMinor);
	const difference = cash.countedMinor - expectedMinor;
	const receiptsMinor = cash.countedMinor - cash.floatMinor + refundsMinor;
	return { tender: 'cash', ...figures, receiptsMinor, shortMinor: Math.max(0, -difference), overMinor: Math.max(0, difference) };
}

function terminalTotals(items: readonly DayItem[]): TerminalTotal[] {
	const byTerminal = new Map<string | null, DayItem[]>();
	for (const item of items) byTerminal.set(item.terminalId, [...(byTerminal.get(item.terminalId) ?? []), item]);
	const names = [...byTerminal.keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
	return names.map((terminalId) => {
		const own = byTerminal.get(terminalId) ?? [];
		return { terminalId, ...figuresOf(own), receiptsMinor: sum(own, 'receiptsMinor') };
	});
}

function figuresOf(items: readonly DayItem[]): Omit<DayTotal, 'tender' | 'receiptsMinor'> {
	return {
		salesCount: sum(items, 'ledgerCount'),
		ledgerMinor: sum(items, 'ledgerMinor'),
		receiptsCount: sum(items, 'receiptsCount'),
		shortMinor: sum(items, 'shortMinor'),
		overMinor: sum(items, 'overMinor'),
		awaitingCount: sum(items, 'awaitingCount'),
		awaitingMinor: sum(items, 'awaitingMinor'),
	};
}

function refundTotal(items: readonly DayItem[]): RefundTotal {
	return {
		count: sum(items, 'ledgerCount'),
		ledgerMinor: sum(items, 'ledgerMinor'),
		receiptsCount: sum(items, 'receiptsCount'),
		receiptsMinor: sum(items, 'receiptsMinor'),
		shortMinor: sum(items, 'shortMinor'),
		overMinor: sum(items, 'overMinor'),
	};
}

type Figure = 'ledgerCount' | 'ledgerMinor' | 'receiptsCount' | 'receiptsMinor' | 'shortMinor' | 'overMinor' | 'awaitingCount' | 'awaitingMinor';

function sum(items: readonly DayItem[], figure: Figure): number {
	return items.reduce((total, item) => total + item[figure], 0);
}
