import { compare, takesPart } from './comparison.ts';
import { SHOP_HABITS } from './habits.ts';
import { canonicalCoverage } from './judging/coverage.ts';
import { emptyDraft, inFixedOrder } from './judging/draft.ts';
import { judge, judged } from './judging/judge.ts';
import { latenessOf } from './judging/lateness.ts';
import type { ClockEstimate, Outcome } from './outcome.ts';
import { type Clocks, skewSeconds } from './pairing/prepared.ts';
import { calendarOf } from './preparing/calendar.ts';
import { distinctRows } from './preparing/identity.ts';
import { type NettedLedger, netLedger } from './preparing/ledger-netting.ts';
import { joinLegs } from './preparing/legs.ts';
import type { Payment } from './preparing/payments.ts';
import { netReceipts } from './preparing/receipt-netting.ts';
import { refundLinks } from './preparing/refund-links.ts';
import { clockOf, type RowRules } from './preparing/side-rows.ts';
import { usableRows } from './preparing/usable.ts';
import type { ReconcileInput, SaleRow } from './rows.ts';

/** Rises whenever the same facts may give another answer, so that stored outcomes are made anew. */
export const ENGINE_VERSION = 3;

/**
 * Compares the ledger with the receipts: a pure function of its input in which the order
 * of the rows plays no part, and in which every row ends in exactly one outcome. `onProgress` hears how much of the work is
 * done, from 0 to 1.
 */
export function reconcile(input: ReconcileInput, onProgress: (done: number) => void = () => {}): Outcome {
	const given = { sales: usableRows(input.sales, 'sale'), receipts: usableRows(input.receipts, 'receipt') };
	const sales = distinctRows(given.sales.rows, (row) => row);
	const bills = distinctRows(given.receipts.rows, ({ line: _line, source: _source, ...content }) => content);
	const rules: RowRules = { calendar: calendarOf(input.rules), lateDays: input.rules.lateDays, habits: input.rules.habits ?? SHOP_HABITS.counter };
	const ledger = netLedger(sales.rows);
	const receipts = netReceipts(bills.rows);
	const payments = joinLegs(receipts.rows, receipts.standing, rules);
	const base = { decisions: input.decisions, rules };
	onProgress(STAGES.prepared);
	const found = judged(compare({ ...base, sales: entries(ledger, 'sale'), payments: ofKind(payments, 'sale'), clocks: null, link: null, onProgress }));
	onProgress(STAGES.paired);
	const { clocks } = found.comparison;
	const link = refundLinks(found.comparison, found.byLeft, receipts.originalOf);
	// Refunds are too few to read clocks off; they follow those of the sales.
	const refunds = judged(compare({ ...base, sales: entries(ledger, 'refund'), payments: ofKind(payments, 'refund'), clocks, link, onProgress: () => {} }));
	const clockSeconds = ({ lead }: Payment) => skewSeconds(clocks.of(clockOf(lead), rules.calendar.dayOf(lead.at, lead.offset)), lead.at);
	const coverage = canonicalCoverage(input.coverage, bills.rows, { clocks, calendar: rules.calendar });
	const lateness = latenessOf({ coverage, calendar: rules.calendar, now: input.now, sales: sales.rows, dueRules: input.rules.dueRules });
	const draft = emptyDraft();
	addAll(draft.excluded, receipts.excluded);
	addAll(draft.netted, ledger.netted, receipts.netted, cashTakenBack(ledger));
	addAll(draft.problems, given.sales.problems, given.receipts.problems, ledger.problems, receipts.problems, conflicts(sales.conflicts, bills.conflicts));
	judge({ ledger, receipts, lateness, sales: found, refunds, clockSeconds }, draft);
	onProgress(1);
	const timeOf = { sale: times(sales.rows), receipt: times(bills.rows) };
	return { engineVersion: ENGINE_VERSION, ...inFixedOrder(draft, timeOf), clocks: estimates(clocks) };
}

/** How much is done once a stage is; the rounds of pairing lie between. */
const STAGES = { prepared: 0.15, paired: 0.75 } as const;

/** One by one: a hundred thousand arguments of one call do not fit on the stack. */
function addAll<Item>(list: Item[], ...more: readonly (readonly Item[])[]): void {
	for (const items of more) for (const item of items) list.push(item);
}

function entries(ledger: NettedLedger, kind: SaleRow['kind']) {
	return ledger.rows.flatMap((row, k) => {
		const standing = ledger.standing[k] ?? 'live';
		return row.kind === kind && takesPart(row, standing) ? [{ row, standing }] : [];
	});
}

/** Cash that was taken back explains no receipt, so it is netted without being compared. */
function cashTakenBack(ledger: NettedLedger): Outcome['netted'] {
	return ledger.rows.flatMap((row, k) => {
		if (takesPart(row, ledger.standing[k] ?? 'live')) return [];
		return [{ sales: [row.id, ...(ledger.undoneBy.get(row.id) ?? [])], receipts: [], reason: 'reversal' as const }];
	});
}

function ofKind(payments: readonly Payment[], kind: 'sale' | 'refund'): Payment[] {
	return payments.filter((payment) => payment.lead.kind === kind);
}

/** A clock that stepped during a day is told twice. */
function estimates(clocks: Clocks): ClockEstimate[] {
	return clocks.all.flatMap(({ clock, day, skewMs, step, spreadSeconds, anchors }) => {
		const told = (name: string, skew: number) => ({ clock: name, skewSeconds: Math.round(skew / 1_000), spreadSeconds, anchors });
		return [told(`${clock} ${day}`, skewMs), ...(step ? [told(`${clock} ${day} →`, step.skewMs)] : [])];
	});
}

function conflicts(sales: readonly string[], receipts: readonly string[]): Outcome['problems'][number][] {
	const message = 'the same id stands for other content elsewhere; this row was left out';
	return [
		...sales.map((sale) => ({ sale, receipt: null, code: 'id_conflict' as const, message })),
		...receipts.map((receipt) => ({ sale: null, receipt, code: 'id_conflict' as const, message })),
	];
}

function times(rows: readonly { readonly id: string; readonly at: number }[]): (id: string) => number {
	const known = new Map(rows.map((row) => [row.id, row.at]));
	return (id) => known.get(id) ?? 0;
}
