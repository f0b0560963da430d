import type { Currency } from '../../domain/money.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { currencyNamed, currencyOfZone } from '../shared/values/currencies.ts';
import type { DecimalMark } from '../shared/values/decimals.ts';
import { directionOf, markOf, plainAmount } from './amounts.ts';
import { textsOf } from './cells.ts';
import { type Days, daysOf } from './days.ts';
import type { BankLayout } from './layout.ts';

/** How a file writes what its columns hold, told by all rows together. */
export type Style = {
	readonly days: Days;
	readonly mark: DecimalMark;
	/** For rows that name none. */
	readonly currency: Currency;
	/** Whether what went out stands with a minus in its own column. */
	readonly debitsNegative: boolean;
	/** The column that says which way money went; also one of another name, where it holds nothing else. */
	readonly flag: string | null;
};

export function styleOf(rows: readonly Row[], layout: BankLayout, { zone, log }: { zone: string; log: ProblemLog }): Style {
	const all = (...roles: Parameters<typeof textsOf>[2][]) => rows.flatMap((row) => roles.flatMap((role) => textsOf(row, layout.columns, role)));
	const currency = currencyOf(rows, layout, { zone, log });
	const debits = all('debit')
		.map(plainAmount)
		.filter((text) => /[1-9]/.test(text));
	return {
		days: daysOf(all('bookedOn', 'valueOn'), currency === 'USD', log),
		mark: markOf(all('amount', 'debit', 'credit', 'balance'), layout.delimiter),
		currency,
		flag: layout.columns.flag?.[0] ?? [...(layout.columns.more ?? []), ...(layout.columns.purpose ?? [])].find((name) => isFlag(rows, name)) ?? null,
		debitsNegative: debits.length > 0 && debits.every((text) => /^[-−(]/.test(text)),
	};
}

function isFlag(rows: readonly Row[], name: string): boolean {
	const words = rows.map((row) => cellOf(row, name)).filter((word) => word !== '');
	return words.length > 0 && words.every((word) => directionOf(word) !== null);
}

/** The header's, the captions', that of most rows; Chinese banks that name none keep yuan, elsewhere the shop's zone decides, which is noted. */
function currencyOf(rows: readonly Row[], layout: BankLayout, { zone, log }: { zone: string; log: ProblemLog }): Currency {
	const stated = layout.currency ?? captionCurrency(layout.preamble);
	if (stated !== null) return stated;
	const inRows = rows
		.map((row) =>
			textsOf(row, layout.columns, 'currency')
				.map(currencyNamed)
				.find((code) => code !== null),
		)
		.find((code) => code !== undefined);
	if (inRows) return inRows;
	if (layout.chinese) return 'CNY';
	const assumed = currencyOfZone(zone);
	if (rows.length > 0) log.add({ line: null, code: 'currency_assumed', message: `The file names no currency; taken as ${assumed}.` });
	return assumed;
}

const CAPTION = /(?:币\s*种|币别|货币|Currency|W(?:ä|ae)hrung|Devise|Divisa|Moneda|Valuta|Munt)[^\p{L}\d]+([\p{L}$€£]{1,8})/iu;
const CODE = /(?<![A-Za-z])(EUR|USD|GBP|CHF|CNY|HKD|JPY|SGD|AUD|CAD|DKK|SEK|NOK|PLN|CZK)(?![A-Za-z])|€/;

/** `币种：人民币`, or a code beside the number of the account or the balance. */
function captionCurrency(preamble: readonly string[]): Currency | null {
	for (const line of preamble) {
		const named = currencyNamed(CAPTION.exec(line)?.[1] ?? '') ?? currencyNamed(CODE.exec(line)?.[0] ?? '');
		if (named !== null) return named;
	}
	return null;
}
