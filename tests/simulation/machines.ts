import type { PaymentKeys } from '../../src/domain/ledger/sale.ts';
import type { Tender } from '../../src/domain/ledger/tender.ts';
import type { Random } from '../support/random.ts';
import { BLANK } from './books.ts';
import { weighted } from './people.ts';
import type { ClockPlan, Outage, Shop } from './shop.ts';

const DAY = 86_400;

/** The second that a terminal's clock shows at a true second. */
export function shown({ ahead, driftPerDay = 0, steps = [] }: ClockPlan, second: number): number {
	const stepped = steps.filter(({ day, hour }) => second >= day * DAY + hour * 3_600).reduce((sum, { by }) => sum + by, 0);
	return second + ahead + (driftPerDay * second) / DAY + stepped;
}

/** Prints slips: numbers that run on per terminal, codes from the bank, order numbers from the wallets. */
export type Printer = { readonly slip: (terminal: number, tender: Tender, second: number, card?: string) => PaymentKeys; readonly card: () => string };

export function printer(random: Random, { terminals, from, prints }: Shop): Printer {
	const traces = terminals.map(() => 1_000 + random.below(60_000));
	const batches = terminals.map(() => 100 + random.below(700));
	const merchant = random.digits(4);
	const date = from.replaceAll('-', '');
	// People come again, so that endings of cards do too.
	const cards = Array.from({ length: 400 }, () => random.digits(4));
	let orders = 0;
	return {
		card: () => (random.chance(0.3) ? random.pick(cards) : random.digits(4)),
		slip: (terminal, tender, second, card) => {
			const trace = (traces[terminal] ?? 0) + 1;
			traces[terminal] = trace;
			const traceNo = String(trace % 1_000_000).padStart(6, '0');
			const batchNo = String((batches[terminal] ?? 0) + Math.floor(second / DAY)).padStart(6, '0');
			const running = prints === 'all' ? { traceNo, batchNo } : {};
			if (tender === 'wechat' || tender === 'alipay') {
				const order = `${merchant}${date}${String(++orders).padStart(6, '0')}`;
				const channel = tender === 'wechat' ? `42000${random.digits(5)}${date}${random.digits(10)}` : `${date}22001${random.digits(15)}`;
				return {
					...BLANK,
					...running,
					merchantOrderNo: prints === 'all' ? order : `${merchant}${random.digits(12)}`,
					channelOrderNo: prints === 'codes' ? null : channel,
				};
			}
			const hour = String(Math.floor(second / 3_600) % 24).padStart(2, '0');
			const rrn = prints === 'all' ? `6306${hour}${traceNo}` : prints === 'codes' ? null : random.digits(12);
			return { ...BLANK, ...running, authCode: random.digits(6), rrn, last4: card ?? random.digits(4) };
		},
	};
}

/** When a terminal's payment comes to the source (true second); null where it never does. */
export type Posting = (terminal: number, second: number) => { readonly at: number | null; readonly offline: boolean };

export function posting(random: Random, { outages, postedLate }: Pick<Shop, 'outages' | 'postedLate'>): Posting {
	const sent = new Map<Outage, number>();
	return (terminal, second) => {
		const outage = outages.find((one) => one.terminal === terminal && isWithin(one, second));
		if (!outage) return { at: random.chance(postedLate) ? second + 3_600 * (1 + random.next() * 40) : second, offline: false };
		if (outage.posts === 'never') return { at: null, offline: true };
		const back = (outage.backAfterHours + outage.hours) * 3_600;
		const start = outage.day * DAY + outage.fromHour * 3_600;
		if (outage.posts === 'shifted') return { at: second + back, offline: true };
		const at = Math.max(start + back, (sent.get(outage) ?? 0) + 2 + random.next() * 5);
		sent.set(outage, at);
		return { at, offline: true };
	};
}

function isWithin({ day, fromHour, hours }: Outage, second: number): boolean {
	const start = day * DAY + fromHour * 3_600;
	return second >= start && second < start + hours * 3_600;
}

export function pickTerminal(random: Random, { terminals }: Pick<Shop, 'terminals'>): number {
	return weighted(
		random,
		terminals.map(({ weight }) => weight),
	);
}
