import { formatIso, type Instant, SECOND_MS, type Stamp } from '../../../src/domain/time.ts';
import type { CoverageWire } from '../../../src/feeds/protocol.ts';
import { SIMULATOR_SOURCE } from '../../../src/feeds/protocol.ts';
import { customersOf, daysOf, offlineOf, SHOP_OFFSET, startOfDay } from './customers.ts';
import { type PaymentOrder, type Printed, type PrintedReceipt, print } from './payment.ts';
import { type Fault, SCENARIOS, type ScenarioName } from './scenarios.ts';

/** A payment that the terminal took. */
export type Payment = { readonly order: PaymentOrder; readonly takenAt: Instant; readonly printed: Printed };
export type PaymentRequest = Pick<PaymentOrder, 'amountMinor' | 'currency' | 'tender' | 'terminalId'> & { readonly at: Stamp };
/** A receipt and the moment at which the hub gets it. */
export type Delivery = PrintedReceipt & { readonly payment: Payment; readonly delayed: boolean };

/** The terminal by itself: given when it was switched on and what was paid, everything about it follows. */
export type Terminal = {
	readonly take: (request: PaymentRequest, takenAt: Instant) => Payment;
	/** Payments up to a moment, in order; those of customers who come by themselves too. */
	readonly payments: (now: Instant) => readonly Payment[];
	/** When the hub gets a receipt: later than printed where there is no network. */
	readonly deliveries: (payment: Payment) => readonly Delivery[];
	readonly isOffline: (now: Instant) => boolean;
	/** What it answers for at a moment; empty in its first seconds. */
	readonly coverage: (now: Instant) => readonly CoverageWire[];
};

export type TerminalOptions = { readonly scenario: ScenarioName; readonly seed: string; readonly bornAt: Instant };

/** A receipt needs so long from the printer to the hub at most. */
const LAG_MS = 2 * SECOND_MS;

type Outage = { readonly from: Instant; readonly to: Instant };

export function createTerminal({ scenario, seed, bornAt }: TerminalOptions): Terminal {
	const rules = SCENARIOS[scenario];
	const tag = tagOf(bornAt);
	const taken: Payment[] = [];
	const customers = new Map<string, readonly Payment[]>();

	function take(request: PaymentRequest, takenAt: Instant): Payment {
		const number = taken.length + 1;
		const order = { ...request, id: `${tag}-${number}`, fault: faultFor(rules.faults[number], request), stray: rules.strays.includes(number) };
		const payment = { order, takenAt, printed: print(order, seed) };
		taken.push(payment);
		return payment;
	}

	function payments(now: Instant): readonly Payment[] {
		if (!rules.customers) return taken;
		const came = daysOf(bornAt, now)
			.flatMap(customersOn)
			.filter((payment) => payment.takenAt <= now);
		return [...came, ...taken];
	}

	function customersOn(day: string): readonly Payment[] {
		const known = customers.get(day) ?? customersOf(day, seed, tag).map((order) => ({ order, takenAt: order.at.at, printed: print(order, seed) }));
		customers.set(day, known);
		return known;
	}

	function outageAt(now: Instant): Outage | null {
		return outages(now).find(({ from, to }) => from <= now && now < to) ?? null;
	}

	function outages(now: Instant): Outage[] {
		if (rules.customers) return daysOf(now, now).map(offlineOf);
		const first = taken[0];
		return first && rules.offlineSeconds !== null ? [{ from: first.takenAt, to: first.takenAt + rules.offlineSeconds * SECOND_MS }] : [];
	}

	function deliveries(payment: Payment): readonly Delivery[] {
		const { own, stray } = payment.printed;
		return [...own, ...(stray ? [stray] : [])].map(({ receipt, from }) => {
			const printedAt = Math.max(from, payment.takenAt);
			const outage = outageAt(printedAt);
			return { payment, receipt, from: outage?.to ?? printedAt, delayed: outage !== null };
		});
	}

	function coverage(now: Instant): readonly CoverageWire[] {
		const known = payments(now);
		const outstanding = known.flatMap(deliveries).filter(({ from }) => from > now);
		const from = Math.min(rules.customers ? startOfDay(bornAt) : bornAt, ...known.map(({ order }) => order.at.at));
		const to = Math.min(now - LAG_MS, outageAt(now)?.from ?? now, ...outstanding.map(({ payment }) => payment.order.at.at));
		if (to <= from) return [];
		const show = (at: Instant) => formatIso({ at, offset: SHOP_OFFSET });
		return [{ source: SIMULATOR_SOURCE, leg: 'terminal', from: show(from), to: show(to) }];
	}

	return { take, payments, deliveries, isOffline: (now) => outageAt(now) !== null, coverage };
}

/** Receipts of different runs must not share an id. */
export function tagOf(bornAt: Instant): string {
	return `sim-${Math.floor(bornAt / SECOND_MS).toString(36)}`;
}

/** One minor unit cannot be charged too little. */
function faultFor(fault: Fault | undefined, { amountMinor }: PaymentRequest): Fault {
	return fault === undefined || (fault === 'amount_short' && amountMinor < 2) ? 'none' : fault;
}

/** The fault as somebody sees it who waits for the receipts: what an outage delays is late. */
export function seenFault({ order }: Payment, deliveries: readonly Delivery[]): Fault {
	return order.fault === 'none' && deliveries.some(({ delayed }) => delayed) ? 'late' : order.fault;
}
