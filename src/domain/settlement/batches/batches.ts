import { mergeIntervals } from '../../receipts/interval-sets.ts';
import type { Coverage } from '../../receipts/reading.ts';
import { addDays, type BusinessDay, businessDayInterval, HOUR_MS, type Instant, type Interval } from '../../time.ts';
import { payersOfSource } from '../payers.ts';
import { dayCutMinutes, payoutRuleFor, payoutWindow, type SettlementRules } from '../payout-rules.ts';
import type { Batch } from './batch.ts';
import type { BatchPart, StatedPayout } from './parts.ts';
import { statedBatches } from './stated.ts';
import { sumOf, windowOf } from './sums.ts';

export type BatchContext = {
	readonly rules: SettlementRules;
	/** What bills cover; a source without any is believed to be complete. */
	readonly coverage: readonly Coverage[];
	readonly cutoverMinutes: number;
};

/** Every batch that the parts and the stated payouts make, oldest first. */
export function batchesOf(parts: readonly BatchPart[], payouts: readonly StatedPayout[], context: BatchContext): Batch[] {
	const sources = new Set(payouts.map(streamOf));
	const known = parts.filter((part) => !toldByProvider(part, parts, context.coverage));
	const namesPayouts = (part: BatchPart) => KEEPS_BALANCE.has(part.source) || sources.has(streamOf(part));
	const stated = statedBatches(payouts, known.filter(namesPayouts), context.rules);
	const others = known.filter((part) => !namesPayouts(part));
	const implied = impliedBatches(withoutRepeats(others, payouts), context);
	return [...stated, ...implied].sort((a, b) => (a.settledOn !== b.settledOn ? (a.settledOn < b.settledOn ? -1 : 1) : a.id < b.id ? -1 : 1));
}

/** Sources that name each payout: what they have not named is still in their balance. */
const KEEPS_BALANCE = new Set([
	'wechat-personal',
	'wechat-fund-flow',
	'alipay-account',
	'stripe-itemised',
	'adyen-settlement',
	'sumup-transactions',
	'paypal-settlement',
]);

/**
 * One payer's payments may be told by two formats (a trade bill and a fund flow, a text and a workbook): then they are expected once.
 * What names its payouts counts before what leaves them to be worked out.
 */
function withoutRepeats(parts: readonly BatchPart[], payouts: readonly StatedPayout[]): BatchPart[] {
	const stated = new Set(payouts.map(({ source, currency }) => `${payersOfSource(source)[0]} ${currency}`));
	const days = new Map<string, string>();
	const grossOf = new Map<string, number>();
	for (const part of parts) grossOf.set(dayOfSource(part), (grossOf.get(dayOfSource(part)) ?? 0) + part.grossMinor);
	return [...parts]
		.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0))
		.filter((part) => {
			const [payer] = payersOfSource(part.source);
			if (payer === undefined) return true;
			if (stated.has(`${payer} ${part.currency}`)) return false;
			const key = `${payer} ${part.currency} ${part.settledOn} ${grossOf.get(dayOfSource(part))}`;
			const teller = days.get(key) ?? part.source;
			days.set(key, teller);
			return teller === part.source;
		});
}

function dayOfSource({ source, currency, settledOn }: BatchPart): string {
	return `${source} ${currency} ${settledOn}`;
}

function streamOf({ source, leg, currency }: Pick<BatchPart, 'source' | 'leg' | 'currency'>): string {
	return `${leg} ${source} ${currency}`;
}

/** A terminal's rows count only where no provider tells of the same payments: else they would be expected twice. */
function toldByProvider(part: BatchPart, parts: readonly BatchPart[], coverage: readonly Coverage[]): boolean {
	if (part.leg !== 'terminal') return false;
	const overlaps = (from: Instant, to: Instant) => from <= part.lastAt && part.firstAt <= to;
	return (
		coverage.some(
			({ leg, interval, tenders }) =>
				leg === 'provider' && overlaps(interval.from, interval.to - 1) && (tenders === null || part.tender === null || tenders.includes(part.tender)),
		) || parts.some((other) => other.leg === 'provider' && part.tender === null && overlaps(other.firstAt, other.lastAt))
	);
}

function impliedBatches(parts: readonly BatchPart[], context: BatchContext): Batch[] {
	const groups = new Map<string, [BatchPart, ...BatchPart[]]>();
	for (const part of parts) {
		const id = `${part.source}${part.tender === null ? '' : `:${part.tender}`}:${part.settledOn}:${part.currency}`;
		const group = groups.get(id);
		if (group) group.push(part);
		else groups.set(id, [part]);
	}
	const edges = datedEdges(parts);
	return [...groups].map(([id, group]) => impliedBatch(id, group, { ...context, edges }));
}

type ImpliedContext = BatchContext & { readonly edges: ReadonlyMap<string, readonly BusinessDay[]> };

function impliedBatch(id: string, group: readonly [BatchPart, ...BatchPart[]], context: ImpliedContext): Batch {
	const [{ source, tender, currency, offset, settledOn }] = group;
	const payers = payersOfSource(source);
	const rule = payoutRuleFor(context.rules, { payers, currency });
	const sums = sumOf(group);
	return {
		...{ id, source, tender, currency, offset, settledOn, payers, ...windowOf(settledOn, rule, { offset, stated: false }) },
		stated: false,
		count: sums.count,
		bridge: sums.bridge,
		lowMinor: sums.bridge.netMinor - sums.lowerMinor,
		highMinor: sums.bridge.netMinor + sums.higherMinor,
		complete: isComplete(group, context),
		inBalance: false,
		unexplainedMinor: 0,
		numbers: [],
		receipts: group.flatMap((part) => part.receipts),
	};
}

/**
 * A day is whole where its source covers it from cut to cut. A source that dates its own settlements covers whole ones too, but where
 * it does so days after the payments, the first and the last date may lack rows that another file has.
 */
function isComplete([first, ...rest]: readonly [BatchPart, ...BatchPart[]], { coverage, cutoverMinutes, edges, rules }: ImpliedContext): boolean {
	const { source, leg, offset, settledOn, dated } = first;
	const own = mergeIntervals(coverage.filter((one) => one.source === source && one.leg === leg).map(({ interval }) => interval));
	if (own.length === 0) return true;
	if (dated) return dayCutMinutes(source, rules) !== 0 || CLEARED_BY_DAY.has(source) || !edges.get(streamOf(first))?.includes(settledOn);
	const cut = leg === 'terminal' ? cutoverMinutes : dayCutMinutes(source, rules);
	const day = businessDayInterval(settledOn, offset, cut);
	const last = Math.max(first.lastAt, ...rest.map(({ lastAt }) => lastAt));
	return own.some((one) => holds(one, day) || (leg === 'terminal' && holds(one, { from: first.firstAt, to: last })));
}

function holds(outer: Interval, inner: Interval): boolean {
	return outer.from <= inner.from && inner.to <= outer.to;
}

/** Acquirers whose files hold one settlement date whole. */
const CLEARED_BY_DAY = new Set(['lakala-jy', 'allinpay', 'canonical-receipts']);

function datedEdges(parts: readonly BatchPart[]): ReadonlyMap<string, readonly BusinessDay[]> {
	const edges = new Map<string, [BusinessDay, BusinessDay]>();
	for (const part of parts) {
		if (!part.dated) continue;
		const { settledOn } = part;
		const known = edges.get(streamOf(part)) ?? [settledOn, settledOn];
		edges.set(streamOf(part), [settledOn < known[0] ? settledOn : known[0], settledOn > known[1] ? settledOn : known[1]]);
	}
	return edges;
}

/** As far as one credit reaches over the longest holiday with its weekends, the nearest first. */
const NEAR_DAYS = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((days) => [-days, days]);

/** Whether a neighbouring day whose bill is not there would have come in the same credit. */
export function mayHoldMore(batch: Batch, { coverage, rules, cutoverMinutes }: BatchContext): boolean {
	if (batch.stated || !batch.complete) return !batch.complete;
	const own = coverage.filter((one) => one.source === batch.source);
	const rule = payoutRuleFor(rules, batch);
	const missing = (day: BusinessDay) => {
		const noon = businessDayInterval(day, batch.offset, cutoverMinutes).from + 8 * HOUR_MS;
		return payoutWindow(day, rule).dueOn === batch.dueOn && !own.some(({ interval }) => interval.from <= noon && noon < interval.to);
	};
	return own.length > 0 && NEAR_DAYS.some((days) => missing(addDays(batch.settledOn, days)));
}
