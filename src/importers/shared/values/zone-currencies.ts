import { type Currency, currencyDigits } from '../../../domain/money.ts';

const BY_ZONE: Readonly<Record<string, Currency>> = {
	...{ 'Asia/Shanghai': 'CNY', 'Asia/Hong_Kong': 'HKD', 'Asia/Macau': 'MOP', 'Asia/Taipei': 'TWD', 'Asia/Tokyo': 'JPY', 'Asia/Seoul': 'KRW' },
	...{ 'Asia/Singapore': 'SGD', 'Asia/Kuala_Lumpur': 'MYR', 'Asia/Bangkok': 'THB', 'Asia/Jakarta': 'IDR', 'Asia/Manila': 'PHP', 'Asia/Kolkata': 'INR' },
	...{ 'Asia/Dubai': 'AED', 'Europe/London': 'GBP', 'Europe/Zurich': 'CHF', 'Europe/Copenhagen': 'DKK', 'Europe/Stockholm': 'SEK', 'Europe/Oslo': 'NOK' },
	...{ 'Europe/Warsaw': 'PLN', 'Europe/Prague': 'CZK', 'Europe/Budapest': 'HUF', 'Europe/Bucharest': 'RON', 'Europe/Istanbul': 'TRY' },
	...{ 'America/New_York': 'USD', 'America/Chicago': 'USD', 'America/Denver': 'USD', 'America/Phoenix': 'USD', 'America/Los_Angeles': 'USD' },
	...{ 'America/Toronto': 'CAD', 'America/Vancouver': 'CAD', 'America/Mexico_City': 'MXN', 'America/Sao_Paulo': 'BRL', 'America/Santiago': 'CLP' },
	...{ 'America/Bogota': 'COP', 'America/Lima': 'PEN', 'Pacific/Auckland': 'NZD', 'Africa/Johannesburg': 'ZAR' },
};

/** The currency of a shop in the zone, for files that write amounts without one. */
export function currencyOfZone(zone: string): Currency {
	return BY_ZONE[zone] ?? (zone.startsWith('Australia/') ? 'AUD' : 'EUR');
}

/** The same, but one with decimals where the amounts, written with a decimal point, have some. */
export function currencyOfAmounts(zone: string, amounts: readonly string[]): Currency {
	const currency = currencyOfZone(zone);
	return currencyDigits(currency) === 0 && amounts.some((amount) => /\.\d*[1-9]/.test(amount)) ? 'EUR' : currency;
}
