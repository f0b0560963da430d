import type { Receipt } from '../../receipts/receipt.ts';
import { SECOND_MS } from '../../time.ts';
import type { Calendar } from './calendar.ts';
import { type Payment, paymentOf } from './payments.ts';
import type { ReceiptStanding } from './receipt-netting.ts';

type FoldContext = { readonly standings: ReadonlyMap<string, ReceiptStanding>; readonly dayOf: Calendar['dayOf'] };

/** Both clocks are kept by servers. */
const TWIN_MS = 15 * SECOND_MS;
/** That many payments of a day, and nearly all that one of the two reports: a shop with two ways to pay shows some by chance, never all. */
const TWINS_LEAST = 3;
const TWINS_OF_TEN = 9;

/**
 * A payment by wallet through an acquirer stands in the acquirer's bill and may stand in the wallet's as well. Folds the two into one:
 * where the wallet names the acquirer's own number, and, by amount and time, where a whole day of one source returns in the other.
 * Anything less stays two payments, marked as perhaps one.
 */
export function foldDoubleReports(payments: readonly Payment[], context: FoldContext): readonly Payment[] {
	if (!areSeveralProviders(payments)) return payments;
	const told = payments.flatMap((payment) => toldOf(payment));
	const wallets = told.filter(({ isWallet }) => isWallet);
	const acquirers = told.filter(({ isWallet }) => !isWallet);
	if (wallets.length === 0 || acquirers.length === 0) return payments;
	const named = pairsByNumber(wallets, acquirers);
	const used = new Set(named.flatMap(({ wallet, acquirer }) => [wallet, acquirer]));
	const near = pairsByTime(
		wallets.filter((one) => !used.has(one)),
		acquirers.filter((one) => !used.has(one)),
	);
	const { sure, perhaps } = judged(near, { wallets, acquirers, used }, context.dayOf);
	const folded = new Map([...named, ...sure].map(({ wallet, acquirer }) => [wallet.payment, acquirer.payment]));
	const gone = new Set(folded.values());
	const marked = new Set(perhaps.flatMap(({ wallet, acquirer }) => [wallet.payment, acquirer.payment]));
	return payments
		.filter((payment) => !gone.has(payment))
		.map((payment) => {
			const other = folded.get(payment);
			if (other) return paymentOf([...payment.members, ...other.members], context.standings);
			return marked.has(payment) ? { ...payment, maybeTwice: true } : payment;
		});
}

/** Most shops have the bills of one provider, and nothing to look for. */
function areSeveralProviders(payments: readonly Payment[]): boolean {
	let only: string | null = null;
	for (const { members } of payments) {
		for (const { leg, source } of members) {
			if (leg !== 'provider' || source === only) continue;
			if (only !== null) return true;
			only = source;
		}
	}
	return false;
}

/** A payment as one provider tells it. */
type Told = { readonly payment: Payment; readonly row: Receipt; readonly isWallet: boolean; readonly key: string };
/** `clear`: nothing else could be meant. */
type Pair = { readonly wallet: Told; readonly acquirer: Told; readonly clear: boolean };

/** Payments by a wallet that one provider alone tells of. The wallets' own formats bear their names. */
function toldOf(payment: Payment): Told[] {
	const [row, ...more] = payment.members.filter(({ leg }) => leg === 'provider');
	if (!row || more.length > 0 || payment.standing !== 'live' || (row.tender !== 'wechat' && row.tender !== 'alipay')) return [];
	const isWallet = row.source.startsWith(`${row.tender}-`);
	return [{ payment, row, isWallet, key: `${row.kind} ${row.tender} ${row.currency} ${row.amountMinor}` }];
}

/** The acquirer's own number is the merchant's number to the wallet. */
function pairsByNumber(wallets: readonly Told[], acquirers: readonly Told[]): Pair[] {
	const byNumber = new Map<string, Told[]>();
	for (const one of acquirers) {
		const { channelOrderNo } = one.row;
		if (channelOrderNo !== null) byNumber.set(`${channelOrderNo} ${one.key}`, [...(byNumber.get(`${channelOrderNo} ${one.key}`) ?? []), one]);
	}
	const seen = new Set<Told>();
	return wallets.flatMap((wallet): Pair[] => {
		const [only, ...others] = byNumber.get(`${wallet.row.merchantOrderNo} ${wallet.key}`) ?? [];
		if (!only || others.length > 0 || seen.has(only)) return [];
		seen.add(only);
		return [{ wallet, acquirer: only, clear: true }];
	});
}

/** Runs of equal amounts close in time, in which each side has as many: paired in the order of time, which gives the same books as any other. */
function pairsByTime(wallets: readonly Told[], acquirers: readonly Told[]): Pair[] {
	const alike = new Map<string, Told[]>();
	for (const one of [...wallets, ...acquirers]) {
		const same = alike.get(one.key);
		if (same) same.push(one);
		else alike.set(one.key, [one]);
	}
	return [...alike.values()].flatMap((same) => runsOf(same).flatMap(pairsOfRun));
}

function runsOf(same: readonly Told[]): Told[][] {
	const runs: Told[][] = [];
	let last: Told | null = null;
	for (const one of [...same].sort(inTime)) {
		if (last && one.row.at - last.row.at <= TWIN_MS) runs.at(-1)?.push(one);
		else runs.push([one]);
		last = one;
	}
	return runs;
}

/** With more on one side nobody can tell which is which. */
function pairsOfRun(run: readonly Told[]): Pair[] {
	const [ours, theirs] = [run.filter(({ isWallet }) => isWallet), run.filter(({ isWallet }) => !isWallet)];
	const pairs = ours.flatMap((wallet, place) => {
		const acquirer = theirs[place];
		return acquirer && Math.abs(acquirer.row.at - wallet.row.at) <= TWIN_MS ? [{ wallet, acquirer }] : [];
	});
	const clear = ours.length === theirs.length && pairs.length === ours.length;
	return pairs.map((pair) => ({ ...pair, clear }));
}

function inTime(a: Told, b: Told): number {
	return a.row.at - b.row.at || (a.row.id < b.row.id ? -1 : 1);
}

type Sides = { readonly wallets: readonly Told[]; readonly acquirers: readonly Told[]; readonly used: ReadonlySet<Told> };

/** By day and pair of sources: what is surely one payment, and what may be. */
function judged(pairs: readonly Pair[], { wallets, acquirers, used }: Sides, dayOf: Calendar['dayOf']): { readonly sure: Pair[]; readonly perhaps: Pair[] } {
	const laneOf = ({ row }: Told) => `${row.tender} ${dayOf(row.at, row.offset)} ${row.source}`;
	const countOf = new Map<string, number>();
	for (const one of [...wallets, ...acquirers]) if (!used.has(one)) countOf.set(laneOf(one), (countOf.get(laneOf(one)) ?? 0) + 1);
	const byLanes = new Map<string, Pair[]>();
	for (const pair of pairs) {
		const lanes = `${laneOf(pair.wallet)}|${laneOf(pair.acquirer)}`;
		const known = byLanes.get(lanes);
		if (known) known.push(pair);
		else byLanes.set(lanes, [pair]);
	}
	const [sure, perhaps]: [Pair[], Pair[]] = [[], []];
	for (const own of byLanes.values()) {
		const fewest = Math.min(...own.slice(0, 1).flatMap(({ wallet, acquirer }) => [countOf.get(laneOf(wallet)) ?? 0, countOf.get(laneOf(acquirer)) ?? 0]));
		const whole = own.length >= TWINS_LEAST && own.length * 10 >= fewest * TWINS_OF_TEN;
		for (const pair of own) (whole && pair.clear ? sure : perhaps).push(pair);
	}
	return { sure, perhaps };
}
