import fc from 'fast-check';
import type { ReceiptBatch } from '../../src/commands/ports.ts';
import type { DiscrepancyRef } from '../../src/domain/discrepancies/entries.ts';
import type { Draft } from '../../src/domain/entries.ts';
import { asDiscrepancyId, asEntryId, type EntryId } from '../../src/domain/ids.ts';
import { DAY, draftOf, NOON, receipt, saleBody } from './ledger-fixture.ts';

/** A log as it might have come about, with the receipts of its imports. Ids follow from the place in the log. */
export type RandomLog = { readonly drafts: readonly Draft[]; readonly batches: ReadonlyMap<EntryId, ReceiptBatch> };

const DAYS = [DAY, '2026-11-21', '2026-11-22'];

/** `pick` chooses among what is there already; `size` is an amount or a length. */
type Step = { readonly what: (typeof STEPS)[number]; readonly pick: number; readonly size: number };

const STEPS = [
	'sale',
	'sale',
	'sale',
	'refund',
	'annotate',
	'reverse',
	'outage',
	'import',
	'withdraw',
	'confirm',
	'reject',
	'explain',
	'snooze',
	'assign',
	'undo',
	'case',
	'move',
	'note',
	'count',
	'close',
] as const;

export function randomLog(sizeMax = 40): fc.Arbitrary<RandomLog> {
	const step = fc.record({ what: fc.constantFrom(...STEPS), pick: fc.nat(1_000), size: fc.integer({ min: 1, max: 3_000 }) });
	return fc.array(step, { minLength: 1, maxLength: sizeMax }).map(buildLog);
}

type Building = { readonly drafts: Draft[]; readonly batches: Map<EntryId, ReceiptBatch> };

function buildLog(steps: readonly Step[]): RandomLog {
	const log: Building = { drafts: [], batches: new Map() };
	for (const [index, step] of steps.entries()) {
		const draft = draftFor(step, asEntryId(`log-${String(index).padStart(4, '0')}`), log);
		if (draft) log.drafts.push(draft);
	}
	return log;
}

function draftFor({ what, pick, size }: Step, id: EntryId, log: Building): Draft | null {
	const day = DAYS[pick % DAYS.length] ?? DAY;
	const entry = { id, at: NOON + log.drafts.length * 1_000 };
	const one = (...kinds: string[]) => {
		const found = log.drafts.filter((draft) => kinds.includes(draft.kind));
		return found[pick % Math.max(1, found.length)]?.id ?? null;
	};
	const sale = one('sale-recorded', 'refund-recorded');
	const claim = one('case-opened');
	const members = { sales: [sale ?? 'none'], receipts: [`r${pick % 7}`] };
	const ref: DiscrepancyRef = { discrepancy: asDiscrepancyId(`d${pick % 4}`), kind: 'missing_at_terminal', day, amountMinor: size, ...members };
	switch (what) {
		case 'sale':
			return draftOf('sale-recorded', saleBody({ day, amountMinor: size, keys: { traceNo: String(size) } }), entry);
		case 'refund':
			return draftOf('refund-recorded', { ...saleBody({ day, amountMinor: size }), refundOf: sale }, entry);
		case 'annotate':
			return (
				sale &&
				draftOf(
					'sale-annotated',
					pick % 2 ? { sale, note: `note ${size}`, keys: { last4: String(1_000 + size) } } : { sale, tender: 'alipay', note: null },
					entry,
				)
			);
		case 'reverse':
			return sale && draftOf('sale-reversed', { sale, reason: 'undo' }, entry);
		case 'outage': {
			const outage = one('outage-started');
			return outage && pick % 2 ? draftOf('outage-ended', { outage }, entry) : draftOf('outage-started', { terminalId: null, cause: 'carrier' }, entry);
		}
		case 'import':
			return importDraft(id, { pick, size, log, entry });
		case 'withdraw': {
			const imported = one('receipts-imported');
			return imported && draftOf('import-withdrawn', { import: imported }, entry);
		}
		case 'confirm':
			return draftOf('match-confirmed', members, entry);
		case 'reject':
			return draftOf('match-rejected', { sale: members.sales[0] ?? '', receipt: members.receipts[0] ?? '' }, entry);
		case 'explain':
			return draftOf('discrepancy-explained', { ...ref, reason: 'other', note: null }, entry);
		case 'snooze':
			return draftOf('discrepancy-snoozed', { ...ref, until: NOON + size }, entry);
		case 'assign':
			return draftOf('discrepancy-assigned', { ...ref, to: 'Li', note: null }, entry);
		case 'undo': {
			const decision = one('match-confirmed', 'match-rejected', 'discrepancy-explained', 'discrepancy-snoozed', 'case-opened');
			return decision && draftOf('decision-undone', { decision }, entry);
		}
		case 'case':
			return draftOf('case-opened', { ...ref, party: 'provider', deadline: null, note: null }, entry);
		case 'move':
			return (
				claim &&
				draftOf(
					'case-moved',
					{ case: claim, to: pick % 2 ? 'submitted' : 'withdrawn', recoveredMinor: pick % 3 ? null : size, ticketNo: null, note: null },
					entry,
				)
			);
		case 'note':
			return claim && draftOf('case-noted', { case: claim, note: `n${size}`, internal: false }, entry);
		case 'count':
			return draftOf('cash-counted', { day, countedMinor: size, floatMinor: 0, pieces: {}, expectedMinor: size, reason: null, note: null }, entry);
		case 'close':
			return draftOf(
				'day-closed',
				{
					day,
					z: pick,
					totals: [],
					open: 0,
					openMinor: 0,
					awaiting: 0,
					grandTotalMinor: size,
					sealed: { seq: 0, hash: '' },
					handedOverBy: 'Mei',
					checkedBy: null,
				},
				entry,
			);
	}
}

type ImportParts = { readonly pick: number; readonly size: number; readonly log: Building; readonly entry: { readonly id: EntryId; readonly at: number } };

function importDraft(id: EntryId, { pick, size, log, entry }: ImportParts): Draft {
	const count = size % 9;
	const receipts = Array.from({ length: count }, (_, index) =>
		receipt(`r${(pick + index) % 12}`, { amountMinor: size + index, at: NOON + (index % 3) * 86_400_000 }),
	);
	const interval = { from: NOON - 3_600_000, to: NOON + size * 60_000 };
	const feed = pick % 2 === 0;
	log.batches.set(id, {
		importId: id,
		receipts,
		coverage: [{ source: 'terminal', leg: 'terminal', interval, tenders: null }],
		problems: [],
		withdrawn: pick % 5 === 0 ? [`r${pick % 7}`] : [],
	});
	const body = {
		origin: feed ? ('feed' as const) : ('file' as const),
		name: feed ? 'hub' : 'bill.csv',
		hash: `hash-${size}`,
		format: 'terminal',
		leg: 'terminal' as const,
		coverage: interval,
		tenders: null,
		count,
		problems: 0,
		footerAgrees: null,
		cursor: feed ? `cursor-${size}` : null,
	};
	return draftOf('receipts-imported', body, entry);
}
