import { join } from 'node:path';
import { invariant } from '../../../src/domain/invariant.ts';
import type { DiscrepancyKind } from '../../../src/domain/matching/kinds.ts';
import { formatMajor } from '../../../src/domain/money.ts';
import { formatIso, type Instant, SECOND_MS } from '../../../src/domain/time.ts';
import { SIMULATOR_SOURCE } from '../../../src/feeds/protocol.ts';
import type { Journal } from '../../journal/journal.ts';
import { openJsonl } from '../../journal/jsonl-file.ts';
import { createQueue } from '../../journal/queue.ts';
import type { Source, SourceContext } from '../source.ts';
import { SHOP_OFFSET } from './customers.ts';
import { type Fault, GAP_OF_FAULT, type ScenarioName } from './scenarios.ts';
import { createTerminal, type Delivery, type Payment, type PaymentRequest, seenFault, type Terminal, tagOf } from './terminal.ts';

export type SimulatorOptions = { readonly scenario: ScenarioName; readonly seed: string; readonly dataFolder: string };

/** What tests and developers do at the simulated terminal. */
export type SimulatorControl = {
	readonly now: () => Instant;
	readonly pay: (request: PaymentRequest) => Promise<Payment>;
	/** Lets time pass: late receipts arrive, coverage goes on. Answers the new time. */
	readonly advance: (seconds: number) => Promise<Instant>;
	readonly truth: () => Truth;
};

export type Truth = {
	readonly scenario: ScenarioName;
	readonly seed: string;
	readonly now: string;
	readonly offline: boolean;
	readonly payments: readonly TruthOfPayment[];
};
type TruthOfReceipt = {
	readonly id: string;
	readonly amount: string;
	readonly tender: string;
	readonly occurredAt: string;
	readonly availableFrom: string;
	readonly given: boolean;
};
/** A payment, or with the fault `stray` a receipt for a sale that nobody asked for. */
type TruthOfPayment = {
	readonly id: string;
	readonly at: string;
	/** As asked for. */
	readonly amount: string;
	readonly currency: string;
	readonly tender: string;
	readonly terminalId: string;
	readonly fault: Fault | 'stray';
	/** Kind of the discrepancy that the fault leaves if the sale was logged as asked for; null where none. */
	readonly gap: DiscrepancyKind | null;
	/** Its receipts, whether the hub has them already or not. */
	readonly printed: readonly TruthOfReceipt[];
};

/** One line of the simulator's own file; from these everything follows again after a restart. */
type Line =
	| { readonly kind: 'born'; readonly at: Instant }
	| { readonly kind: 'advance'; readonly seconds: number }
	| { readonly kind: 'payment'; readonly takenAt: Instant; readonly request: PaymentRequest };

/** A terminal with known faults, as a source of receipts. */
export async function openSimulator(
	options: SimulatorOptions,
	journal: Journal,
	context: SourceContext,
): Promise<{ source: Source; control: SimulatorControl }> {
	const file = await openJsonl(join(options.dataFolder, `simulator-${options.scenario}-${options.seed}.jsonl`), context.now);
	const first = file.lines[0] as Line | undefined;
	const bornAt = first?.kind === 'born' ? first.at : context.now();
	if (first === undefined) await file.append([{ kind: 'born', at: bornAt }]);
	const terminal = createTerminal({ ...options, bornAt });
	let passedMs = 0;
	const inTurn = createQueue();

	function replay(line: Line): Payment | null {
		if (line.kind === 'advance') passedMs += line.seconds * SECOND_MS;
		return line.kind === 'payment' ? terminal.take(line.request, line.takenAt) : null;
	}
	for (const line of file.lines) replay(line as Line);

	const now = () => context.now() + passedMs;
	const write = (line: Line) => inTurn(() => file.append([line]).then(() => replay(line)));
	const part = `${options.scenario}-${options.seed}-${tagOf(bornAt)}`;
	const source = sourceOf({ terminal, journal, context, now, part }, () => inTurn(() => file.close()));
	const control: SimulatorControl = {
		now,
		pay: async (request) => {
			const payment = await write({ kind: 'payment', takenAt: now(), request });
			invariant(payment, 'a payment was not taken');
			await source.refresh();
			return payment;
		},
		advance: async (seconds) => {
			await write({ kind: 'advance', seconds });
			await source.refresh();
			return now();
		},
		truth: () => truthOf(options, terminal, now()),
	};
	return { source, control };
}

type Parts = { readonly terminal: Terminal; readonly journal: Journal; readonly context: SourceContext; readonly now: () => Instant; readonly part: string };

/** How often what fell due is written down if nobody asks. */
const SETTLE_MS = 1_000;

function sourceOf({ terminal, journal, context, now, part }: Parts, close: () => Promise<void>): Source {
	let settledAt: Instant | null = null;
	let timer: NodeJS.Timeout | undefined;
	const inTurn = createQueue();

	async function settle(): Promise<void> {
		const at = now();
		const given = journal.part(SIMULATOR_SOURCE, part)?.receipts;
		const due = terminal
			.payments(at)
			.flatMap(terminal.deliveries)
			.filter(({ from, receipt }) => from <= at && !given?.has(receipt.id));
		const add = due.sort(byArrival).map(({ receipt }) => receipt);
		if (add.length > 0) await journal.change({ source: SIMULATOR_SOURCE, part, add });
		settledAt = at;
	}

	async function start(): Promise<void> {
		const old = journal.parts().filter((other) => other.source === SIMULATOR_SOURCE && other.part !== part);
		for (const other of old) await journal.change({ source: SIMULATOR_SOURCE, part: other.part, gone: true });
		await inTurn(settle);
		timer = setInterval(() => inTurn(settle).catch((error: unknown) => context.log(`${SIMULATOR_SOURCE}: ${String(error)}`)), SETTLE_MS);
	}

	return {
		name: SIMULATOR_SOURCE,
		start,
		refresh: () => inTurn(settle),
		state: () => (settledAt === null ? 'starting' : terminal.isOffline(now()) ? 'offline' : 'ok'),
		coverage: () => (settledAt === null ? [] : terminal.coverage(settledAt)),
		stop: async () => {
			clearInterval(timer);
			await inTurn(close);
		},
	};
}

function byArrival(a: Delivery, b: Delivery): number {
	return a.from - b.from || a.payment.takenAt - b.payment.takenAt || (a.receipt.id < b.receipt.id ? -1 : 1);
}

function truthOf({ scenario, seed }: SimulatorOptions, terminal: Terminal, now: Instant): Truth {
	const payments = terminal.payments(now).flatMap((payment) => {
		const deliveries = terminal.deliveries(payment);
		const strays = deliveries.filter(({ receipt }) => receipt === payment.printed.stray?.receipt);
		const own = deliveries.filter((delivery) => !strays.includes(delivery));
		return [truthOfPayment(payment, own, now), ...strays.map((stray) => truthOfStray(stray, now))];
	});
	return { scenario, seed, now: show(now), offline: terminal.isOffline(now), payments };
}

function truthOfPayment(payment: Payment, own: readonly Delivery[], now: Instant): TruthOfPayment {
	const { id, at, amountMinor, currency, tender, terminalId, fault } = payment.order;
	const amount = formatMajor(amountMinor, currency);
	const printed = own.map((delivery) => truthOfReceipt(delivery, now));
	return { id, at: formatIso(at), amount, currency, tender, terminalId, fault: seenFault(payment, own), gap: GAP_OF_FAULT[fault], printed };
}

function truthOfStray(stray: Delivery, now: Instant): TruthOfPayment {
	const { id, occurredAt: at, amount, currency, tender, terminalId } = stray.receipt;
	const printed = [truthOfReceipt(stray, now)];
	return { id, at, amount, currency, tender: tender ?? '', terminalId: terminalId ?? '', fault: 'stray', gap: 'missing_in_ledger', printed };
}

function truthOfReceipt({ receipt: { id, amount, tender, occurredAt }, from }: Delivery, now: Instant): TruthOfReceipt {
	return { id, amount, tender: tender ?? '', occurredAt, availableFrom: show(from), given: from <= now };
}

function show(at: Instant): string {
	return formatIso({ at, offset: SHOP_OFFSET });
}
