import { wordKey } from '../../domain/receipts/bill-mapping.ts';
import { isDash } from '../shared/values/cells.ts';

/** How a line of totals begins. */
const TOTAL_WORDS =
	/^(?:总?合计|总计|小计|共计|本页|总笔数|总金额|总交易|汇总|笔数|人民币合计|grand ?total|sub-?total|totals?\b|sum\b|summe|gesamt|zwischensumme|total g[eé]n[eé]ral|totale|totaal|i alt|summa|number of|anzahl|count\b)/;
/** Longer texts are sentences. */
const LABEL_MAX = 60;

/** Whether a line is one of totals: its first filled cell says so. */
export function isTotalLine(cells: readonly string[]): boolean {
	const first = cells.find((cell) => cell !== '');
	return first !== undefined && isTotalWord(first);
}

/** The same of a line that is not taken apart yet. */
export function mayBeTotalLine(line: string): boolean {
	return isTotalWord(/^[\s,;|"'`=]*([^,;|\t"]*)/.exec(line)?.[1] ?? '');
}

function isTotalWord(text: string): boolean {
	return text.length <= LABEL_MAX && TOTAL_WORDS.test(wordKey(text));
}

/**
 * A number in a line of totals. `label`: the words in its own cell, or the words before it that end in a colon or say more than "total";
 * null where it stands alone and only its column can say what it is. `place`: its cell.
 */
export type StatedTotal = { readonly label: string | null; readonly value: string; readonly place: number };

const NUMBER = /^(.*?)\s*[：:=]?\s*([-+−(]?\s*[¥￥$€£]?\s*[-+−]?\d[\d.,\s’']*\)?)\s*(笔|条|rows?|transactions?|元|[A-Z]{3}|[€£$]|kr\.?)?$/i;
/** Words that say that there is a total, but not of what. */
const BARE =
	/^(?:总?合计|总计|小计|共计|本页.*|汇总|人民币合计|(?:grand |sub-?)?totals?|sum|summe|gesamt|zwischensumme|total g[eé]n[eé]ral|totale|totaal|i alt|summa)$/;
const COUNTED = /^(?:笔|条|rows?|transactions?)$/i;
/** What `StatedTotal.label` is for a number of rows. */
export const COUNT_LABEL = '笔数';

/** `总笔数：18`, `Total: 1,234.00`, `合计 | 18 笔 | 1234.00`: each number with what is said about it. */
export function statedTotals(cells: readonly string[]): StatedTotal[] {
	const stated: StatedTotal[] = [];
	let before: string | null = null;
	for (const [place, cell] of cells.entries()) {
		if (cell === '' || isDash(cell)) continue;
		const parts = cell.length <= LABEL_MAX ? NUMBER.exec(cell) : null;
		if (!parts || /\d/.test(parts[1] ?? '')) {
			const words = wordKey(cell).replace(/\s*[：:=]\s*$/, '');
			before = /[：:=]\s*$/.test(cell) || !BARE.test(words) ? words : null;
			continue;
		}
		const own = (parts[1] ?? '').trim();
		stated.push({ label: own !== '' ? own : COUNTED.test(parts[3] ?? '') ? COUNT_LABEL : before, value: (parts[2] ?? '').trim(), place });
		before = null;
	}
	return stated;
}
