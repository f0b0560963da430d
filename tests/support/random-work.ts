import fc from 'fast-check';
import { moveCase } from '../../src/commands/cases/move-case.ts';
import { openCase } from '../../src/commands/cases/open-case.ts';
import { assignDiscrepancy } from '../../src/commands/discrepancies/assign-discrepancy.ts';
import { collectAgain } from '../../src/commands/discrepancies/collect-again.ts';
import { enterDiscrepancy } from '../../src/commands/discrepancies/enter-discrepancy.ts';
import { explainDiscrepancy } from '../../src/commands/discrepancies/explain-discrepancy.ts';
import { snoozeDiscrepancy } from '../../src/commands/discrepancies/snooze-discrepancy.ts';
import { writeOff } from '../../src/commands/discrepancies/write-off.ts';
import { closeDay } from '../../src/commands/end-of-day/close-day.ts';
import { countCash } from '../../src/commands/end-of-day/count-cash.ts';
import { annotateSale } from '../../src/commands/ledger/annotate-sale.ts';
import { endOutage } from '../../src/commands/ledger/end-outage.ts';
import { recordRefund } from '../../src/commands/ledger/record-refund.ts';
import { recordSale } from '../../src/commands/ledger/record-sale.ts';
import { reverseSale } from '../../src/commands/ledger/reverse-sale.ts';
import { startOutage } from '../../src/commands/ledger/start-outage.ts';
import { confirmMatch } from '../../src/commands/matching/confirm-match.ts';
import { reconcile } from '../../src/commands/matching/reconcile.ts';
import { rejectMatch } from '../../src/commands/matching/reject-match.ts';
import { undoDecision } from '../../src/commands/matching/undo-decision.ts';
import type { Ports } from '../../src/commands/ports.ts';
import { commitImport } from '../../src/commands/receipts/commit-import.ts';
import { withdrawImport } from '../../src/commands/receipts/withdraw-import.ts';
import { CASE_STATES } from '../../src/domain/cases/case.ts';
import type { Discrepancy } from '../../src/domain/discrepancies/discrepancy.ts';
import type { EntryId, ImportId, SaleId } from '../../src/domain/ids.ts';
import type { Problem } from '../../src/domain/problems.ts';
import type { Result } from '../../src/domain/result.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/domain/time.ts';
import { bill } from './builders.ts';
import type { FakeClock } from './fake-clock.ts';
import { DAY, NOON, receipt } from './ledger-fixture.ts';

const AMOUNTS = [1000, 1500, 2850] as const;
const RECEIPTS = AMOUNTS.flatMap((amountMinor, i) => [`r${i}a`, `r${i}b`].map((id, k) => receipt(id, { amountMinor, at: NOON + (i * 2 + k) * MINUTE_MS })));

/** One thing that a person does; numbers pick from what is there by then. */
export type Step = { readonly what: keyof typeof WORK; readonly pick: number; readonly other: number };
const WORK_NAMES: Readonly<Record<Step['what'], true>> = {
	sell: true,
	refund: true,
	reverse: true,
	annotate: true,
	import: true,
	withdraw: true,
	reconcile: true,
	confirm: true,
	reject: true,
	decide: true,
	escalate: true,
	moveCase: true,
	undo: true,
	outage: true,
	count: true,
	close: true,
};

/** What is done more often than the rest, so that there is work to decide about. */
const OFTEN = [
	'sell',
	'sell',
	'sell',
	'import',
	'reconcile',
	'reconcile',
	'reconcile',
	'decide',
	'decide',
	'decide',
	'escalate',
	'moveCase',
	'moveCase',
	'confirm',
] as const;

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
	fc.record({ what: fc.constantFrom(...OFTEN, ...(Object.keys(WORK_NAMES) as Step['what'][])), pick: fc.nat(60), other: fc.nat(60) }),
	{ minLength: 30, maxLength: 60, size: 'max' },
);

export type Till = {
	readonly ports: Ports & { readonly clock: FakeClock };
	readonly sales: SaleId[];
	readonly imports: ImportId[];
	readonly decisions: EntryId[];
	readonly cases: EntryId[];
};

export function till(ports: Till['ports']): Till {
	return { ports, sales: [], imports: [], decisions: [], cases: [] };
}

type Done = Result<unknown, Problem>;
type Work = (till: Till, step: Step) => Promise<Done | null>;

/** Does a step; null where there is nothing to do it to. */
export async function work(on: Till, step: Step): Promise<Done | null> {
	on.ports.clock.pass(MINUTE_MS);
	return WORK[step.what](on, step);
}

const sale = { amountMinor: 1000, tender: 'card', terminalId: '1', cashier: 'Li' } as const;

const WORK = {
	sell: async ({ ports, sales }, { pick, other }) => {
		const sold = await recordSale(ports, { ...sale, amountMinor: of(AMOUNTS, pick) ?? 1, tender: other % 4 === 0 ? 'cash' : 'card' });
		if (sold.ok) sales.push(sold.value.id);
		return sold;
	},
	refund: async ({ ports, sales }, { pick, other }) => {
		const refunded = await recordRefund(ports, { ...sale, amountMinor: (other + 1) * 50, refundOf: of(sales, pick) ?? null });
		if (refunded.ok) sales.push(refunded.value.id);
		return refunded;
	},
	reverse: async ({ ports, sales }, { pick }) => withOne(of(sales, pick), (id) => reverseSale(ports, { sale: id })),
	annotate: async ({ ports, sales }, { pick, other }) =>
		withOne(of(sales, pick), (id) =>
			annotateSale(ports, { sale: id, note: other % 2 === 0 ? `table ${other}` : null, state: other % 5 === 0 ? 'failed' : 'paid_confirmed' }),
		),
	import: async ({ ports, imports }, { pick, other }) => {
		const receipts = RECEIPTS.filter((_, i) => (pick >> i) % 2 === 1).map((row) => (other % 7 === 0 ? { ...row, amountMinor: row.amountMinor + 50 } : row));
		const reading = { hash: `bill ${pick} ${other % 7 === 0}`, bills: [bill(receipts)], statements: [] };
		const taken = await commitImport(ports, { file: { name: 'bill.csv', bytes: new Uint8Array() }, reading });
		if (taken.ok && !taken.value.already) imports.push(...taken.value.imports);
		return taken;
	},
	withdraw: async ({ ports, imports }, { pick }) => withOne(of(imports, pick), (id) => withdrawImport(ports, { imports: [id] })),
	reconcile: async ({ ports }) => reconcile(ports),
	confirm: async ({ ports, sales, decisions }, { pick, other }) =>
		withOne(of(sales, pick), async (id) => {
			const confirmed = await confirmMatch(ports, { groups: [{ sales: [id], receipts: [of(RECEIPTS, other)?.id ?? ''] }] });
			if (confirmed.ok) decisions.push(...confirmed.value.decisions);
			return confirmed;
		}),
	reject: async ({ ports, sales, decisions }, { pick, other }) =>
		withOne(of(sales, pick), async (id) => {
			const rejected = await rejectMatch(ports, { sales: [id], receipts: [of(RECEIPTS, other)?.id ?? ''] });
			if (rejected.ok) decisions.push(...rejected.value.decisions);
			return rejected;
		}),
	decide: async ({ ports, decisions }, { pick, other }) => {
		const rows = await gaps(ports);
		return withOne(of(rows, pick)?.id, async (discrepancy) => {
			const ways = [
				() => enterDiscrepancy(ports, { discrepancy }),
				() => explainDiscrepancy(ports, { discrepancy, reason: 'known_delay' }),
				() => writeOff(ports, { discrepancy, reason: 'gone' }),
				() => snoozeDiscrepancy(ports, { discrepancy, until: ports.clock.now().at + HOUR_MS }),
				() => assignDiscrepancy(ports, { discrepancy, to: 'Zhou' }),
				() => collectAgain(ports, { discrepancy, queried: 'provider_app', tender: 'cash', terminalId: null, cashier: 'Li' }),
			];
			const decided = (await of(ways, other)?.()) ?? null;
			if (decided?.ok) decisions.push(decided.value.decision);
			return decided;
		});
	},
	escalate: async ({ ports, decisions, cases }, { pick }) => {
		const rows = await gaps(ports);
		return withOne(of(rows, pick)?.id, async (discrepancy) => {
			const opened = await openCase(ports, { discrepancy });
			if (opened.ok) decisions.push(opened.value.case);
			if (opened.ok) cases.push(opened.value.case);
			return opened;
		});
	},
	moveCase: async ({ ports, cases }, { pick, other }) =>
		withOne(of(cases, pick), (id) =>
			moveCase(ports, { case: id, to: of(CASE_STATES, other) ?? 'verifying', recoveredMinor: other % 3 === 0 ? 500 : null, note: 'moved' }),
		),
	undo: async ({ ports, decisions }, { pick }) => withOne(of(decisions, pick), (decision) => undoDecision(ports, { decision })),
	outage: async ({ ports }, { pick }) => (pick % 2 === 0 ? startOutage(ports, { terminalId: null, cause: 'unknown' }) : endOutage(ports)),
	count: async ({ ports }, { pick }) => countCash(ports, { day: DAY, pieces: { '1000': pick }, floatMinor: 0 }),
	close: async ({ ports }, { pick }) => (pick % 10 === 0 ? closeDay(ports, { day: DAY, handedOverBy: 'Li', checkedBy: null }) : null),
} satisfies Record<string, Work>;

/** Those that cleared themselves without anybody are left out: a store may forget them. */
async function gaps(ports: Ports): Promise<readonly Discrepancy[]> {
	const rows = await ports.derived.discrepanciesOfDay(DAY);
	return rows.filter(({ state, decision }) => state !== 'cleared' || decision !== null).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function of<T>(list: readonly T[], pick: number): T | undefined {
	return list[pick % Math.max(1, list.length)];
}

async function withOne<T>(one: T | undefined, then: (one: T) => Promise<Done | null>): Promise<Done | null> {
	return one === undefined ? null : then(one);
}
