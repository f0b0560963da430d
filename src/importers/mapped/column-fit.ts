import type { MappedField } from '../../domain/receipts/bill-mapping.ts';
import type { ColumnFacts } from '../../domain/receipts/mapping/table-description.ts';
import { isCardText, isClockText, isCurrencyText, isDayAndClock, isDayText, isMomentText, isMoneyText, isReferenceText } from './cell-kinds.ts';

/** A column with what its cells tell and the cells themselves, empty ones included. */
export type PlacedColumn = { readonly facts: ColumnFacts; readonly cells: readonly string[] };

/** So many of the filled cells must be of the kind; the others may be damaged. */
const SHARE = 0.8;
/** Rows looked at. */
const LOOKED_AT = 300;

/** Whether what stands in the column can be the field. Columns without a filled cell fit what a bill can do without. */
export function fitsField(field: MappedField, { facts, cells }: PlacedColumn): boolean {
	const filled = cells.slice(0, LOOKED_AT).filter((cell) => cell !== '' && cell !== '-' && cell !== '/');
	const mostly = (is: (text: string) => boolean) => filled.length > 0 && filled.filter(is).length >= filled.length * SHARE;
	switch (field) {
		case 'dateTime':
			// A workbook writes dates as midnight.
			return mostly(isDayAndClock) && filled.some((cell) => !/[ T]00:00(?::00)?$/.test(cell));
		case 'date':
			return mostly(isDayText);
		case 'time':
			return mostly(isClockText) && !mostly(isDayText);
		case 'amount':
		case 'moneyIn':
			return mostly(isMoneyText) && !mostly(isDayText);
		case 'moneyOut':
		case 'tip':
		case 'fee':
		case 'net':
			return filled.length === 0 || (mostly(isMoneyText) && !mostly(isDayText));
		case 'kind':
		case 'status':
		case 'tender':
			return facts.words.length > 0 && !mostly(isMoneyText);
		case 'currency':
			return mostly(isCurrencyText);
		case 'card':
			return filled.length === 0 || mostly(isCardText) || filled.some((cell) => isCardText(cell));
		case 'settlementDate':
			return filled.length === 0 || mostly(isMomentText);
		default:
			return filled.length === 0 || (mostly((cell) => isReferenceText(cell) && !/\d[.,]\d{2}$/.test(cell)) && !mostly(isMomentText));
	}
}
