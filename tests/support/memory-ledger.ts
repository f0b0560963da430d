import type { DerivedStore, ImportInfo, LedgerStore, ReceiptBatch, ReceiptStore, WorkStore } from '../../src/commands/ports.ts';
import type { Discrepancy } from '../../src/domain/discrepancies/discrepancy.ts';
import { discrepancyId } from '../../src/domain/discrepancies/discrepancy-id.ts';
import { type WorkDecision, workOf, workOfVanished } from '../../src/domain/discrepancies/discrepancy-work.ts';
import { riskOf } from '../../src/domain/discrepancies/risk.ts';
import type { Entry } from '../../src/domain/entries.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import type { Sale } from '../../src/domain/ledger/sale.ts';
import { SHOP_DEFAULT } from '../../src/domain/ledger/shop.ts';
import { isJudgedOtherwise } from '../../src/domain/ledger/shop-rules.ts';
import { type ChainHead, EMPTY_HEAD } from '../../src/domain/log/entry.ts';
import { chainEntries, type Sha256 } from '../../src/domain/log/hash-chain.ts';
import type { Outcome } from '../../src/domain/matching/outcome.ts';
import type { SaleRow } from '../../src/domain/matching/rows.ts';
import { daysTouched, shopDays } from '../../src/domain/receipts/days-touched.ts';
import { savedMappings } from '../../src/domain/receipts/mapping/saved-mappings.ts';
import { judgedAgainFrom } from '../../src/domain/receipts/source-profiles/edits.ts';
import type { ShopSource } from '../../src/domain/receipts/source-profiles/shop-sources.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { BusinessDay, Instant } from '../../src/domain/time.ts';
import { DEVICE } from './ledger-fixture.ts';
import { bankLinesThatStand, type Folded, fold, type Memory, receiptsThatStand } from './memory-fold.ts';

export type MemoryStores = { readonly ledger: LedgerStore; readonly receipts: ReceiptStore; readonly derived: DerivedStore; readonly work: WorkStore };

export function emptyMemory(): Memory {
	return { entries: [], commits: [], batches: new Map(), places: new Map(), dirty: new Set(), results: new Map(), found: new Map(), mark: 0, refuseNext: null };
}

export function memoryStores(memory: Memory, sha256: Sha256): MemoryStores {
	return { ledger: ledgerStore(memory, sha256), receipts: receiptStore(memory), derived: derivedStore(memory), work: workStore(memory) };
}

function ledgerStore(memory: Memory, sha256: Sha256): LedgerStore {
	const salesWhere = (holds: (sale: Sale) => boolean) => [...fold(memory).sales.values()].filter(holds);
	return {
		commit: async (drafts, batches = []) => {
			if (memory.refuseNext) {
				const refused = memory.refuseNext;
				memory.refuseNext = null;
				return fail(refused);
			}
			const entries = (await chainEntries(headOf(memory), DEVICE, drafts, sha256)) as Entry[];
			for (const batch of batches) memory.batches.set(batch.importId, batch);
			memory.entries.push(...entries);
			memory.commits.push(drafts);
			for (const day of touchedDays(memory, entries)) memory.dirty.add(day);
			memory.mark += 1;
			return ok({ entries });
		},
		sale: async (id) => fold(memory).sales.get(id) ?? null,
		salesOfDay: async (day) => salesWhere((sale) => sale.day === day),
		refundsOf: async (id) => salesWhere((sale) => sale.refundOf === id && sale.reversedBy === null),
		shop: async () => fold(memory).shop,
		openOutage: async () => [...fold(memory).outages.values()].find((outage) => outage.open) ?? null,
		head: async () => headOf(memory),
		entry: async (id) => memory.entries.find((entry) => entry.id === id) ?? null,
	};
}

function receiptStore(memory: Memory): ReceiptStore {
	return {
		importByHash: async (hash) => importInfos(memory).find((info) => info.hash === hash && !info.withdrawn) ?? null,
		importById: async (id) => importInfos(memory).find((info) => info.id === id) ?? null,
		receiptsOfDays: async (days) => [...receiptsThatStand(memory).values()].filter((receipt) => days.includes(dayOf(memory, receipt.at))),
		billsByHash: async () => null,
		stage: async () => ok(undefined),
		unstage: async () => undefined,
		receipt: async (id) => receiptsThatStand(memory).get(id) ?? null,
		bankLines: async () => bankLinesThatStand(memory),
		refusedByHash: async (hash) => [...fold(memory).imports.values()].filter(({ entry }) => entry.body.hash === hash).at(-1)?.refused ?? false,
		cursor: async (feed) => {
			const [told, kept] = [fold(memory).cursors.get(feed), memory.places.get(feed)];
			return (kept && kept.seq >= (told?.seq ?? 0) ? kept.cursor : told?.cursor) ?? null;
		},
		keepCursor: async (feed, cursor) => {
			memory.places.set(feed, { cursor, seq: memory.entries.at(-1)?.seq ?? 0 });
		},
		mappings: async () => savedMappings(memory.entries.filter((entry) => entry.kind === 'bill-mapping-saved' || entry.kind === 'bill-mapping-removed')),
		sources: async () => sourcesOf(memory),
		sourceEdits: async () => fold(memory).sourceEdits,
	};
}

function sourcesOf(memory: Memory): ShopSource[] {
	const found = new Map<string, ShopSource>();
	for (const { entry } of [...fold(memory).imports.values()].reverse()) {
		const { format: source, leg, tenders } = entry.body;
		const before = found.get(`${leg} ${source}`);
		const all = before?.tenders === null || tenders === null ? null : [...new Set([...(before?.tenders ?? []), ...tenders])];
		found.set(`${leg} ${source}`, { source, leg, tenders: all });
	}
	return [...found.values()];
}

function derivedStore(memory: Memory): DerivedStore {
	return {
		// Payouts are kept by the tablet's own store alone; here there never are any.
		payoutFacts: async () => null,
		allPayoutFacts: async () => ({ parts: [], payouts: [], fees: [], bank: { lines: bankLinesThatStand(memory), covered: [] }, coverage: [] }),
		savePayouts: async () => 'outdated',
		dirtyDays: async () => [...memory.dirty].sort(),
		facts: async (days) => ({ facts: factsOf(memory, days), mark: memory.mark }),
		save: async (days, outcome, mark) => {
			if (mark !== memory.mark) return 'outdated';
			saveResults(memory, days, outcome);
			return 'saved';
		},
		nextDue: async () => [...memory.results.values()].flatMap(({ awaiting }) => awaiting.map((wait) => wait.dueAt)).sort((a, b) => a - b)[0] ?? null,
		markDue: async (now) => {
			for (const [day, { awaiting }] of memory.results) if (awaiting.some((wait) => wait.dueAt <= now)) memory.dirty.add(day);
		},
		discrepancy: async (id) => discrepanciesIn(memory).find((row) => row.id === id) ?? null,
		discrepanciesOfDay: async (day) => discrepanciesIn(memory).filter((row) => row.day === day),
		awaitingOfDay: async (day) => memory.results.get(day)?.awaiting ?? [],
		matchesOfDay: async (day) => memory.results.get(day)?.matches ?? [],
		confirmedBefore: async (day) => {
			const days = [...memory.results.keys()]
				.filter((one) => one < day)
				.sort()
				.slice(-28);
			return days.flatMap((one) => memory.results.get(one)?.matches ?? []).filter((match) => match.confirmed);
		},
	};
}

function workStore(memory: Memory): WorkStore {
	return {
		case: async (id) => fold(memory).cases.get(id) ?? null,
		cashCount: async (day) => fold(memory).counts.get(day) ?? null,
		dayClose: async (day) => fold(memory).closes.get(day) ?? null,
		lastZ: async () => {
			const [last] = [...fold(memory).closes.values()].sort((a, b) => b.z - a.z);
			return { z: last?.z ?? 0, grandTotalMinor: last?.grandTotalMinor ?? 0 };
		},
	};
}

/** Every discrepancy that was ever found, with the work on it. */
export function discrepanciesIn(memory: Memory): Discrepancy[] {
	const folded = fold(memory);
	return [...memory.found].map(([id, { stillFound, ...found }]) => {
		const work = workOf(decisionsAbout(id, memory, folded));
		return { ...found, id: discrepancyId(found), ...(stillFound ? work : workOfVanished(work)) };
	});
}

function decisionsAbout(id: string, { entries }: Memory, { cases, undone }: Folded): WorkDecision[] {
	return entries.flatMap((entry): WorkDecision[] => {
		if (undone.has(entry.id)) return [];
		if (entry.kind === 'case-opened') {
			return entry.body.discrepancy === id ? [{ id: entry.id, kind: entry.kind, caseState: cases.get(entry.id)?.state ?? 'detected' }] : [];
		}
		if (!entry.kind.startsWith('discrepancy-')) return [];
		const decision = entry as Extract<Entry, { kind: `discrepancy-${string}` }>;
		return decision.body.discrepancy === id ? [decision as WorkDecision] : [];
	});
}

function headOf({ entries }: Memory): ChainHead {
	const last = entries.at(-1);
	return last ? { seq: last.seq, hash: last.hash } : EMPTY_HEAD;
}

function dayOf(memory: Memory, at: Instant): BusinessDay {
	return shopDays(fold(memory).shop ?? SHOP_DEFAULT)(at);
}

function importInfos(memory: Memory): ImportInfo[] {
	return [...fold(memory).imports.values()].map(({ entry, batch, withdrawn }) => {
		return { id: entry.id, name: entry.body.name, hash: entry.body.hash, withdrawn, days: daysOfBatch(memory, batch) };
	});
}

function daysOfBatch(memory: Memory, { receipts, coverage, withdrawn }: ReceiptBatch): BusinessDay[] {
	const covered = coverage.flatMap(({ interval }) => daysTouched(interval, (at) => dayOf(memory, at)));
	const known = [...memory.batches.values()].flatMap((batch) => batch.receipts.filter((receipt) => withdrawn.includes(receipt.id)));
	return [...new Set([...[...receipts, ...known].map((receipt) => dayOf(memory, receipt.at)), ...covered])].sort();
}

/** Days whose facts these entries change. */
function touchedDays(memory: Memory, entries: readonly Entry[]): BusinessDay[] {
	const { sales } = fold(memory);
	const received = new Map([...memory.batches.values()].flatMap((batch) => batch.receipts.map((receipt) => [receipt.id as string, receipt.at] as const)));
	const ofSale = (id: string) => sales.get(id)?.day ?? [];
	const ofReceipt = (id: string) => {
		const at = received.get(id);
		return at === undefined ? [] : dayOf(memory, at);
	};
	const ofBatch = (id: EntryId) => {
		const batch = memory.batches.get(id);
		return batch ? daysOfBatch(memory, batch) : [];
	};
	const ofEntry = (entry: Entry | undefined): BusinessDay[] => {
		switch (entry?.kind) {
			case 'sale-recorded':
			case 'refund-recorded':
				return [entry.body.day];
			case 'sale-reversed':
			case 'sale-annotated':
				return [entry.body.sale].flatMap(ofSale);
			case 'receipts-imported':
				return ofBatch(entry.id);
			case 'import-withdrawn':
				return ofBatch(entry.body.import);
			case 'match-confirmed':
				return [...entry.body.sales.flatMap(ofSale), ...entry.body.receipts.flatMap(ofReceipt)];
			case 'match-rejected':
				return [...[entry.body.sale].flatMap(ofSale), ...[entry.body.receipt].flatMap(ofReceipt)];
			case 'decision-undone':
				return ofEntry(memory.entries.find((other) => other.id === entry.body.decision && other.kind.startsWith('match-')));
			case 'source-profile-set':
			case 'source-profile-reset': {
				const from = judgedAgainFrom(entry);
				return from === null ? [] : [...memory.results.keys()].filter((day) => day >= from);
			}
			case 'shop-configured': {
				const before = memory.entries.findLast((other) => other.kind === 'shop-configured' && other.seq < entry.seq);
				return before?.kind === 'shop-configured' && isJudgedOtherwise(before.body.shop, entry.body.shop) ? [...memory.results.keys()] : [];
			}
			default:
				return [];
		}
	};
	return entries.flatMap(ofEntry);
}

function factsOf(memory: Memory, days: readonly BusinessDay[]) {
	const { sales, imports, undone } = fold(memory);
	const inForce = memory.entries.filter((entry) => !undone.has(entry.id));
	return {
		sales: [...sales.values()].filter((sale) => days.includes(sale.day)).flatMap(rowsOf),
		receipts: [...receiptsThatStand(memory).values()].filter((receipt) => days.includes(dayOf(memory, receipt.at))),
		coverage: [...imports.values()].filter(({ withdrawn }) => !withdrawn).flatMap(({ batch }) => batch.coverage),
		decisions: {
			confirmed: inForce.flatMap((entry) => (entry.kind === 'match-confirmed' ? [entry.body] : [])),
			rejected: inForce.flatMap((entry) => (entry.kind === 'match-rejected' ? [entry.body] : [])),
		},
	};
}

/** A sale as the engine sees it, with the reversal that undid it as a row of its own. */
function rowsOf(sale: Sale): SaleRow[] {
	const { id, at, offset, day, kind, amountMinor, tipMinor, currency, tender, terminalId, cashier, keys, state, refundOf: ref } = sale;
	const row: SaleRow = { id, at, offset, day, kind, amountMinor, tipMinor, currency, tender, terminalId, cashier, keys, state, ref };
	return sale.reversedBy === null ? [row] : [row, { ...row, id: sale.reversedBy, kind: 'reversal', ref: id }];
}

/** Results belong to the day of their first sale, else of their first receipt. */
function saveResults(memory: Memory, days: readonly BusinessDay[], outcome: Outcome): void {
	const { sales } = fold(memory);
	const receipts = receiptsThatStand(memory);
	const placeOf = (members: { readonly sales: readonly string[]; readonly receipts: readonly string[] }) => {
		const sale = members.sales.map((id) => sales.get(id)).find((member) => member !== undefined);
		const receipt = members.receipts.map((id) => receipts.get(id)).find((member) => member !== undefined);
		if (sale) return { day: sale.day, at: sale.at };
		return receipt ? { day: dayOf(memory, receipt.at), at: receipt.at } : { day: '', at: 0 };
	};
	for (const day of days) {
		const matches = outcome.matches.filter((match) => placeOf(match).day === day);
		memory.results.set(day, { matches, awaiting: outcome.awaiting.filter((wait) => sales.get(wait.sale)?.day === day) });
		memory.dirty.delete(day);
	}
	for (const [id, found] of memory.found) if (days.includes(found.day)) memory.found.set(id, { ...found, stillFound: false });
	for (const found of outcome.discrepancies) {
		const place = placeOf(found);
		if (!days.includes(place.day)) continue;
		const reversed = found.sales.some((id) => sales.get(id)?.reversedBy);
		const refund = found.receipts.some((id) => receipts.get(id)?.kind === 'refund');
		memory.found.set(discrepancyId(found), { ...found, ...place, risk: riskOf(found.kind, reversed, refund), stillFound: true });
	}
}
