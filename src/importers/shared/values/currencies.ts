import type { Currency } from '../../../domain/money.ts';

/** How banks write currencies that have a code; by the beginning of the word. */
const NAMES: readonly (readonly [RegExp, Currency])[] = [
	[/^(?:人民币|RMB|CNH|元$|￥)/, 'CNY'],
	[/^(?:美元|US\$|\$)/, 'USD'],
	[/^(?:港币|港元|HK\$)/, 'HKD'],
	[/^(?:欧元|€|EURO)/, 'EUR'],
	[/^(?:英镑|£)/, 'GBP'],
	[/^(?:日元|日圆|円)/, 'JPY'],
	[/^(?:澳门元|澳门币)/, 'MOP'],
	[/^(?:澳大利亚元|澳元|A\$)/, 'AUD'],
	[/^(?:加拿大元|加元|C\$)/, 'CAD'],
	[/^(?:新加坡元|新元|S\$)/, 'SGD'],
	[/^(?:瑞士法郎|SFR)/, 'CHF'],
	[/^(?:韩元|韩圆|₩)/, 'KRW'],
	[/^(?:泰铢|฿)/, 'THB'],
	[/^(?:新台币|台币|NT\$)/, 'TWD'],
];

/** The currency that a cell or a caption names, by code, sign or Chinese name; null where it names none. `¥` alone may be yuan or yen. */
export function currencyNamed(text: string): Currency | null {
	const word = text.normalize('NFC').trim().toUpperCase();
	const named = NAMES.find(([pattern]) => pattern.test(word))?.[1];
	return named ?? (/^[A-Z]{3}$/.test(word) ? word : null);
}

/** Zones by the currency that shops there take; the first that fits. */
const ZONES: readonly (readonly [RegExp, Currency])[] = [
	[/^Asia\/(?:Shanghai|Urumqi|Chongqing|Harbin)$|^PRC$/, 'CNY'],
	[/^Asia\/Hong_Kong$/, 'HKD'],
	[/^Asia\/Macau$/, 'MOP'],
	[/^Asia\/Taipei$/, 'TWD'],
	[/^Asia\/Tokyo$/, 'JPY'],
	[/^Asia\/Seoul$/, 'KRW'],
	[/^Asia\/Singapore$/, 'SGD'],
	[/^Asia\/Bangkok$/, 'THB'],
	[/^Australia\//, 'AUD'],
	[/^Europe\/(?:London|Belfast|Guernsey|Jersey|Isle_of_Man)$/, 'GBP'],
	[/^Europe\/Zurich$/, 'CHF'],
	[/^Europe\/Copenhagen$/, 'DKK'],
	[/^Europe\/Stockholm$/, 'SEK'],
	[/^Europe\/Oslo$/, 'NOK'],
	[/^Europe\/Warsaw$/, 'PLN'],
	[/^Europe\/Prague$/, 'CZK'],
	[/^Europe\/Budapest$/, 'HUF'],
	[/^Europe\//, 'EUR'],
	[/^America\/(?:Toronto|Vancouver|Winnipeg|Edmonton|Halifax)$/, 'CAD'],
	[/^America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage)$|^Pacific\/Honolulu$/, 'USD'],
];

/** What a statement that names no currency is in most likely: that of the shop's zone. */
export function currencyOfZone(zone: string): Currency {
	return ZONES.find(([pattern]) => pattern.test(zone))?.[1] ?? 'CNY';
}
