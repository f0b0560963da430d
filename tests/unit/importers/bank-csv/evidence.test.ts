import { describe, expect, test } from 'vitest';
import { sniffBankCsv } from '../../../../src/importers/bank-csv/sniff.ts';

describe('a table is a bank statement', () => {
	test.each([
		['a day, a text and an amount, and nothing else', 'Date,Description,Amount'],
		['a balance', 'Date;Time;Description;Amount;Balance'],
		['money in and out apart', 'Date,Status,Description,Debit,Credit'],
		['the day of booking', 'Booking Date,Time,Details,Amount'],
		['the account on the other side', '日期,时间,对方账号,摘要,金额'],
		['a value date', 'Buchung;Wertstellung;Zeit;Verwendungszweck;Betrag'],
		['who paid', 'Date,Payee,Status,Amount'],
		['only common words in Chinese', '交易日期,摘要,金额'],
	])('with %s', (_, header) => {
		expect(sniffBankCsv(`${header}\n`)).toBe(0);
	});

	test.each([
		['a time of day', 'Date,Time,Description,Amount'],
		['a time of day in Chinese', '日期,时间,备注,金额'],
		['a state', 'Transaction Date,Description,Amount,Status'],
		['a tip', 'Date;Name;Betrag;Trinkgeld;Beschreibung;Verwendungszweck'],
		['who was at the till', '交易日期,收银员,备注,金额'],
		['the card of the payment', '日期,卡号,摘要,金额'],
		['a receipt number', 'Date,Receipt No.,Reference,Amount'],
		['goods', 'Date,Item,Quantity,Notes,Amount'],
	])('but a list of payments where it has %s and nothing of a bank', (_, header) => {
		expect(sniffBankCsv(`${header}\n`)).toBeNull();
	});
});
