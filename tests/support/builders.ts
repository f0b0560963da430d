import type { Discrepancy } from '../../src/domain/discrepancies/discrepancy.ts';
import { discrepancyId } from '../../src/domain/discrepancies/discrepancy-id.ts';
import { riskOf } from '../../src/domain/discrepancies/risk.ts';
import { asEntryId } from '../../src/domain/ids.ts';
import { NO_KEYS, type Sale } from '../../src/domain/ledger/sale.ts';
import type { DiscrepancyKind } from '../../src/domain/matching/kinds.ts';
import type { Match, Outcome } from '../../src/domain/matching/outcome.ts';
import type { BillReading } from '../../src/domain/receipts/reading.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { DAY, NOON } from './ledger-fixture.ts';

/** A card sale of ¥28.50 at noon; `id` is a plain text here. */
export function sale(id: string, change: Partial<Sale> = {}): Sale {
	return {
		id: asEntryId(id),
		seq: 1,
		number: 1,
		at: NOON,
		offset: 480,
		day: DAY,
		kind: 'sale',
		amountMinor: 2850,
		tipMinor: null,
		currency: 'CNY',
		tender: 'card',
		terminalId: '1',
		cashier: 'Mei',
		state: 'paid_confirmed',
		keys: NO_KEYS,
		paperSlipNo: null,
		note: null,
		refundOf: null,
		outageId: null,
		reversedBy: null,
		enteredLater: false,
		clockSuspect: false,
		...change,
	};
}

type Members = { readonly sales?: readonly string[]; readonly receipts?: readonly string[] };

/** An open gap of ¥28.50 at noon. */
export function discrepancy(kind: DiscrepancyKind, { sales = [], receipts = [] }: Members, change: Partial<Discrepancy> = {}): Discrepancy {
	return {
		id: discrepancyId({ kind, sales, receipts }),
		kind,
		day: DAY,
		at: NOON,
		sales,
		receipts,
		count: 1,
		amountMinor: 2850,
		currency: 'CNY',
		risk: riskOf(kind, false),
		hypotheses: [],
		cluster: null,
		state: 'open',
		snoozedUntil: null,
		assignee: null,
		caseId: null,
		decision: null,
		...change,
	};
}

export function match(sales: readonly string[], receipts: readonly string[], change: Partial<Match> = {}): Match {
	const evidence: Match['evidence'] = [{ field: 'amount', relation: 'equal', milliBits: 5000 }];
	return { sales, receipts, band: 'auto', probabilityMillionths: 999_000, differenceMinor: 0, evidence, runnerUp: null, confirmed: false, ...change };
}

export function outcome(change: Partial<Outcome> = {}): Outcome {
	return { engineVersion: 1, matches: [], discrepancies: [], awaiting: [], netted: [], excluded: [], problems: [], clocks: [], ...change };
}

/** A bill of the canonical format for the business day of the fixtures. */
export function bill(receipts: readonly Receipt[], change: Partial<BillReading> = {}): BillReading {
	const sum = (kind: Receipt['kind']) => receipts.filter((receipt) => receipt.kind === kind).reduce((total, receipt) => total + receipt.amountMinor, 0);
	const from = Date.parse('2026-11-20T04:00:00+08:00');
	return {
		format: 'canonical-receipts',
		encoding: 'utf-8',
		leg: 'terminal',
		currency: 'CNY',
		offset: 480,
		coverage: { from, to: from + 86_400_000 },
		tenders: null,
		receipts,
		totals: { count: receipts.length, salesMinor: sum('sale'), refundsMinor: sum('refund'), feesMinor: 0 },
		footer: { present: false, agrees: null },
		problems: [],
		...change,
	};
}
