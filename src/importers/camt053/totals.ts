import { readExact } from '../shared/values/amounts.ts';
import { currencyOf, type ReadEntry } from './entry.ts';
import { type Element, elementsAt, textAt } from './xml.ts';

/** The entries of one statement; `complete` where every one of them could be read. */
export type Booked = { readonly entries: readonly ReadEntry[]; readonly complete: boolean };

/** Balances as the day begins: that of the day before, where there is none of its own. */
const OPENING = ['OPBD', 'PRCD'];
const CLOSING = ['CLBD'];

/**
 * Whether opening balance and booked entries come to the closing balance, and the totals of the statement to its entries; null where it
 * has neither. Balances and entries in different currencies never agree.
 */
export function totalsAgree(head: Element, booked: Booked): boolean | null {
	const opening = balanceOf(head, OPENING);
	const closing = balanceOf(head, CLOSING);
	const checks = summaryChecks(head, booked);
	if (opening && closing) {
		const sameCurrency = [closing.currency, ...booked.entries.map(({ draft }) => draft.currency)].every((currency) => currency === opening.currency);
		const sum = booked.entries.reduce((total, { exact }) => total + exact, opening.exact ?? 0n);
		checks.push(sameCurrency && opening.exact !== null && closing.exact !== null && sum === closing.exact);
	}
	return checks.length === 0 ? null : booked.complete && checks.every((agrees) => agrees);
}

type Balance = { readonly exact: bigint | null; readonly currency: string | null };

function balanceOf(head: Element, codes: readonly string[]): Balance | null {
	const balances = elementsAt(head, 'Bal');
	for (const code of codes) {
		const balance = balances.find((one) => (textAt(one, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(one, 'Tp', 'CdOrPrtry', 'Prtry')) === code);
		if (balance) return { exact: signedAmount(balance), currency: currencyOf(balance) };
	}
	return null;
}

function signedAmount(balance: Element): bigint | null {
	const size = readExact(textAt(balance, 'Amt') ?? '');
	return size !== null && textAt(balance, 'CdtDbtInd') === 'DBIT' ? -size : size;
}

/** `TxsSummry`: how many entries there are, and what credits and debits come to. */
function summaryChecks(head: Element, { entries }: Booked): boolean[] {
	const sumOf = (sign: 1 | -1) => entries.reduce((total, { exact }) => (exact > 0n === sign > 0 ? total + BigInt(sign) * exact : total), 0n);
	const checks: boolean[] = [];
	const count = textAt(head, 'TxsSummry', 'TtlNtries', 'NbOfNtries');
	const credits = textAt(head, 'TxsSummry', 'TtlCdtNtries', 'Sum');
	const debits = textAt(head, 'TxsSummry', 'TtlDbtNtries', 'Sum');
	if (count !== null) checks.push(Number(count) === entries.length);
	if (credits !== null) checks.push(readExact(credits) === sumOf(1));
	if (debits !== null) checks.push(readExact(debits) === sumOf(-1));
	return checks;
}
