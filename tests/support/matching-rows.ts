import { asReceiptId } from '../../src/domain/ids.ts';
import { NO_KEYS, type PaymentKeys } from '../../src/domain/ledger/sale.ts';
import type { Outcome } from '../../src/domain/matching/outcome.ts';
import { reconcile } from '../../src/domain/matching/reconcile.ts';
import { MATCH_RULES_DEFAULT, type ReconcileInput, type SaleRow } from '../../src/domain/matching/rows.ts';
import { parseMajor } from '../../src/domain/money.ts';
import type { Coverage } from '../../src/domain/receipts/reading.ts';
import type { Leg, Receipt } from '../../src/domain/receipts/receipt.ts';
import { businessDayOf, parseIso } from '../../src/domain/time.ts';

/** A time of day on 20 November 2026 in Beijing, or a whole instant. */
export function at(text: string): number {
	const stamp = parseIso(text.includes('T') ? text : `2026-11-20T${text.length === 5 ? `${text}:00` : text}+08:00`);
	if (!stamp) throw new Error(`not a time: ${text}`);
	return stamp.at;
}

export function minor(text: string, currency = 'CNY'): number {
	const parsed = parseMajor(text, currency);
	if (!parsed.ok) throw new Error(`not an amount: ${text}`);
	return parsed.value;
}

type SaleChange = Partial<Omit<SaleRow, 'keys' | 'at'>> & { readonly keys?: Partial<PaymentKeys> };

/** A WeChat sale on terminal T1 as the ledger has it. */
export function sale(id: string, time: string, amount: string, change: SaleChange = {}): SaleRow {
	const instant = at(time);
	return {
		...{ id, at: instant, offset: 480, day: businessDayOf({ at: instant, offset: 480 }, 240), kind: 'sale', tipMinor: null, currency: 'CNY' },
		...{ amountMinor: minor(amount, change.currency), tender: 'wechat', terminalId: 'T1', cashier: null, ref: null, state: 'paid_confirmed' },
		...change,
		keys: { ...NO_KEYS, ...change.keys },
	};
}

type ReceiptChange = Partial<Omit<Receipt, 'id' | 'at'>>;

/** A successful WeChat receipt of terminal T1. */
export function receipt(id: string, time: string, amount: string, change: ReceiptChange = {}): Receipt {
	return {
		...NO_KEYS,
		...{ id: asReceiptId(id), leg: 'terminal', source: 'canonical-receipts', at: at(time), offset: 480, kind: 'sale', status: 'success' },
		...{ amountMinor: minor(amount, change.currency), tipMinor: null, feeMinor: null, netMinor: null, currency: 'CNY', tender: 'wechat', terminalId: 'T1' },
		...{ originalRef: null, settlementDate: null, line: null },
		...change,
	};
}

/** A row of a WeChat bill. */
export function billed(id: string, time: string, amount: string, change: ReceiptChange = {}): Receipt {
	return receipt(id, time, amount, { leg: 'provider', source: 'wechat-trade-bill', terminalId: null, ...change });
}

export function covering(leg: Leg, days: readonly string[] = ['2026-11-20'], change: Partial<Coverage> = {}): Coverage {
	const first = at(`${days[0]}T04:00:00+08:00`);
	return {
		source: leg === 'terminal' ? 'canonical-receipts' : 'wechat-trade-bill',
		leg,
		interval: { from: first, to: at(`${days[days.length - 1]}T04:00:00+08:00`) + 86_400_000 },
		tenders: null,
		...change,
	};
}

/** Compares rows of 20 November, two days later; the terminal's receipts cover the day unless said otherwise. */
export function compareRows(input: Partial<ReconcileInput>, onProgress?: (done: number) => void): Outcome {
	return reconcile({ ...compareInput(), ...input }, onProgress);
}

/** No rows, on a day that the terminal's receipts cover and that is over. */
export function compareInput(): ReconcileInput {
	return {
		sales: [],
		receipts: [],
		coverage: [covering('terminal')],
		decisions: { confirmed: [], rejected: [] },
		rules: MATCH_RULES_DEFAULT,
		now: at('2026-11-22T12:00:00+08:00'),
	};
}

/** Matches that count, as "s1 = r1". */
export function matchesOf(outcome: Outcome): string[] {
	return outcome.matches.filter((match) => match.band !== 'review').map((match) => `${match.sales.join(' ')} = ${match.receipts.join(' ')}`);
}

/** Discrepancies as "kind: members, count × amount". */
export function gapsOf(outcome: Outcome): string[] {
	return outcome.discrepancies.map((one) => `${one.kind}: ${[...one.sales, ...one.receipts].join(' ')}, ${one.count}, ${one.amountMinor}`);
}

/** Where each row ended, by id; "twice" shows that a row has two places. */
export function placesOf(outcome: Outcome): ReadonlyMap<string, string> {
	const places = new Map<string, string>();
	const put = (id: string, place: string) => places.set(id, places.has(id) ? `twice: ${places.get(id)}, ${place}` : place);
	const matched = new Set<string>();
	for (const match of outcome.matches) {
		if (match.band === 'review') continue;
		for (const id of [...match.sales, ...match.receipts]) {
			matched.add(id);
			put(id, 'match');
		}
	}
	for (const one of outcome.discrepancies) for (const id of [...one.sales, ...one.receipts]) if (!matched.has(id)) put(id, one.kind);
	for (const { sale: id } of outcome.awaiting) put(id, 'awaiting');
	for (const one of outcome.netted) for (const id of [...one.sales, ...one.receipts]) put(id, 'netted');
	for (const one of outcome.excluded) put(one.sale ?? one.receipt ?? '', one.reason);
	for (const one of outcome.problems) put(one.sale ?? one.receipt ?? '', one.code);
	return places;
}
