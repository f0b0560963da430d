import { describe, expect, test } from 'vitest';
import { sniffBankCsv } from '../../../../src/importers/bank-csv/sniff.ts';
import { problemsOf, statementOf } from '../../../support/bills.ts';

const OPTIONS = { format: null, zone: 'Europe/Berlin', cutoverMinutes: 240 };
const read = (...lines: string[]) => statementOf(`${lines.join('\n')}\n`, 'export.csv', OPTIONS);
const codes = (...lines: string[]) => problemsOf(read(...lines)).filter((one) => one !== '-:zone_assumed');
const signed = (...rows: string[]) => ['Date,Description,Amount,Currency', ...rows];

describe('an amount', () => {
	test.each([
		['12.50', 1250],
		['+12.50', 1250],
		['-12.50', -1250],
		['(12.50)', -1250],
		['12.50-', -1250],
		['12.50 DR', -1250],
		['12.50 CR', 1250],
		['12.50Cr', 1250],
		['€12.50', 1250],
		['-€12.50', -1250],
		['EUR 12.50', 1250],
		['12.50 EUR', 1250],
		['-12.50 €', -1250],
		['"1,234.56"', 123456],
		["1'234.56", 123456],
	])('%s is %i', (cell, amountMinor) => {
		expect(read(...signed(`2026-11-03,x,${cell},EUR`)).lines[0]?.amountMinor).toBe(amountMinor);
	});

	test.each([
		['1O.00', 'amount_unreadable'],
		['12.505', 'amount_unreadable'],
		['', 'amount_unreadable'],
		['12.50 XX', 'amount_unreadable'],
	])('%j is a problem of its line, and the others stand', (cell, code) => {
		const statement = read(...signed('2026-11-03,x,1.00,EUR', `2026-11-03,x,${cell},EUR`, '2026-11-04,x,2.00,EUR'));
		expect(statement.lines.map(({ line }) => line)).toEqual([2, 4]);
		expect(problemsOf(statement)).toEqual([`3:${code}`, '-:zone_assumed']);
	});

	test('is in decimals behind a comma or a point by the whole column', () => {
		const semicolons = (...cells: string[]) =>
			read('Datum;Text;Verwendungszweck;Betrag', ...cells.map((cell) => `03.11.2026;x;y;${cell}`)).lines.map(({ amountMinor }) => amountMinor);
		expect(semicolons('1.234', '12,5')).toEqual([123400, 1250]);
		expect(semicolons('1.234')).toEqual([123400]);
		expect(semicolons('1,234', '12.5')).toEqual([123400, 1250]);
	});

	test.each([
		[
			['5.00', '6.00'],
			[-500, -600],
		],
		[
			['-5.00', '-6.00'],
			[-500, -600],
		],
		[
			['5.00', '-6.00'],
			[-500, 600],
		],
	])('in a column of its own for what went out is negative, however the bank signs it: %j', (debits, amounts) => {
		const rows = debits.map((debit) => `2026-11-03,x,${debit},0.00,EUR`);
		expect(read('Date,Details,Debit,Credit,Currency', ...rows, '2026-11-04,x,,1.00,EUR').lines.map(({ amountMinor }) => amountMinor)).toEqual([
			...amounts,
			100,
		]);
	});

	test.each([
		['CR', 1250],
		['DR', -1250],
		['Credit', 1250],
		['D', -1250],
		['', 1250],
	])('beside the mark %j is %i', (mark, amountMinor) => {
		expect(read('Date,Details,Amount,CR/DR,Currency', `2026-11-03,x,12.50,${mark},EUR`).lines[0]?.amountMinor).toBe(amountMinor);
	});

	test('is signed by a column of another name that holds nothing but directions', () => {
		const rows = ['2026-11-03,DEBIT,x,12.50,EUR', '2026-11-03,CREDIT,y,5.00,EUR'];
		expect(read('Date,Type,Description,Amount,Currency', ...rows).lines.map(({ amountMinor }) => amountMinor)).toEqual([-1250, 500]);
		expect(read('Date,Type,Description,Amount,Currency', ...rows, '2026-11-03,Fee,z,-1.00,EUR').lines.map(({ amountMinor }) => amountMinor)).toEqual([
			1250, 500, -100,
		]);
	});

	test('in a column for each direction counts before one without a sign', () => {
		expect(
			read('Date,Details,Amount,Debit,Credit,Currency', '2026-11-03,x,12.50,12.50,,EUR', '2026-11-03,x,5.00,,5.00,EUR').lines.map(
				({ amountMinor }) => amountMinor,
			),
		).toEqual([-1250, 500]);
	});

	test('beside a mark that nobody knows is a problem, not a guess', () => {
		const statement = read('Date,Details,Amount,CR/DR,Currency', '2026-11-03,x,12.50,?,EUR');
		expect(statement.lines).toEqual([]);
		expect(problemsOf(statement)).toContain('2:kind_unknown');
	});
});

describe('a day', () => {
	test.each([
		['2026-11-03', '2026-11-03'],
		['20261103', '2026-11-03'],
		['2026/11/3 10:00:00', '2026-11-03'],
		['2026-11-03T10:00:00Z', '2026-11-03'],
		['2026年11月3日', '2026-11-03'],
		['03.11.2026', '2026-11-03'],
		['3.11.26', '2026-11-03'],
		['03 Nov 2026', '2026-11-03'],
		['3-Nov-26', '2026-11-03'],
		['"Nov 3, 2026"', '2026-11-03'],
		['3. Oktober 2026', '2026-10-03'],
		['03-März-2026', '2026-03-03'],
		['20261103100000', '2026-11-03'],
	])('%s is %s', (cell, bookedOn) => {
		expect(read(...signed(`${cell},x,1.00,EUR`)).lines[0]?.bookedOn).toBe(bookedOn);
	});

	test('and a month are told apart by all dates of the file', () => {
		const days = (...cells: string[]) => read(...signed(...cells.map((cell) => `${cell},x,1.00,EUR`))).lines.map(({ bookedOn }) => bookedOn);
		expect(days('03/11/2026', '24/11/2026')).toEqual(['2026-11-03', '2026-11-24']);
		expect(days('11/03/2026', '11/24/2026')).toEqual(['2026-11-03', '2026-11-24']);
	});

	test.each([
		['EUR', '2026-11-03'],
		['USD', '2026-03-11'],
	])('and a month that nothing tells apart stand as people with %s write them, and that is noted', (currency, bookedOn) => {
		const statement = read(...signed(`03/11/2026,x,1.00,${currency}`));
		expect(statement.lines[0]?.bookedOn).toBe(bookedOn);
		expect(problemsOf(statement)).toContain('-:date_order_assumed');
	});

	test('that does not exist is a problem of its line', () => {
		expect(codes(...signed('2026-02-30,x,1.00,EUR', '2026-03-01,x,1.00,EUR'))).toEqual(['2:time_unreadable']);
	});
});

describe('the balance', () => {
	const table = (...rows: string[]) => ['Date,Description,Amount,Currency,Balance', ...rows];
	const rows = (...pairs: [string, string][]) => table(...pairs.map(([amount, balance]) => `2026-11-03,x,${amount},EUR,${balance}`));

	test('follows line by line, oldest or newest first', () => {
		expect(codes(...rows(['1.00', '11.00'], ['2.00', '13.00'], ['-3.00', '10.00']))).toEqual([]);
		expect(codes(...rows(['-3.00', '10.00'], ['2.00', '13.00'], ['1.00', '11.00']))).toEqual([]);
	});

	test('that does not is a problem of its line only', () => {
		expect(codes(...rows(['1.00', '11.00'], ['2.00', '14.00'], ['-3.00', '10.00'], ['1.00', '11.00']))).toEqual(['3:balance_disagrees']);
	});

	test('shows where a row is missing', () => {
		expect(codes(...rows(['1.00', '11.00'], ['2.00', '13.00'], ['5.00', '23.00'], ['1.00', '24.00']))).toEqual(['4:balance_disagrees']);
	});

	test('of a row that could not be read begins anew', () => {
		expect(codes(...rows(['1.00', '11.00'], ['x', '13.00'], ['-3.00', '10.00']))).toEqual(['3:amount_unreadable']);
	});

	test('may stand at some rows only', () => {
		expect(codes(...rows(['1.00', '11.00'], ['2.00', ''], ['-3.00', '10.00']))).toEqual([]);
		expect(codes(...rows(['1.00', '11.00'], ['2.00', ''], ['-3.00', '9.00']))).toEqual(['4:balance_disagrees']);
	});

	test('is followed for each account and currency by itself', () => {
		const accounts = [
			'Account,Date,Description,Amount,Currency,Balance',
			'A,2026-11-03,x,1.00,EUR,11.00',
			'B,2026-11-03,x,1.00,EUR,501.00',
			'A,2026-11-04,x,2.00,EUR,13.00',
			'B,2026-11-04,x,2.00,EUR,503.00',
		];
		expect(codes(...accounts)).toEqual([]);
	});

	test('is no footer, unless captions state the first and the last one', () => {
		expect(read(...rows(['1.00', '11.00'])).footer).toEqual({ present: false, agrees: null });
		const framed = (closing: string) => read('Opening Balance:,10.00', 'Account: GB00 EUR', ...rows(['1.00', '11.00']), `Closing Balance:,${closing}`).footer;
		expect(framed('11.00')).toEqual({ present: true, agrees: true });
		expect(framed('12.00')).toEqual({ present: true, agrees: false });
	});

	test('alone in a row is no entry', () => {
		const statement = read(...table('2026-11-02,Opening Balance,,EUR,10.00', '2026-11-03,x,1.00,EUR,11.00'));
		expect(statement.lines.map(({ line }) => line)).toEqual([3]);
		expect(problemsOf(statement)).toEqual(['-:zone_assumed']);
	});
});

describe('lines around the rows', () => {
	test.each(['合计,,12.00', 'Total,,12.00,', 'Summe;;;', '# end of file', '以上数据仅供参考'])('%s is none of them', (line) => {
		expect(codes(...signed('2026-11-03,x,1.00,EUR', line))).toEqual([]);
	});

	test('that nobody knows are a problem', () => {
		expect(codes(...signed('2026-11-03,x,1.00,EUR', 'something,else'))).toEqual(['3:row_unreadable']);
		expect(codes(...signed('2026-11-03,x,1,00,EUR'))).toContain('2:row_unreadable');
	});
});

describe('the currency', () => {
	test.each([
		[['Date,Description,Amount (GBP)', '2026-11-03,x,1.00'], 'GBP'],
		[['Currency:,CHF', 'Date,Description,Amount', '2026-11-03,x,1.00'], 'CHF'],
		[['IBAN DE02 / EUR', 'Date,Description,Amount', '2026-11-03,x,1.00'], 'EUR'],
		[['交易日期,摘要,金额(元)', '2026-11-03,x,1.00'], 'CNY'],
		[['交易日期,摘要,金额', '2026-11-03,x,1.00'], 'CNY'],
		[['币种：美元', '交易日期,摘要,金额', '2026-11-03,x,1.00'], 'USD'],
	])('of %j is told by header, captions or language', (lines, currency) => {
		expect(read(...lines).lines[0]?.currency).toBe(currency);
		expect(codes(...lines)).toEqual([]);
	});

	test('that nothing tells is that of the shop, which is noted', () => {
		expect(codes('Date,Description,Amount', '2026-11-03,x,1.00')).toEqual(['-:currency_assumed']);
	});

	test('of each row is its own', () => {
		expect(read(...signed('2026-11-03,x,1.00,EUR', '2026-11-03,x,1200,JPY')).lines.map(({ currency, amountMinor }) => [currency, amountMinor])).toEqual([
			['EUR', 100],
			['JPY', 1200],
		]);
	});
});

test('an id that a spreadsheet damaged is a problem, and none', () => {
	const statement = read('Date,Description,Reference,Amount,Currency', '2026-11-03,x,1.23E+22,1.00,EUR');
	expect(statement.lines[0]?.reference).toBeNull();
	expect(problemsOf(statement)).toContain('2:id_damaged');
});

test('numbers of accounts come out nowhere, card numbers and addresses only masked', () => {
	const statement = read(
		'Date,Account Number,Counterparty,Counterparty IBAN,Description,Amount,Currency',
		'2026-11-03,12345678,Mill,DE02120300000000202051,Card 4111 1111 1111 1111 a.b@example.org,1.00,EUR',
		'2026-11-03,12345678,Mill,DE02120300000000202051,x,?,EUR',
	);
	const said = JSON.stringify(statement);
	for (const secret of ['4111 1111', 'a.b@', 'DE0212', '12345678']) expect(said).not.toContain(secret);
});

describe('is not', () => {
	test.each([
		['a wallet of a person', '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注'],
		['a bill of WeChat Pay', '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注'],
		['an acquirer’s bill', '交易日期,交易时间,终端号,交易金额,手续费,参考号,备注'],
		['an aggregator’s bill', '交易日期,交易时间,收款通道,交易金额,商户订单号,备注'],
		['sales of a shop', 'id,recorded_at,kind,amount,currency,tender,terminal_id,note'],
		['payments of a provider', 'id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Description'],
		['a list without a text', 'Date,Amount,Balance'],
		['a list without a day', 'Description,Amount,Currency'],
		['a list with one direction', 'Date,Description,Debit,Balance'],
		['a sentence', 'On this Date, the Description and the Amount matter'],
	])('%s', (_, header) => {
		expect(sniffBankCsv(`${header}\n2026-11-03,1.00,x\n`)).toBeNull();
	});
});

test('covers whole days, in Beijing where the names are Chinese', () => {
	expect(statementOf('日期,摘要,金额\n2026-11-05,x,1.00\n2026-11-03,x,1.00\n', 'x.csv', OPTIONS).coverage).toEqual({
		from: Date.parse('2026-11-03T00:00:00+08:00'),
		to: Date.parse('2026-11-06T00:00:00+08:00'),
	});
	expect(read(...signed('2026-11-03,x,1.00,EUR')).coverage).toEqual({
		from: Date.parse('2026-11-03T00:00:00+01:00'),
		to: Date.parse('2026-11-04T00:00:00+01:00'),
	});
});

test('a statement without rows says so', () => {
	expect(codes(...signed())).toEqual(['-:no_rows']);
});
