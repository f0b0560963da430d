import { discrepancyId } from '../../src/domain/discrepancies/discrepancy-id.ts';
import { asEntryId, asReceiptId } from '../../src/domain/ids.ts';
import { NO_KEYS } from '../../src/domain/ledger/sale.ts';
import { SHOP_DEFAULT, type Shop } from '../../src/domain/ledger/shop.ts';
import type { Tender } from '../../src/domain/ledger/tender.ts';
import type { DiscrepancyKind } from '../../src/domain/matching/kinds.ts';
import type { Match } from '../../src/domain/matching/outcome.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/domain/time.ts';
import type { Database, DiscrepancyRow, SaleRecord } from '../../src/storage/database.ts';

/** The day of the stories below: 老王面馆, a Friday with two outages and three gaps. */
export const DAY = '2026-11-20';
export const MIDNIGHT = Date.parse('2026-11-20T00:00:00+08:00');
export const SHOP: Shop = {
	...SHOP_DEFAULT,
	name: '老王面馆',
	terminals: [
		{ id: '01', name: '1号机 前台', provider: '银联商务' },
		{ id: '02', name: '2号机 外卖窗', provider: '银联商务' },
	],
	cashiers: ['李敏', '周强'],
};

/** Busy around noon and in the evening, as a noodle shop is. */
const HOURS = [11, 12, 12, 12, 13, 17, 18, 18, 19, 20];
const COUNTS = { wechat: 82, alipay: 41, card: 24, unionpay_qr: 6, cash: 33 } as const;
const AMOUNTS = [1_800, 2_200, 2_850, 3_600, 4_400, 1_650, 5_200, 3_050];

/** 186 sales, their receipts (not yet those of UnionPay QR), and three gaps: short by 50.00, missing 28.50, not logged 22.00. */
export async function storeDay(db: Database): Promise<void> {
	const sales = daySales();
	const card = sales.filter((sale) => sale.tender === 'card');
	const [short, missing] = [card[3], card[5]];
	if (!short || !missing) throw new Error('the day has card sales');
	const receipts = sales.filter((sale) => sale.tender !== 'cash' && sale.tender !== 'unionpay_qr' && sale !== missing).map(receiptOf);
	const shortened = receipts.map((receipt) => (receipt.id === `r-${short.id}` ? { ...receipt, amountMinor: receipt.amountMinor - 500 } : receipt));
	const stray: Receipt = { ...receiptOf({ ...missing, id: asEntryId('stray'), tender: 'alipay' }), amountMinor: 2_200 };
	await db.sales.bulkPut(sales);
	await storeReceipts(db, [...shortened, stray]);
	await db.dayOutcomes.put({
		day: DAY,
		engineVersion: 1,
		judgedAt: MIDNIGHT + 23 * HOUR_MS,
		nextDue: null,
		matches: shortened.map((receipt): Match => matchOf(receipt.id.slice(2), receipt.id)),
		awaiting: sales.filter((sale) => sale.tender === 'unionpay_qr').map((sale) => ({ sale: sale.id, dueAt: MIDNIGHT + 34 * HOUR_MS, offset: 480 })),
		netted: [],
		excluded: [],
		problems: [],
		clocks: [],
	});
	await db.discrepancies.bulkPut([
		gap('amount_short', short, [short.id], [`r-${short.id}`], 500),
		gap('missing_at_terminal', missing, [missing.id], [], missing.amountMinor),
		{ ...gap('missing_in_ledger', missing, [], [stray.id], 2_200), risk: 'none' },
	]);
	await db.outages.put({
		id: 'o1',
		terminalId: null,
		cause: 'shop_network',
		startedAt: MIDNIGHT + 12 * HOUR_MS,
		endedAt: MIDNIGHT + 12 * HOUR_MS + 18 * MINUTE_MS,
		open: 0,
	} as never);
	await db.meta.put({ key: 'shop', shop: SHOP, seq: 1 });
}

export function daySales(): SaleRecord[] {
	const tenders = Object.entries(COUNTS).flatMap(([tender, count]) => Array.from({ length: count }, () => tender as Tender));
	return tenders
		.map((tender, index) => ({ tender, index, order: (index * 71) % tenders.length }))
		.sort((a, b) => a.order - b.order)
		.map(({ tender }, place) => {
			const hour = HOURS[place % HOURS.length] ?? 12;
			return {
				id: asEntryId(`s${place + 1}`),
				seq: place + 2,
				number: place + 1,
				at: MIDNIGHT + hour * HOUR_MS + ((place * 17) % 60) * MINUTE_MS,
				offset: 480,
				day: DAY,
				kind: 'sale',
				amountMinor: AMOUNTS[place % AMOUNTS.length] ?? 1_800,
				tipMinor: null,
				currency: 'CNY',
				tender,
				terminalId: tender === 'cash' ? null : place % 4 === 0 ? '02' : '01',
				cashier: place % 3 === 0 ? '周强' : '李敏',
				state: 'paid_confirmed',
				keys: NO_KEYS,
				paperSlipNo: null,
				note: null,
				refundOf: null,
				outageId: null,
				reversedBy: null,
				enteredLater: false,
				clockSuspect: false,
				tails: [],
			};
		});
}

export function receiptOf(sale: Pick<SaleRecord, 'id' | 'at' | 'amountMinor' | 'tender' | 'terminalId'>): Receipt {
	return {
		...NO_KEYS,
		id: asReceiptId(`r-${sale.id}`),
		leg: 'terminal',
		source: 'terminal',
		at: sale.at + 20_000,
		offset: 480,
		kind: 'sale',
		status: 'success',
		amountMinor: sale.amountMinor,
		tipMinor: null,
		feeMinor: null,
		netMinor: null,
		currency: 'CNY',
		tender: sale.tender,
		terminalId: sale.terminalId,
		originalRef: null,
		settlementDate: null,
		line: null,
	};
}

export async function storeReceipts(db: Database, receipts: readonly Receipt[]): Promise<void> {
	const id = asEntryId('import-1');
	const interval = { from: MIDNIGHT, to: MIDNIGHT + 22 * HOUR_MS + 30 * MINUTE_MS };
	await db.imports.put({
		id,
		seq: 500,
		at: MIDNIGHT + 23 * HOUR_MS,
		offset: 480,
		actor: 'system',
		origin: 'file',
		name: 'terminal.csv',
		hash: 'h',
		format: 'canonical-receipts',
		leg: 'terminal',
		coverage: interval,
		tenders: ['card', 'wechat', 'alipay'],
		count: receipts.length,
		problems: 0,
		footerAgrees: null,
		cursor: null,
		days: [DAY],
		coverageParts: [{ source: 'terminal', leg: 'terminal', interval, tenders: ['card', 'wechat', 'alipay'] }],
		problemLines: [],
		takenBack: [],
		withdrawnBy: null,
	});
	await db.receiptPages.put({ key: 'p1', importId: id, source: 'terminal', leg: 'terminal', day: DAY, receipts });
}

export function matchOf(sale: string, receipt: string): Match {
	return {
		sales: [sale],
		receipts: [receipt],
		band: 'auto',
		probabilityMillionths: 999_000,
		differenceMinor: 0,
		evidence: [],
		runnerUp: null,
		confirmed: false,
	};
}

function gap(kind: DiscrepancyKind, sale: SaleRecord, sales: readonly string[], receipts: readonly string[], amountMinor: number): DiscrepancyRow {
	return {
		id: discrepancyId({ kind, sales, receipts }),
		kind,
		day: DAY,
		at: sale.at,
		sales,
		receipts,
		count: 1,
		amountMinor,
		currency: 'CNY',
		risk: 'loss',
		hypotheses: [],
		cluster: null,
		state: 'open',
		snoozedUntil: null,
		assignee: null,
		caseId: null,
		decision: null,
		found: true,
	};
}
