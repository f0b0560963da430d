import type { Minor } from '../../../domain/money.ts';
import type { ProblemLog } from './line-problems.ts';

/** A row of a statement with a balance column, in the order of the file. An amount that could not be read parts what is before from what is behind. */
export type BalanceRow = {
	readonly line: number;
	/** Rows of one account and currency run on from each other. */
	readonly account: string;
	readonly amountMinor: Minor | null;
	readonly balanceMinor: Minor | null;
};

/** Columns in which hardly a row fits are not balances after each row, but of the day, or of rows in another order. */
const JUDGED_FROM = 4;

/**
 * Holds every balance against the one before it and the row's amount; statements run forwards or backwards, whichever fits better.
 * A row whose balance does not follow is `balance_disagrees`; after a balance that is wrong alone the next one may also follow from what it should have been.
 */
export function noteRunningBalance(rows: readonly BalanceRow[], log: ProblemLog): void {
	const chains = chainsOf(rows);
	const [forwards, backwards] = [chains, chains.map((chain) => chain.toReversed())].map(faultsOf);
	if (!forwards || !backwards) return;
	const best = backwards.lines.length < forwards.lines.length ? backwards : forwards;
	if (best.checks >= JUDGED_FROM && best.lines.length * 2 > best.checks) {
		log.add({ line: null, code: 'balance_disagrees', message: 'The balances do not follow from the rows; rows may be missing or in another order.' });
		return;
	}
	for (const line of best.lines)
		log.add({ line, code: 'balance_disagrees', message: 'The balance does not follow from the one before and the amount; a row may be missing or changed.' });
}

function chainsOf(rows: readonly BalanceRow[]): BalanceRow[][] {
	const chains = new Map<string, BalanceRow[]>();
	for (const row of rows) {
		const chain = chains.get(row.account);
		if (chain) chain.push(row);
		else chains.set(row.account, [row]);
	}
	return [...chains.values()];
}

type Faults = { readonly lines: readonly number[]; readonly checks: number };

function faultsOf(chains: readonly (readonly BalanceRow[])[]): Faults {
	const lines: number[] = [];
	let checks = 0;
	for (const chain of chains) {
		// What the balance before this row was as written, and what it should have been.
		let before: readonly Minor[] = [];
		for (const { line, amountMinor, balanceMinor } of chain) {
			if (amountMinor === null) {
				before = balanceMinor === null ? [] : [balanceMinor];
				continue;
			}
			const due = before.map((balance) => balance + amountMinor);
			if (balanceMinor === null) {
				before = due;
				continue;
			}
			const follows = due.length === 0 || due.includes(balanceMinor);
			checks += due.length === 0 ? 0 : 1;
			if (!follows) lines.push(line);
			before = follows ? [balanceMinor] : [balanceMinor, ...due.slice(-1)];
		}
	}
	return { lines, checks };
}
