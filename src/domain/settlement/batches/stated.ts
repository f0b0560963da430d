import type { BusinessDay } from '../../time.ts';
import type { Bridge } from '../outcome.ts';
import { payersOfSource } from '../payers.ts';
import { onOwnDays, type SettlementRules } from '../payout-rules.ts';
import type { Batch } from './batch.ts';
import type { BatchPart, StatedPayout } from './parts.ts';
import { startOfDay, sumOf, windowOf } from './sums.ts';

/** Payouts that sources name themselves, with the rows that belong to each; what is left over is still with the provider. */
export function statedBatches(payouts: readonly StatedPayout[], parts: readonly BatchPart[], rules: SettlementRules): Batch[] {
	const groups = groupsOf(payouts);
	const free = new Set(parts);
	const rowsOf = new Map(groups.map((group) => [group, takeNamed(group, free)]));
	for (const group of groups) if (rowsOf.get(group)?.length === 0) rowsOf.set(group, takeSwept(group, free));
	const batches = groups.map((group) => statedBatch(group, rowsOf.get(group) ?? [], rules));
	const lone = groups.filter((group) => rowsOf.get(group)?.length === 0);
	return [...batches, ...balances(free, lone, rules)];
}

type Group = readonly [StatedPayout, ...StatedPayout[]];

/** One transfer may be told in several rows (SumUp: one for each sale): those of one batch number, or of one day of such a source. */
function groupsOf(payouts: readonly StatedPayout[]): Group[] {
	const groups = new Map<string, [StatedPayout, ...StatedPayout[]]>();
	for (const payout of payouts) {
		const { source, batchNo, sentOn, receipt, currency } = payout;
		const own = batchNo !== null ? `no ${batchNo}` : ROW_PER_SALE.has(source) ? `day ${sentOn}` : `row ${receipt}`;
		const key = `${source} ${currency} ${own}`;
		const group = groups.get(key);
		if (group) group.push(payout);
		else groups.set(key, [payout]);
	}
	return [...groups.values()].sort((a, b) => a[0].at - b[0].at || (a[0].receipt < b[0].receipt ? -1 : 1));
}

const ROW_PER_SALE = new Set(['sumup-transactions']);

function takeNamed([{ source, batchNo, sentOn, currency }]: Group, free: Set<BatchPart>): BatchPart[] {
	const named = [...free].filter(
		(part) =>
			part.source === source &&
			part.currency === currency &&
			(batchNo !== null ? part.batchNo === batchNo : ROW_PER_SALE.has(source) && part.dated && part.settledOn === sentOn),
	);
	for (const part of named) free.delete(part);
	return named;
}

/** A payout that swept the balance: the oldest rows that are left, day by day, add up to it exactly. */
function takeSwept(group: Group, free: Set<BatchPart>): BatchPart[] {
	const [{ source, currency, sentOn }] = group;
	const sweptMinor = amountOf(group) + feesOf(group);
	const left = [...free].filter((part) => part.source === source && part.currency === currency && part.settledOn <= sentOn && part.batchNo === null);
	left.sort((a, b) => (a.settledOn < b.settledOn ? -1 : a.settledOn > b.settledOn ? 1 : a.firstAt - b.firstAt));
	let sum = 0;
	for (const [index, part] of left.entries()) {
		sum += part.netMinor;
		if (left[index + 1]?.settledOn === part.settledOn || sum !== sweptMinor) continue;
		const swept = left.slice(0, index + 1);
		for (const one of swept) free.delete(one);
		return swept;
	}
	return [];
}

function amountOf(group: Group): number {
	return group.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

function feesOf(group: Group): number {
	return group.reduce((sum, { feeMinor }) => sum + feeMinor, 0);
}

function statedBatch(group: Group, parts: readonly BatchPart[], rules: SettlementRules): Batch {
	const [{ source, batchNo, receipt, currency, offset, sentOn }] = group;
	const netMinor = amountOf(group);
	const { bridge: rows, count } = sumOf(parts);
	const { grossMinor, refundsMinor } = parts.length > 0 ? rows : { grossMinor: netMinor + feesOf(group), refundsMinor: 0 };
	const feesMinor = rows.feesMinor + feesOf(group);
	const bridge: Bridge = { grossMinor, refundsMinor, feesMinor, adjustmentsMinor: grossMinor - refundsMinor - feesMinor - netMinor, netMinor };
	return {
		...{ id: `${source}:${batchNo ?? receipt}`, source, tender: null, currency, offset, settledOn: sentOn, payers: payersOfSource(source) },
		...windowOf(sentOn, onOwnDays(rules.sent, { payers: payersOfSource(source), currency }), { offset, stated: true }),
		stated: true,
		count,
		bridge,
		lowMinor: netMinor,
		highMinor: netMinor,
		complete: true,
		inBalance: false,
		unexplainedMinor: parts.length > 0 ? netMinor - (rows.netMinor - feesOf(group)) : 0,
		numbers: [...new Set(group.flatMap(({ numbers, batchNo: no }) => (no === null ? numbers : [...numbers, no])))].sort(),
		receipts: [...group.map((one) => one.receipt), ...parts.flatMap((part) => part.receipts)],
	};
}

/**
 * What a source that names its payouts has not paid out yet: one batch, with nothing due. Payouts whose rows could not be told (`lone`)
 * came out of it, too, unless it never held so much: then they paid for rows of other files.
 */
function balances(free: ReadonlySet<BatchPart>, lone: readonly Group[], rules: SettlementRules): Batch[] {
	const bySource = new Map<string, BatchPart[]>();
	for (const part of free) {
		const key = `${part.source}:balance:${part.currency}`;
		bySource.set(key, [...(bySource.get(key) ?? []), part]);
	}
	return [...bySource].flatMap(([id, parts]) => {
		const [first] = parts;
		if (!first) return [];
		const { bridge: rows, count } = sumOf(parts);
		const own = lone.filter(([payout]) => payout.source === first.source && payout.currency === first.currency);
		const paid = own.reduce((sum, group) => sum + amountOf(group) + feesOf(group), 0);
		const taken = paid <= rows.grossMinor ? paid : 0;
		const bridge = { ...rows, adjustmentsMinor: rows.adjustmentsMinor + taken, netMinor: rows.netMinor - taken };
		const settledOn = parts.reduce<BusinessDay>((last, part) => (part.settledOn > last ? part.settledOn : last), first.settledOn);
		return [
			{
				...{ id, source: first.source, tender: null, currency: first.currency, offset: first.offset, settledOn, payers: payersOfSource(first.source) },
				...windowOf(settledOn, rules.sent, { offset: first.offset, stated: false }),
				dueAt: startOfDay(settledOn, first.offset),
				stated: false,
				count,
				bridge,
				...{ lowMinor: bridge.netMinor, highMinor: bridge.netMinor, complete: true, inBalance: true, unexplainedMinor: 0, numbers: [] },
				receipts: parts.flatMap((part) => part.receipts),
			},
		];
	});
}
