import type { Receipt } from '../../receipts/receipt.ts';
import { DAY_MS } from '../../time.ts';
import { byTimeThenId } from './identity.ts';
import type { ReceiptStanding } from './receipt-netting.ts';

/** The records of one payment on all legs: the terminal's first, then those of each provider. */
export type Payment = {
	readonly members: Members;
	readonly lead: Receipt;
	readonly standing: ReceiptStanding;
	/** Undone on one leg, while it stands on another. */
	readonly disputed: boolean;
	/** Another provider's record may be of the same payment; too little says so to take the two for one. */
	readonly maybeTwice?: boolean;
};
export type Members = readonly [Receipt, ...Receipt[]];

/** Keys that name one payment wherever they are printed, the surest first. */
const JOINING: readonly { readonly key: (row: Receipt) => string | null; readonly amountToo: boolean }[] = [
	{ key: (row) => named('channel', row.channelOrderNo), amountToo: false },
	{ key: (row) => named('rrn', row.rrn), amountToo: false },
	{ key: (row) => named('order', row.merchantOrderNo), amountToo: true },
	{ key: (row) => (row.traceNo && row.batchNo && row.terminalId ? `trace ${row.terminalId} ${row.batchNo} ${row.traceNo}` : null), amountToo: true },
];
/** Retrieval and trace numbers come back after some days. */
const SAME_PAYMENT_MS = 4 * DAY_MS;

/**
 * Joins records of different sources that print the same number. Two records of one source are two payments, whatever
 * they print. A failed record joins only a payment that its own leg does not know otherwise: stored offline, declined later.
 */
export function joinByKeys(rows: readonly Receipt[], standing: readonly ReceiptStanding[]): Payment[] {
	if (rows.every((row) => isOfSource(row, rows[0] ?? row))) {
		return rows.map((row, k) => ({ members: [row], lead: row, standing: standing[k] ?? 'live', disputed: false }));
	}
	const open: Members[] = rows.flatMap((row, k) => (standing[k] === 'failed' ? [] : [[row]]));
	const failed: Members[] = rows.flatMap((row, k) => (standing[k] === 'failed' ? [[row]] : []));
	const standings = new Map(rows.map((row, k) => [row.id as string, standing[k] ?? 'live']));
	let payments = open;
	for (const { key, amountToo } of JOINING) payments = joinBy(payments, key, amountToo);
	for (const { key } of JOINING.slice(0, 2)) payments = joinBy([...payments, ...failed.splice(0)], key, true);
	return payments.map((members) => paymentOf(members, standings));
}

/** One payment of several records. The provider's word on whether money stands is stronger than the terminal's. */
export function paymentOf(members: Members, standings: ReadonlyMap<string, ReceiptStanding>): Payment {
	const ordered = inOrder(members, (a, b) => legOrder(a) - legOrder(b) || byTimeThenId(a, b));
	const of = (rows: readonly Receipt[]) => rows.map((row) => standings.get(row.id) ?? 'live');
	const said = of(ordered.filter((row) => row.leg === 'provider'));
	const standing = strongest(said.length > 0 ? said : of(ordered), of(ordered));
	return { members: ordered, lead: ordered[0], standing, disputed: standing !== 'undone' && of(ordered).includes('undone') };
}

function inOrder(members: Members, compare: (a: Receipt, b: Receipt) => number): Members {
	const copy: [Receipt, ...Receipt[]] = [...members];
	return copy.sort(compare);
}

function strongest(said: readonly ReceiptStanding[], all: readonly ReceiptStanding[]): ReceiptStanding {
	if (said.includes('undone')) return 'undone';
	if (said.includes('live')) return 'live';
	if (said.includes('pending')) return all.includes('undone') ? 'undone' : all.includes('live') ? 'live' : 'pending';
	return 'failed';
}

function legOrder(row: Receipt): number {
	return row.leg === 'terminal' ? 0 : 1;
}

function isOfSource(row: Receipt, other: Receipt): boolean {
	return row.leg === other.leg && row.source === other.source;
}

export function sourceOf(row: Receipt): string {
	return `${row.leg} ${row.source}`;
}

function named(name: string, value: string | null): string | null {
	return value === null ? null : `${name} ${value}`;
}

function joinBy(payments: readonly Members[], key: (row: Receipt) => string | null, amountToo: boolean): Members[] {
	const buckets = new Map<string, Members[]>();
	const rest: Members[] = [];
	for (const members of payments) {
		const value = members.map(key).find((one) => one !== null) ?? null;
		if (value === null) {
			rest.push(members);
			continue;
		}
		const full = `${members[0].kind} ${members[0].currency} ${value}${amountToo ? ` ${members[0].amountMinor}` : ''}`;
		const bucket = buckets.get(full);
		if (bucket) bucket.push(members);
		else buckets.set(full, [members]);
	}
	return [...rest, ...[...buckets.values()].flatMap((bucket) => (bucket.length === 1 ? bucket : joinBucket(bucket)))];
}

/** Nearest in time first; each payment takes at most one record of a source. Large buckets only look at their neighbours in time. */
function joinBucket(bucket: readonly Members[]): Members[] {
	const groups: (Members | null)[] = [...bucket].sort((a, b) => byTimeThenId(a[0], b[0]));
	const home = groups.map((_, k) => k);
	const homeOf = (k: number): number => (home[k] === k || home[k] === undefined ? k : homeOf(home[k]));
	for (const { a, b } of closePairs(groups)) {
		const into = homeOf(a);
		const from = homeOf(b);
		const left = groups[into];
		const right = groups[from];
		if (into === from || !left || !right || shareSource(left, right)) continue;
		groups[into] = [...left, ...right];
		groups[from] = null;
		home[from] = into;
	}
	return groups.filter((group) => group !== null);
}
const NEIGHBOURS = 24;

function closePairs(sorted: readonly (Members | null)[]): { readonly a: number; readonly b: number }[] {
	const pairs: { a: number; b: number; off: number }[] = [];
	sorted.forEach((one, a) => {
		sorted.slice(a + 1, a + NEIGHBOURS).forEach((other, k) => {
			const off = (other?.[0].at ?? 0) - (one?.[0].at ?? 0);
			if (off <= SAME_PAYMENT_MS) pairs.push({ a, b: a + 1 + k, off });
		});
	});
	return pairs.sort((x, y) => x.off - y.off || x.a - y.a || x.b - y.b);
}

function shareSource(a: Members, b: Members): boolean {
	return a.some((row) => b.some((other) => isOfSource(row, other)));
}
