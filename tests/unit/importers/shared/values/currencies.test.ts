import { expect, test } from 'vitest';
import { currencyNamed, currencyOfZone } from '../../../../../src/importers/shared/values/currencies.ts';

test.each([
	['人民币', 'CNY'],
	['人民币元', 'CNY'],
	['RMB', 'CNY'],
	['元', 'CNY'],
	['美元', 'USD'],
	['港币', 'HKD'],
	['eur', 'EUR'],
	['€', 'EUR'],
	['JPY', 'JPY'],
	['钞', null],
	['¥', null],
	['', null],
])('%j names %j', (text, currency) => {
	expect(currencyNamed(text)).toBe(currency);
});

test.each([
	['Asia/Shanghai', 'CNY'],
	['Europe/Berlin', 'EUR'],
	['Europe/London', 'GBP'],
	['America/New_York', 'USD'],
	['America/Toronto', 'CAD'],
	['Etc/UTC', 'CNY'],
])('in %s shops take %s', (zone, currency) => {
	expect(currencyOfZone(zone)).toBe(currency);
});
