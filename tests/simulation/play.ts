import type { PaymentKeys } from '../../src/domain/ledger/sale.ts';
import { TENDERS, type Tender } from '../../src/domain/ledger/tender.ts';
import { MATCH_RULES_DEFAULT, type ReconcileInput, type SaleRow } from '../../src/domain/matching/rows.ts';
import type { Coverage } from '../../src/domain/receipts/reading.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import type { Random } from '../support/random.ts';
import { BLANK, type Books, CUT_HOUR, newBooks, OFFSET_MINUTES, type Truth } from './books.ts';
import { type Posting, type Printer, pickTerminal, posting, printer, shown } from './machines.ts';
import { arrivals, loggedTimes, mistyped, orders, streams, tipOf, typedFrom, weighted } from './people.ts';
import { FAULTS, type Fault, type Shop } from './shop.ts';

/** Days of a shop: what the engine gets, what is true, and the same receipts with the terminals' clocks set right. */
export type ShopDays = { readonly input: ReconcileInput; readonly truth: Truth; readonly rightClocks: ReconcileInput };

/** Plays the shop: the same seed gives the same days on every machine. */
export function playShop(shop: Shop, seed: number): ShopDays {
	const by = streams(seed, ['customers', 'orders', 'machines', 'people', 'faults', 'ids']);
	const of = (name: string) => by.get(name) as Random;
	const books = newBooks(of('ids'), shop.from, shop.currency);
	const counter: Counter = {
		...{ shop, books, people: of('people'), machines: of('machines'), faults: of('faults') },
		amount: orders(of('orders'), shop.prices),
		print: printer(of('machines'), shop),
		post: posting(of('machines'), shop),
		last: { slip: BLANK, charged: 0 },
		trueTime: new Map(),
	};
	const names = TENDERS.filter((tender) => (shop.tenders[tender] ?? 0) > 0);
	for (let day = 0; day < shop.days; day++) {
		const paid = arrivals(of('customers'), shop, day);
		const logged = loggedTimes(of('people'), shop.logging, paid);
		paid.forEach((second, k) => {
			const tender = names[
				weighted(
					of('customers'),
					names.map((name) => shop.tenders[name] ?? 0),
				)
			] as Tender;
			serve(counter, { paid: second, logged: logged[k] ?? second, tender, terminal: pickTerminal(of('customers'), shop), fault: faultOf(counter) });
		});
	}
	return daysOf(counter);
}

/** One customer at the counter. */
type Visit = { readonly paid: number; readonly logged: number; readonly tender: Tender; readonly terminal: number; readonly fault: Fault | null };

type Counter = {
	readonly shop: Shop;
	readonly books: Books;
	readonly people: Random;
	readonly machines: Random;
	readonly faults: Random;
	readonly amount: () => number;
	readonly print: Printer;
	readonly post: Posting;
	/** The slip and the sum of the customer before. */
	last: { slip: PaymentKeys; charged: number };
	/** When each terminal receipt really was posted, for the run with clocks set right. */
	readonly trueTime: Map<string, number>;
};

function faultOf({ shop, faults }: Counter): Fault | null {
	let roll = faults.next();
	for (const fault of FAULTS) {
		roll -= shop.faults[fault] ?? 0;
		if (roll < 0) return fault;
	}
	return null;
}

function serve(counter: Counter, visit: Visit): void {
	const { books } = counter;
	const amount = counter.amount();
	if (visit.tender === 'cash') {
		const asCard = visit.fault === 'cash_logged_as_card';
		const sale = logSale(counter, visit, { amountMinor: amount, tender: asCard ? 'card' : 'cash', keys: BLANK });
		if (asCard) books.gap('missing_at_terminal', [sale], []);
		return;
	}
	const isOffline = counter.shop.outages.some(
		(one) =>
			one.terminal === visit.terminal &&
			visit.paid >= one.day * 86_400 + one.fromHour * 3_600 &&
			visit.paid < one.day * 86_400 + (one.fromHour + one.hours) * 3_600,
	);
	const fault = isOffline || visit.fault === 'cash_logged_as_card' ? null : visit.fault;
	const happen = fault ? EVENTS[fault] : undefined;
	if (happen) happen(counter, visit, amount);
	else plain(counter, visit, amount);
}

/** Charges the terminal; null where the receipt never comes. The provider's record comes with it. */
function charge(
	counter: Counter,
	{ paid, tender, terminal }: Visit,
	row: Pick<Receipt, 'amountMinor'> & Partial<Receipt> & { readonly after?: number },
): Receipt | null {
	const { shop, books, print, post } = counter;
	const { after = 0, ...rest } = row;
	const second = paid + after;
	const slip = { ...print.slip(terminal, rest.tender ?? tender, second, row.last4 ?? print.card()) };
	const { at } = post(terminal, second);
	counter.last = { slip, charged: row.amountMinor };
	if (at === null) return null;
	const machine = shop.terminals[terminal];
	const made = books.receipt({ ...slip, tender, terminalId: machine?.id ?? null, ...rest }, shown(machine?.clock ?? { ahead: 0 }, at));
	counter.trueTime.set(made.id, at);
	return made;
}

/** Logs the sale as this cashier does, with keys copied from `slip` now and then. */
function logSale(
	counter: Counter,
	{ logged, tender, terminal }: Visit,
	row: Pick<SaleRow, 'amountMinor'> & Partial<SaleRow> & { readonly slip?: PaymentKeys; readonly after?: number },
): SaleRow {
	const { shop, books, people, last } = counter;
	const { slip, after = 0, ...rest } = row;
	const typed = slip !== undefined && people.chance(shop.keys.share);
	const from = typed && people.chance(shop.keys.otherSlip) && last.slip !== BLANK ? last.slip : slip;
	const picked = people.chance(shop.terminalPicked.share);
	const machine = shop.terminals[people.chance(shop.terminalPicked.wrong) ? people.below(shop.terminals.length) : terminal];
	return books.sale(
		{
			tender: people.chance(shop.tenderEmpty) ? null : tender,
			terminalId: picked && tender !== 'cash' ? (machine?.id ?? null) : null,
			keys: typed && from ? typedFrom(people, shop.keys, from, BLANK) : BLANK,
			...rest,
		},
		logged + after,
	);
}

function slipOf(receipt: Receipt): PaymentKeys {
	const { authCode, rrn, traceNo, batchNo, last4, merchantOrderNo, channelOrderNo } = receipt;
	return { authCode, rrn, traceNo, batchNo, last4, merchantOrderNo, channelOrderNo };
}

/** The customer's tip as the terminal states it. */
function tipped(counter: Counter, amount: number): Pick<Receipt, 'amountMinor' | 'tipMinor'> & { readonly surplus: number } {
	const { tips } = counter.shop;
	const tip = tipOf(counter.machines, tips, amount);
	const known = tips.share > 0 && counter.machines.chance(tips.known);
	return { amountMinor: amount + tip, tipMinor: known ? tip : null, surplus: known ? 0 : tip };
}

/** Nothing goes wrong: a charge, a sale. In an outage the receipt may never come. */
function plain(counter: Counter, visit: Visit, amount: number): { readonly sale: SaleRow; readonly receipt: Receipt } | null {
	const { books } = counter;
	const { surplus, ...sum } = tipped(counter, amount);
	const before = counter.last;
	const receipt = charge(counter, visit, sum);
	const slip = counter.last.slip;
	counter.last = { ...counter.last, slip: before.slip };
	const sale = logSale(counter, visit, { amountMinor: amount, slip });
	counter.last = { slip, charged: sum.amountMinor };
	if (!receipt) {
		books.gap('missing_at_terminal', [sale], [], true);
		return null;
	}
	const billed = withProvider(counter, visit, receipt);
	books.pair([sale], billed.receipts, { agrees: surplus === 0, differenceMinor: surplus });
	if (surplus > 0) books.gap('amount_over', [sale], billed.receipts);
	if (billed.lost) books.gap('missing_at_provider', [sale], [receipt]);
	return { sale, receipt };
}

/** The provider's record of a payment, where the shop has provider bills. */
function withProvider({ shop, books, machines }: Counter, { paid }: Visit, receipt: Receipt): { readonly receipts: Receipt[]; readonly lost: boolean } {
	if (!shop.provider) return { receipts: [receipt], lost: false };
	if (machines.chance(shop.provider.lost)) return { receipts: [receipt], lost: true };
	const wallet = receipt.tender === 'wechat' || receipt.tender === 'alipay';
	const source = receipt.tender === 'wechat' ? 'wechat-trade-bill' : receipt.tender === 'alipay' ? 'alipay-trade' : 'chinaums-tsv';
	const keys = wallet
		? { channelOrderNo: receipt.channelOrderNo, merchantOrderNo: receipt.merchantOrderNo }
		: { rrn: receipt.rrn, last4: receipt.last4, traceNo: receipt.traceNo };
	const { amountMinor, tender, kind } = receipt;
	const record = books.receipt(
		{ ...keys, leg: 'provider', source, amountMinor, tender, kind, terminalId: wallet ? null : receipt.terminalId },
		paid + machines.next() * 3,
	);
	return { receipts: [receipt, record], lost: false };
}

/** A charge and a sale that the provider confirms, for faults that begin like any payment. */
function paidAndLogged(
	counter: Counter,
	visit: Visit,
	{ charged, logged }: { readonly charged: Pick<Receipt, 'amountMinor'> & Partial<Receipt>; readonly logged: Pick<SaleRow, 'amountMinor'> & Partial<SaleRow> },
) {
	const receipt = charge(counter, visit, charged) as Receipt;
	const sale = logSale(counter, visit, { slip: slipOf(receipt), ...logged });
	return { receipt, sale, receipts: withProvider(counter, visit, receipt).receipts };
}

type Event = (counter: Counter, visit: Visit, amount: number) => void;

const EVENTS: Readonly<Partial<Record<Fault, Event>>> = {
	never_paid: (counter, visit, amount) => counter.books.gap('missing_at_terminal', [logSale(counter, visit, { amountMinor: amount, keys: BLANK })], []),
	not_logged: (counter, visit, amount) => {
		const receipt = charge(counter, visit, { amountMinor: amount });
		if (receipt) counter.books.gap('missing_in_ledger', [], withProvider(counter, visit, receipt).receipts);
	},
	logged_twice: (counter, visit, amount) => {
		const done = plain(counter, visit, amount);
		const again = logSale(counter, visit, {
			amountMinor: amount,
			keys: BLANK,
			terminalId: done?.sale.terminalId ?? null,
			after: 4 + counter.faults.next() * 90,
		});
		counter.books.gap('missing_at_terminal', [again], []);
	},
	charged_twice: (counter, visit, amount) => {
		const done = plain(counter, visit, amount);
		if (!done) return;
		const { last4, merchantOrderNo, tender, terminalId } = done.receipt;
		const again = charge(counter, visit, {
			amountMinor: done.receipt.amountMinor,
			tipMinor: done.receipt.tipMinor,
			after: 15 + counter.faults.next() * 200,
			tender,
			terminalId,
			...(last4 ? { last4 } : { merchantOrderNo }),
		});
		if (!again) return;
		const extra = withProvider(counter, { ...visit, paid: visit.paid + 60 }, again).receipts;
		counter.books.gap('duplicate_charge', [done.sale], [done.receipt, ...extra]);
	},
	failed_then_paid: (counter, visit, amount) => {
		const card = counter.print.card();
		charge(counter, visit, { amountMinor: amount, status: 'failed', last4: visit.tender === 'card' ? card : null, after: -15 - counter.faults.next() * 60 });
		const { sale, receipts } = paidAndLogged(counter, visit, {
			charged: { amountMinor: amount, last4: visit.tender === 'card' ? card : null },
			logged: { amountMinor: amount },
		});
		counter.books.pair([sale], receipts, { agrees: true });
	},
	declined: (counter, visit, amount) => {
		const receipt = charge(counter, visit, { amountMinor: amount, status: 'failed' });
		const sale = logSale(counter, visit, { amountMinor: amount, keys: BLANK });
		if (receipt) counter.books.gap('offline_declined', [sale], [receipt]);
	},
	wrong_tender: (counter, visit, amount) => {
		const others = (Object.keys(counter.shop.tenders) as Tender[]).filter((name) => name !== visit.tender && name !== 'cash');
		if (others.length === 0) return void plain(counter, visit, amount);
		const { sale, receipts } = paidAndLogged(counter, visit, {
			charged: { amountMinor: amount },
			logged: { amountMinor: amount, tender: counter.faults.pick(others) },
		});
		counter.books.pair([sale], receipts);
		counter.books.gap('tender_mismatch', [sale], receipts);
	},
	logged_as_cash: (counter, visit, amount) => {
		const { sale, receipts } = paidAndLogged(counter, visit, {
			charged: { amountMinor: amount },
			logged: { amountMinor: amount, tender: 'cash', terminalId: null, keys: BLANK },
		});
		counter.books.gap('tender_mismatch', [sale], receipts);
	},
	mistyped: (counter, visit, amount) => differing(counter, visit, { amount, charged: mistyped(counter.faults, amount) }),
	coupon: (counter, visit, amount) =>
		differing(counter, visit, { amount, charged: Math.max(100, amount - counter.faults.pick([200, 300, 500, 1_000, 2_000])) }),
	charged_like_the_last: (counter, visit, amount) => differing(counter, visit, { amount, charged: counter.last.charged || amount }),
	voided: (counter, visit, amount) => {
		const { sale, receipt } = paidAndLogged(counter, { ...visit }, { charged: { amountMinor: amount }, logged: { amountMinor: amount } });
		const undone = charge(counter, visit, {
			amountMinor: amount,
			kind: 'void',
			originalRef: receipt.rrn ?? receipt.merchantOrderNo ?? receipt.id,
			after: 40 + counter.faults.next() * 600,
		});
		counter.books.gap('status_mismatch', [sale], undone ? [receipt, undone] : [receipt]);
	},
	undone_in_ledger: (counter, visit, amount) => {
		const { sale, receipts } = paidAndLogged(counter, visit, { charged: { amountMinor: amount }, logged: { amountMinor: amount } });
		const reversal = counter.books.sale(
			{ amountMinor: amount, kind: 'reversal', ref: sale.id, tender: visit.tender },
			visit.logged + 20 + counter.faults.next() * 400,
		);
		counter.books.gap('status_mismatch', [sale, reversal], receipts);
	},
	undone_in_both: (counter, visit, amount) => {
		const { sale, receipt } = paidAndLogged(counter, visit, { charged: { amountMinor: amount }, logged: { amountMinor: amount } });
		counter.books.sale({ amountMinor: amount, kind: 'reversal', ref: sale.id, tender: visit.tender }, visit.logged + 20 + counter.faults.next() * 400);
		charge(counter, visit, {
			amountMinor: amount,
			kind: 'void',
			originalRef: receipt.rrn ?? receipt.merchantOrderNo ?? receipt.id,
			after: 40 + counter.faults.next() * 300,
		});
	},
	undone_unpaid: (counter, visit, amount) => {
		const sale = logSale(counter, visit, { amountMinor: amount, keys: BLANK });
		counter.books.sale({ amountMinor: amount, kind: 'reversal', ref: sale.id, tender: visit.tender }, visit.logged + 10 + counter.faults.next() * 200);
	},
	corrected: (counter, visit, amount) => {
		const wrong = logSale(counter, visit, { amountMinor: mistyped(counter.faults, amount), keys: BLANK });
		counter.books.sale(
			{ amountMinor: wrong.amountMinor, kind: 'reversal', ref: wrong.id, tender: visit.tender },
			visit.logged + 8 + counter.faults.next() * 30,
		);
		const { sale, receipts } = paidAndLogged(
			counter,
			{ ...visit, logged: visit.logged + 50 },
			{ charged: { amountMinor: amount }, logged: { amountMinor: amount } },
		);
		counter.books.pair([sale], receipts, { agrees: true });
	},
	refund: (counter, visit, amount) => refunded(counter, visit, { amount, back: amount, where: 'both' }),
	partial_refund: (counter, visit, amount) =>
		refunded(counter, visit, { amount, back: Math.max(100, Math.round((amount * (0.2 + counter.faults.next() * 0.6)) / 100) * 100), where: 'both' }),
	refund_in_ledger_only: (counter, visit, amount) => refunded(counter, visit, { amount, back: amount, where: 'ledger' }),
	refund_at_terminal_only: (counter, visit, amount) => refunded(counter, visit, { amount, back: amount, where: 'terminal' }),
	split: (counter, visit, amount) => {
		const parts = partsOf(counter.faults, amount);
		if (parts.length < 2) return void plain(counter, visit, amount);
		const others = (Object.keys(counter.shop.tenders) as Tender[]).filter((name) => name !== 'cash');
		const receipts = parts.flatMap((part, n) => {
			const tender = n === 0 || counter.faults.chance(0.5) ? visit.tender : counter.faults.pick(others);
			return charge(counter, visit, { amountMinor: part, tender, after: n * (15 + counter.faults.next() * 40) }) ?? [];
		});
		const slip = receipts[0] ? slipOf(receipts[0]) : BLANK;
		const records = receipts.flatMap((one) => withProvider(counter, { ...visit, paid: counter.trueTime.get(one.id) ?? visit.paid }, one).receipts);
		const sale = logSale(counter, visit, { amountMinor: amount, slip, after: (parts.length - 1) * 30 });
		counter.books.pair([sale], records);
	},
	combined: (counter, visit, amount) => {
		const sums = Array.from({ length: counter.faults.chance(0.8) ? 2 : 3 }, (_, n) => (n === 0 ? amount : counter.amount()));
		const receipt = charge(counter, visit, { amountMinor: sums.reduce((all, one) => all + one, 0) });
		if (!receipt) return;
		const sales = sums.map((sum, n) =>
			logSale(counter, visit, { amountMinor: sum, ...(n === 0 ? { slip: slipOf(receipt) } : { keys: BLANK }), after: n * (5 + counter.faults.next() * 25) }),
		);
		counter.books.pair(sales, withProvider(counter, visit, receipt).receipts);
	},
	group_of_equals: (counter, visit, amount) => {
		const heads = 2 + counter.faults.below(3);
		for (let n = 0; n < heads; n++) {
			const later = n * (18 + counter.faults.next() * 40);
			const one = { ...visit, paid: visit.paid + later, logged: visit.logged + later + counter.faults.bell(4) };
			if (counter.faults.chance(0.04)) EVENTS.never_paid?.(counter, one, amount);
			else plain(counter, one, amount);
		}
	},
	charged_back: (counter, visit, amount) => {
		const done = plain(counter, visit, amount);
		if (!done) return;
		const { receipt } = done;
		const taken = charge(counter, visit, {
			amountMinor: receipt.amountMinor,
			kind: 'chargeback',
			originalRef: receipt.rrn ?? receipt.merchantOrderNo ?? receipt.id,
			after: 7_200 + counter.faults.next() * 20_000,
		});
		if (taken) counter.books.gap('chargeback', [done.sale], [taken]);
	},
};

/** The terminal charged another amount than was logged. */
function differing(counter: Counter, visit: Visit, { amount, charged }: { readonly amount: number; readonly charged: number }): void {
	if (charged === amount) return void plain(counter, visit, amount);
	const { sale, receipts } = paidAndLogged(counter, visit, { charged: { amountMinor: charged }, logged: { amountMinor: amount } });
	counter.books.pair([sale], receipts, { differenceMinor: charged - amount });
	counter.books.gap(charged < amount ? 'amount_short' : 'amount_over', [sale], receipts);
}

function refunded(
	counter: Counter,
	visit: Visit,
	{ amount, back, where }: { readonly amount: number; readonly back: number; readonly where: 'both' | 'ledger' | 'terminal' },
): void {
	const done = plain(counter, visit, amount);
	if (!done) return;
	const later = 300 + counter.faults.next() * 5_400;
	const names = counter.faults.chance(0.7) ? done.sale.id : null;
	const sale = where === 'terminal' ? null : logSale(counter, visit, { amountMinor: back, kind: 'refund', ref: names, keys: BLANK, after: later });
	const receipt =
		where === 'ledger'
			? null
			: charge(counter, visit, {
					amountMinor: back,
					kind: 'refund',
					originalRef: done.receipt.rrn ?? done.receipt.merchantOrderNo ?? done.receipt.id,
					after: later + 10,
				});
	if (sale && receipt) counter.books.pair([sale], [receipt], { agrees: true });
	else if (sale) counter.books.gap('refund_missing', [sale], []);
	else if (receipt) counter.books.gap('missing_in_ledger', [], [receipt]);
}

function partsOf(random: Random, amount: number): number[] {
	const count = random.chance(0.8) ? 2 : 3;
	const parts: number[] = [];
	let rest = amount;
	for (let n = count; n > 1; n--) {
		const part = Math.round((rest * (random.chance(0.3) ? 1 / n : 0.2 + random.next() * 0.6)) / 100) * 100;
		if (part <= 0 || part >= rest) break;
		parts.push(part);
		rest -= part;
	}
	return [...parts, rest];
}

function daysOf({ shop, books, faults, trueTime }: Counter): ShopDays {
	const shuffled = <T>(rows: readonly T[]) =>
		rows
			.map((row) => ({ row, place: faults.next() }))
			.sort((a, b) => a.place - b.place)
			.map(({ row }) => row);
	const midnight = Date.parse(`${shop.from}T00:00:00Z`) - OFFSET_MINUTES * 60_000;
	const inputOf = (receipts: readonly Receipt[]): ReconcileInput => {
		const latest = [...receipts, ...books.sales].reduce((all, row) => Math.max(all, row.at), 0);
		return {
			sales: shuffled(books.sales),
			receipts: shuffled(receipts),
			coverage: coverageOf(shop, receipts),
			decisions: { confirmed: [], rejected: [] },
			rules: MATCH_RULES_DEFAULT,
			now: latest + 6 * 86_400_000,
		};
	};
	const right = books.receipts.map((row) => {
		const second = trueTime.get(row.id);
		return second === undefined ? row : { ...row, at: midnight + Math.round(second) * 1_000 };
	});
	return { input: inputOf(books.receipts), truth: { pairs: books.pairs, gaps: books.gaps }, rightClocks: inputOf(right) };
}

const CUT_MS = CUT_HOUR * 3_600_000;
const OFFSET_MS = OFFSET_MINUTES * 60_000;
const DAY_MS = 86_400_000;

/** As files do it: the terminals' rows cover whole business days from the first to the last; bills cover the days played. */
function coverageOf(shop: Shop, receipts: readonly Receipt[]): Coverage[] {
	const wholeDay = (at: number) => Math.floor((at + OFFSET_MS - CUT_MS) / DAY_MS) * DAY_MS - OFFSET_MS + CUT_MS;
	const times = receipts.filter((row) => row.leg === 'terminal').map((row) => row.at);
	const [first, last] = [times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), times.reduce((a, b) => Math.max(a, b), 0)];
	const interval = { from: wholeDay(first), to: wholeDay(last) + DAY_MS };
	const terminal: Coverage = { source: 'canonical-receipts', leg: 'terminal', interval, tenders: null };
	if (!shop.provider) return [terminal];
	const bill = (source: string, tenders: readonly Tender[]): Coverage => ({ source, leg: 'provider', interval, tenders });
	return [terminal, bill('wechat-trade-bill', ['wechat']), bill('alipay-trade', ['alipay']), bill('chinaums-tsv', ['card'])];
}
