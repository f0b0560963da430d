import { AMOUNT_MINOR_MAX, type Currency, type Minor } from '../../domain/money.ts';
import type { AmountUnit, DecimalMark } from '../../domain/receipts/bill-mapping.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { type AmountFault, plainNumber, readAmount, readFee } from '../shared/values/amounts.ts';
import { withDecimalPoint } from '../shared/values/decimals.ts';

/** How a table writes money. */
export type MoneyStyle = { readonly unit: AmountUnit; readonly decimalMark: DecimalMark };

/** Currencies that stand before or behind numbers; of other letters nobody knows what they mean. */
const CODES = 'CNY|RMB|HKD|MOP|TWD|USD|EUR|GBP|CHF|DKK|SEK|NOK|ISK|PLN|CZK|HUF|RON|BGN|TRY|CAD|AUD|NZD|SGD|MYR|THB|PHP|IDR|VND|JPY|KRW|INR|AED|ILS|ZAR|BRL|MXN';
const SIGN_BEHIND = new RegExp(`\\s*(?:元|圆|${CODES}|[¥￥$€£₩]|[Kk]r\\.?|zł|Kč|Ft)(\\)?)$`);
const SIGN_BEFORE = new RegExp(`^([+\\-−－(]?)\\s*(?:${CODES}|HK\\$|NT\\$|S\\$|US\\$|[Kk]r\\.?)\\s*(?=[\\d.,+\\-−])`);

/** A cell as the readers of amounts understand it: with a decimal point, without the currency's name. */
export function plainMoney(text: string, mark: DecimalMark): string {
	return withDecimalPoint(text.replace(SIGN_BEHIND, '$1').replace(SIGN_BEFORE, '$1'), mark);
}

/** A cell as an amount with its sign; nothing is rounded. */
export function readMoney(text: string, currency: Currency, style: MoneyStyle): Result<Minor, AmountFault> {
	const plain = plainMoney(text, style.decimalMark);
	return style.unit === 'major' ? readAmount(plain, currency) : readMinor(plain);
}

/** As `readMoney`, for fees, which may be finer than the currency and are rounded half to even. */
export function readMoneyFee(text: string, currency: Currency, style: MoneyStyle): Result<Minor, AmountFault> {
	const plain = plainMoney(text, style.decimalMark);
	// A currency without decimals rounds to whole units: here to whole fen.
	return style.unit === 'major' ? readFee(plain, currency) : readFee(plain, 'JPY');
}

/** Whole minor units; decimals only where they are zeros. */
function readMinor(plain: string): Result<Minor, AmountFault> {
	const number = plainNumber(plain);
	if (number === null) return fail('not a number');
	const [whole = '', decimals = ''] = number.replace('-', '').split('.');
	if (/[1-9]/.test(decimals)) return fail('more decimals than the currency has');
	const digits = whole.replace(/^0+/, '');
	if (digits.length > String(AMOUNT_MINOR_MAX).length || Number(digits) > AMOUNT_MINOR_MAX) return fail('too large');
	return ok(number.startsWith('-') && digits !== '' ? -Number(digits) : Number(digits));
}
