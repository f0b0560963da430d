import { readExact } from '../shared/values/amounts.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { type DecimalMark, withDecimalPoint } from '../shared/values/decimals.ts';
import { plainAmount } from './amounts.ts';

/** Captions of a total, of a page or of the end. */
const TOTALS =
	/^[\s"'*#-]*(?:合\s*计|总\s*计|小\s*计|本页|累计|共计|总笔数|以上数据|打印|第\s*\d+\s*页|Totals?\b|Sub-?total|Summe|Gesamt|Totaal|Totale?\b|End of)/i;
const OPENING =
	/期初余额|上期余额|承前页?余额|上页余额|Opening Balance|Start(?:ing)? Balance|Balance brought forward|Anfangssaldo|Alter Kontostand|Beginsaldo|Solde initial|Saldo inicial|Saldo iniziale/i;
const CLOSING = /期末余额|本期余额|Closing Balance|End(?:ing)? Balance|Balance carried forward|Endsaldo|Neuer Kontostand|Eindsaldo|Solde final|Saldo final/i;

/** A caption is short. */
const CAPTION_MAX = 300;
const CAPTION_CELLS = 3;

export function isBalanceCaption(text: string): boolean {
	return OPENING.test(text) || CLOSING.test(text);
}

/** Lines around the rows, and the balances that they state. */
export type Asides = {
	/** Whether the line is no row. */
	readonly take: (line: string) => boolean;
	/** Whether opening balance and sum come to the closing balance; null unless both are stated. */
	readonly agrees: (sum: bigint | null, mark: DecimalMark) => boolean | null;
};

export function bankAsides(delimiter: string): Asides {
	let opening: string | null = null;
	let closing: string | null = null;
	return {
		take: (line) => {
			if (line.length > CAPTION_MAX || !isBalanceCaption(line)) return /^[\s"'*#]*#/.test(line) || TOTALS.test(line);
			// A row of the table may speak of balances too; a caption has only the name and the number.
			if (line.split(delimiter).filter((cell) => cleanCell(cell) !== '').length > CAPTION_CELLS) return false;
			const number = /[-+−]?\d(?:[\d.,'’ ]*\d)?(?:\s*[-−])?(?=\D*$)/.exec(line)?.[0]?.trim() ?? null;
			if (OPENING.test(line)) opening ??= number;
			else closing = number;
			return true;
		},
		agrees: (sum, mark) => {
			const [from, to] = [opening, closing].map((text) => (text === null ? null : readExact(withDecimalPoint(plainAmount(text), mark))));
			if (opening === null || closing === null) return null;
			return from !== null && to !== null && sum !== null && (from ?? 0n) + sum === to;
		},
	};
}
