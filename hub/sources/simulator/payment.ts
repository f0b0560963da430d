import { NO_KEYS, type PaymentKeys } from '../../../src/domain/ledger/sale.ts';
import { type Currency, currencyDigits, formatMajor, type Minor } from '../../../src/domain/money.ts';
import { formatIso, type Instant, SECOND_MS, type Stamp } from '../../../src/domain/time.ts';
import { type ReceiptWire, type SIMULATED_TENDERS, SIMULATOR_SOURCE } from '../../../src/feeds/protocol.ts';
import { type Random, randomOf } from './random.ts';
import type { Fault } from './scenarios.ts';

export type SimulatedTender = (typeof SIMULATED_TENDERS)[number];

export type PaymentOrder = {
	/** Unique among the payments of the simulator. */
	readonly id: string;
	readonly amountMinor: Minor;
	readonly currency: Currency;
	readonly tender: SimulatedTender;
	readonly terminalId: string;
	/** Moment that the receipt shows. */
	readonly at: Stamp;
	readonly fault: Fault;
	/** Whether a receipt that nobody asked for is printed beside it. */
	readonly stray: boolean;
};

/** A receipt and the moment from which the terminal has it to give. */
export type PrintedReceipt = { readonly receipt: ReceiptWire; readonly from: Instant };

/** What became of a payment: receipts of its own, one that nobody asked for, and the numbers that the customer's slip shows. */
export type Printed = { readonly own: readonly PrintedReceipt[]; readonly stray: PrintedReceipt | null; readonly slip: PaymentKeys };

export const LATE_MS = 300 * SECOND_MS;
const SECOND_CHARGE_MS = 3 * SECOND_MS;
const STRAY_AFTER_MS = SECOND_MS;
const MISTAKEN: Readonly<Record<SimulatedTender, SimulatedTender>> = { card: 'unionpay_qr', unionpay_qr: 'card', wechat: 'alipay', alipay: 'wechat' };

/** Prints the receipts of a payment; the same order and seed print the same. */
export function print(order: PaymentOrder, seed: string): Printed {
	const random = randomOf(seed, order.id);
	const slip = keysFor(order.tender, random);
	const own = ownReceipts(order, slip, random);
	if (!order.stray) return { own, stray: null, slip };
	return { own, stray: strayBeside(order, random), slip };
}

/** Of an amount that no menu has and another tender, so that it is not taken for another sale's. */
function strayBeside(order: PaymentOrder, random: Random): PrintedReceipt {
	const at = { at: order.at.at + STRAY_AFTER_MS, offset: order.at.offset };
	const tender = order.tender === 'unionpay_qr' ? 'card' : 'unionpay_qr';
	const amountMinor = 10 ** currencyDigits(order.currency) * (41 + random.below(50)) + 7;
	return receiptOf({ ...order, id: `${order.id}-stray`, at, tender, amountMinor }, keysFor(tender, random));
}

function ownReceipts(order: PaymentOrder, slip: PaymentKeys, random: Random): PrintedReceipt[] {
	const one = receiptOf(order, slip);
	switch (order.fault) {
		case 'none':
			return [one];
		case 'lost':
			return [];
		case 'late':
			return [{ ...one, from: one.from + LATE_MS }];
		case 'amount_short':
			return [receiptOf({ ...order, amountMinor: order.amountMinor - mistakeOf(order, random) }, slip)];
		case 'amount_over':
			return [receiptOf({ ...order, amountMinor: order.amountMinor + mistakeOf(order, random) }, slip)];
		case 'other_tender':
			return [receiptOf({ ...order, tender: MISTAKEN[order.tender] }, keysFor(MISTAKEN[order.tender], random))];
		case 'doubled':
			return [one, secondCharge(order, slip, random)];
	}
}

/** The same card or order, charged once more under numbers of its own. */
function secondCharge(order: PaymentOrder, { last4, merchantOrderNo }: PaymentKeys, random: Random): PrintedReceipt {
	const at = { at: order.at.at + SECOND_CHARGE_MS, offset: order.at.offset };
	return receiptOf({ ...order, id: `${order.id}-again`, at }, { ...keysFor(order.tender, random), last4, merchantOrderNo });
}

/** Between a tenth and a half of the amount, at least one minor unit, never all of it. */
function mistakeOf({ amountMinor }: PaymentOrder, random: Random): Minor {
	return Math.max(1, Math.min(amountMinor - 1, Math.floor((amountMinor * (10 + random.below(40))) / 100)));
}

function keysFor(tender: SimulatedTender, random: Random): PaymentKeys {
	if (tender === 'card') {
		return { ...NO_KEYS, rrn: random.digits(12), authCode: random.digits(6), traceNo: random.digits(6), batchNo: '000001', last4: random.digits(4) };
	}
	return { ...NO_KEYS, merchantOrderNo: `SIM${random.digits(14)}`, channelOrderNo: random.digits(28) };
}

function receiptOf(order: PaymentOrder, keys: PaymentKeys): PrintedReceipt {
	const { id, amountMinor, currency, tender, terminalId, at } = order;
	const receipt: ReceiptWire = {
		...{ id, source: SIMULATOR_SOURCE, leg: 'terminal', occurredAt: formatIso(at), kind: 'sale', status: 'success' },
		...{ amount: formatMajor(amountMinor, currency), tip: null, fee: null, currency, tender, terminalId },
		...{ ...keys, originalRef: null, settlementDate: null, line: null },
	};
	return { receipt, from: at.at };
}
