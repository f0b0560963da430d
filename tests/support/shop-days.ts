import { asReceiptId } from '../../src/domain/ids.ts';
import { NO_KEYS, type PaymentKeys } from '../../src/domain/ledger/sale.ts';
import type { Tender } from '../../src/domain/ledger/tender.ts';
import { MATCH_RULES_DEFAULT, type ReconcileInput, type SaleRow } from '../../src/domain/matching/rows.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { addDays, businessDayInterval, businessDayOf, DAY_MS } from '../../src/domain/time.ts';
import { type Random, seeded } from './random.ts';

/** What kind of shop it is, and what goes wrong there. Shares are per payment; times are seconds. */
export type ShopLife = {
	readonly days: number;
	readonly perDay: number;
	readonly tenders: readonly Tender[];
	readonly terminals: readonly string[];
	/** Prices on the menu; null for free amounts. */
	readonly menu: number | null;
	/** How long after the payment the sale is logged, and how widely that scatters. */
	readonly delay: { readonly mean: number; readonly spread: number; readonly late: number; readonly lateMost: number };
	readonly clockSkews: readonly number[];
	/** Of sales with typed keys; of those with a slip; with another slip's keys. */
	readonly keys: { readonly typed: number; readonly slip: number; readonly wrong: number };
	readonly terminalTyped: number;
	/** Tips are added on the terminal after the sale was logged; the cell may be empty. */
	readonly tips: { readonly share: number; readonly known: number };
	readonly faults: Partial<Readonly<Record<Fault, number>>>;
	/** Sales of an hour whose receipts come this many hours later; `burst`: all within a few minutes. */
	readonly outageHours: number;
	readonly burst: boolean;
	/** Seconds by which the first terminal's clock steps in the middle of the day. */
	readonly clockStep: number;
	readonly openAt: number;
	readonly openHours: number;
};
export type Fault =
	| 'missing'
	| 'unlogged'
	| 'duplicate'
	| 'tender'
	| 'cash'
	| 'amount'
	| 'voided'
	| 'reversed'
	| 'undone'
	| 'failed'
	| 'split'
	| 'combined'
	| 'twin';

/** The truth beside the rows: which ids belong together, and which faults were planted on which rows. */
export type ShopDays = {
	readonly input: ReconcileInput;
	readonly pairs: readonly { readonly sales: readonly string[]; readonly receipts: readonly string[] }[];
	readonly planted: readonly { readonly fault: Fault; readonly sales: readonly string[]; readonly receipts: readonly string[] }[];
};

export const USUAL: ShopLife = {
	days: 1,
	perDay: 300,
	tenders: ['card', 'wechat', 'alipay'],
	terminals: ['T1', 'T2'],
	menu: 40,
	delay: { mean: 8, spread: 15, late: 0.04, lateMost: 900 },
	clockSkews: [40, -75],
	keys: { typed: 0.15, slip: 0.04, wrong: 0.01 },
	terminalTyped: 0.9,
	tips: { share: 0, known: 0 },
	faults: {
		missing: 0.02,
		unlogged: 0.015,
		duplicate: 0.005,
		tender: 0.01,
		cash: 0.005,
		amount: 0.008,
		voided: 0.004,
		reversed: 0.004,
		undone: 0.006,
		failed: 0.005,
		split: 0.004,
		combined: 0.004,
		twin: 0.02,
	},
	outageHours: 0,
	burst: false,
	clockStep: 0,
	openAt: 10 * 3_600,
	openHours: 12,
};

export function shopDays(seed: number, life: Partial<ShopLife> = {}): ShopDays {
	const shop = { ...USUAL, ...life, faults: { ...USUAL.faults, ...life.faults } };
	const maker = makerOf(seeded(seed), shop);
	for (let day = 0; day < shop.days; day++) maker.day(addDays('2026-11-02', day));
	const last = addDays('2026-11-02', shop.days - 1);
	const interval = { from: businessDayInterval('2026-11-02', OFFSET, 240).from, to: businessDayInterval(last, OFFSET, 240).to };
	return {
		input: {
			sales: maker.sales,
			receipts: maker.receipts,
			coverage: [{ source: 'terminals', leg: 'terminal', interval, tenders: null }],
			decisions: { confirmed: [], rejected: [] },
			rules: MATCH_RULES_DEFAULT,
			now: interval.to + 5 * DAY_MS,
		},
		pairs: maker.pairs,
		planted: maker.planted,
	};
}

const OFFSET = 480;

function makerOf(random: Random, shop: ShopLife) {
	const sales: SaleRow[] = [];
	const receipts: Receipt[] = [];
	const pairs: ShopDays['pairs'][number][] = [];
	const planted: ShopDays['planted'][number][] = [];
	const menu = Array.from({ length: shop.menu ?? 0 }, () => 800 + random.below(60) * 100 + (random.chance(0.2) ? 50 : 0));
	const amount = () => (menu.length > 0 ? (menu[Math.floor(random.next() * random.next() * menu.length)] ?? 900) : 500 + random.below(9_500));
	let lastKeys: PaymentKeys = NO_KEYS;
	const addSale = (row: Partial<SaleRow> & Pick<SaleRow, 'at' | 'amountMinor'>): SaleRow => {
		const at = Math.round(row.at / 1_000) * 1_000;
		const sale: SaleRow = {
			id: `s${String(sales.length + 1).padStart(5, '0')}`,
			offset: OFFSET,
			day: businessDayOf({ at, offset: OFFSET }, 240),
			kind: 'sale',
			tipMinor: null,
			currency: 'CNY',
			tender: null,
			terminalId: null,
			cashier: null,
			keys: NO_KEYS,
			ref: null,
			state: 'paid_confirmed',
			...row,
			at,
		};
		sales.push(sale);
		return sale;
	};
	const addReceipt = (row: Partial<Receipt> & Pick<Receipt, 'at' | 'amountMinor' | 'terminalId'>): Receipt => {
		const number = receipts.length + 1;
		const step = row.terminalId === shop.terminals[0] && (row.at + OFFSET * 60_000) % DAY_MS > 15.5 * 3_600_000 ? shop.clockStep : 0;
		const skew = ((shop.clockSkews[shop.terminals.indexOf(row.terminalId ?? '')] ?? 0) + step) * 1_000;
		const receipt: Receipt = {
			...NO_KEYS,
			id: asReceiptId(`r${String(number).padStart(5, '0')}`),
			leg: 'terminal',
			source: 'terminals',
			offset: OFFSET,
			kind: 'sale',
			status: 'success',
			tipMinor: null,
			feeMinor: null,
			netMinor: null,
			currency: 'CNY',
			tender: null,
			originalRef: null,
			settlementDate: null,
			line: null,
			rrn: random.digits(12),
			authCode: random.digits(6),
			last4: random.digits(4),
			traceNo: String(number).padStart(6, '0'),
			...row,
			at: Math.round((row.at + skew) / 1_000) * 1_000,
		};
		receipts.push(receipt);
		return receipt;
	};
	const typedKeys = (receipt: Receipt): PaymentKeys => {
		if (!random.chance(shop.keys.typed)) return NO_KEYS;
		const from = random.chance(shop.keys.wrong) ? lastKeys : receipt;
		const slip = (text: string | null) => (text !== null && random.chance(shop.keys.slip) ? slipped(text, random) : text);
		return {
			...NO_KEYS,
			authCode: slip(from.authCode),
			last4: random.chance(0.5) ? from.last4 : null,
			rrn: random.chance(0.3) ? (from.rrn?.slice(-4) ?? null) : null,
		};
	};
	const loggedAt = (at: number) => {
		const { mean, spread, late, lateMost } = shop.delay;
		return at + 1_000 * (random.chance(late) ? random.next() * lateMost : mean + random.bell(spread));
	};
	const one = (paidAt: number, hour: number, fixedAmount?: number) => {
		const amountMinor = fixedAmount ?? amount();
		const terminalId = random.pick(shop.terminals);
		const tender = random.pick(shop.tenders);
		const typedTerminal = random.chance(shop.terminalTyped) ? (random.chance(0.02) ? random.pick(shop.terminals) : terminalId) : null;
		const faults = Object.entries(shop.faults) as [Fault, number][];
		const roll = random.next();
		const fault = faultAt(faults, roll);
		const late = shop.outageHours > 0 && hour === 5 ? shop.outageHours * 3_600_000 - (shop.burst ? (paidAt % 3_600_000) * 0.97 : 0) : 0;
		const charge = (more: Partial<Receipt> = {}) => {
			const tip = random.chance(shop.tips.share) ? Math.round((amountMinor * random.pick([10, 15, 18, 20, 22])) / 100) : 0;
			const known = random.chance(shop.tips.known);
			const made = addReceipt({ at: paidAt + late, amountMinor: amountMinor + tip, tipMinor: known ? tip : null, terminalId, tender, ...more });
			return made;
		};
		const log = (receipt: Receipt | null, more: Partial<SaleRow> = {}) => {
			const row = addSale({ at: loggedAt(paidAt), amountMinor, tender, terminalId: typedTerminal, keys: receipt ? typedKeys(receipt) : NO_KEYS, ...more });
			if (receipt) lastKeys = receipt;
			return row;
		};
		plant({ fault, paidAt, amountMinor, tender, charge, log });
	};
	const pair = (inSales: readonly SaleRow[], inReceipts: readonly Receipt[]) =>
		pairs.push({ sales: inSales.map((row) => row.id), receipts: inReceipts.map((row) => row.id) });
	const note = (fault: Fault, inSales: readonly SaleRow[], inReceipts: readonly Receipt[]) =>
		planted.push({ fault, sales: inSales.map((row) => row.id), receipts: inReceipts.map((row) => row.id) });
	type Scene = {
		fault: Fault | null;
		paidAt: number;
		amountMinor: number;
		tender: Tender;
		charge: (more?: Partial<Receipt>) => Receipt;
		log: (receipt: Receipt | null, more?: Partial<SaleRow>) => SaleRow;
	};
	const plant = ({ fault, paidAt, amountMinor, tender, charge, log }: Scene) => {
		const other = shop.tenders.find((name) => name !== tender) ?? 'other';
		switch (fault) {
			case 'missing':
				return note(fault, [log(null)], []);
			case 'unlogged':
				return note(fault, [], [charge()]);
			case 'failed':
				return note(fault, [log(null)], [charge({ status: 'failed' })]);
			case 'cash': {
				const receipt = charge();
				return note(fault, [log(receipt, { tender: 'cash', keys: NO_KEYS, terminalId: null })], [receipt]);
			}
			case 'undone': {
				const sale = log(null);
				return void addSale({ at: sale.at + 60_000, amountMinor, kind: 'reversal', ref: sale.id });
			}
			case 'reversed': {
				const receipt = charge();
				const sale = log(receipt);
				addSale({ at: sale.at + 60_000, amountMinor, kind: 'reversal', ref: sale.id });
				return note(fault, [sale], [receipt]);
			}
			case 'voided': {
				const receipt = charge();
				addReceipt({ at: paidAt + 90_000, amountMinor: receipt.amountMinor, kind: 'void', terminalId: receipt.terminalId, tender, originalRef: receipt.rrn });
				return note(fault, [log(receipt)], [receipt]);
			}
			case 'split': {
				const part = Math.max(100, Math.round((amountMinor * (0.3 + random.next() * 0.4)) / 100) * 100);
				if (part >= amountMinor) break;
				const parts = [
					charge({ amountMinor: part, tipMinor: null }),
					charge({ at: paidAt + 40_000, amountMinor: amountMinor - part, tipMinor: null, tender: random.pick(shop.tenders) }),
				];
				return pair([log(parts[0] ?? null)], parts);
			}
			case 'combined': {
				const second = amount();
				const receipt = charge({ amountMinor: amountMinor + second, tipMinor: null });
				return pair([log(receipt), log(receipt, { at: loggedAt(paidAt + 15_000), amountMinor: second, keys: NO_KEYS })], [receipt]);
			}
		}
		const receipt = charge(fault === 'tender' ? { tender: other } : {});
		const sale = log(receipt, fault === 'amount' ? { amountMinor: mistyped(amountMinor, random) } : {});
		pair([sale], [receipt]);
		if (fault === 'duplicate')
			note(
				fault,
				[sale],
				[
					receipt,
					addReceipt({ ...receipt, ...{ id: asReceiptId(`d${receipt.id}`), rrn: random.digits(12), authCode: random.digits(6) }, at: paidAt + 45_000 }),
				],
			);
		else if (fault === 'tender' || fault === 'amount') note(fault, [sale], [receipt]);
		else if (fault === 'twin') one(paidAt + 30_000 + random.below(60_000), -1, amountMinor);
	};
	return {
		sales,
		receipts,
		pairs,
		planted,
		day: (day: string) => {
			const start = businessDayInterval(day, OFFSET, 0).from;
			for (let k = 0; k < shop.perDay; k++) {
				const hour = Math.floor(((random.next() + random.next()) / 2) * shop.openHours);
				one(start + (shop.openAt + (hour + random.next()) * 3_600) * 1_000, hour);
				if (random.chance(0.1)) addSale({ at: start + (shop.openAt + random.next() * shop.openHours * 3_600) * 1_000, amountMinor: amount(), tender: 'cash' });
			}
		},
	};
}

function faultAt(faults: readonly (readonly [Fault, number])[], roll: number): Fault | null {
	let below = 0;
	for (const [fault, share] of faults) {
		below += share;
		if (roll < below) return fault;
	}
	return null;
}

function slipped(text: string, random: Random): string {
	const at = random.below(text.length - 1);
	return random.chance(0.5) ? text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2) : text.slice(0, at) + random.below(10) + text.slice(at + 1);
}

function mistyped(amount: number, random: Random): number {
	const text = String(amount / 100);
	if (random.chance(0.3)) return amount * 10;
	const at = random.below(text.length);
	const digit = text[at] === '.' ? '.' : String(1 + random.below(9));
	const made = Math.round(Number(text.slice(0, at) + digit + text.slice(at + 1)) * 100);
	return made === amount || !Number.isFinite(made) || made <= 0 ? amount + 1_000 : made;
}
