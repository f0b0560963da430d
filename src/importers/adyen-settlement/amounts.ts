import type { Currency, Minor } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { currencyCodeOf, optionalAmountOf } from '../shared/table/rows.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readFee } from '../shared/values/amounts.ts';
import { sumOfDecimals } from '../shared/values/decimal-sums.ts';
import { COLUMN, COSTS } from './columns.ts';

/** What a row says in money; the amount is signed, positive where it comes to the shop. */
export type RowMoney = { readonly currency: Currency; readonly amountMinor: Minor; readonly feeMinor: Minor | null; readonly netMinor: Minor | null };

/** Rows that are no payment have no gross amount. */
const NET_ONLY: readonly ReceiptKind[] = ['fee', 'payout'];

/**
 * The amount of a payment is its gross, that of a cost or payout its net; credit less debit. Costs and net are told only where the payout is in the
 * currency of the payment. Null where there is no amount or it is unreadable, which is noted.
 */
export function moneyOf(row: Row, kind: ReceiptKind, { note, fallback }: { readonly note: Note; readonly fallback: Currency }): RowMoney | null {
	const netCurrency = currencyCodeOf(row, COLUMN.netCurrency, { note, fallback });
	const grossCurrency = currencyCodeOf(row, COLUMN.grossCurrency, { note, fallback: netCurrency });
	const byNet = NET_ONLY.includes(kind) || (isEmpty(row, COLUMN.grossDebit) && isEmpty(row, COLUMN.grossCredit));
	const currency = byNet ? netCurrency : grossCurrency;
	const net = balance(row, { debit: COLUMN.netDebit, credit: COLUMN.netCredit }, { currency: netCurrency, note });
	const amount = byNet ? net : balance(row, { debit: COLUMN.grossDebit, credit: COLUMN.grossCredit }, { currency, note });
	if (amount === 'unreadable') return null;
	if (amount === null) {
		note('amount_unreadable', 'Neither a gross nor a net amount stands in this row.');
		return null;
	}
	const sameCurrency = currency === netCurrency;
	return {
		currency,
		amountMinor: amount,
		feeMinor: sameCurrency && !NET_ONLY.includes(kind) ? costsOf(row, currency, note) : null,
		netMinor: sameCurrency && net !== 'unreadable' ? net : null,
	};
}

function isEmpty(row: Row, name: string): boolean {
	return cellOf(row, name) === '';
}

/** Credit less debit; null where both are empty. */
function balance(
	row: Row,
	{ debit, credit }: { readonly debit: string; readonly credit: string },
	money: { readonly currency: Currency; readonly note: Note },
): Minor | null | 'unreadable' {
	const [out, into] = [optionalAmountOf(row, debit, money), optionalAmountOf(row, credit, money)];
	if ((out === null && !isEmpty(row, debit)) || (into === null && !isEmpty(row, credit))) return 'unreadable';
	return out === null && into === null ? null : (into ?? 0) - (out ?? 0);
}

/** Commission, markup, scheme fees and interchange together, rounded once. */
function costsOf(row: Row, currency: Currency, note: Note): Minor | null {
	const cells = COSTS.map((name) => cellOf(row, name));
	const sum = sumOfDecimals(cells);
	const fee = sum === null ? null : readFee(sum, currency);
	if (fee?.ok) return fee.value;
	note('amount_unreadable', `${COSTS.join(', ')}: not all are numbers (${quoted(cells.join(' '))}).`);
	return null;
}
