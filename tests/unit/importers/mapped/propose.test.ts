import { describe, expect, test } from 'vitest';
import { doubtsOf, settleByColumns, withColumn } from '../../../../src/domain/receipts/mapping/doubts.ts';
import { describeFile } from '../../../../src/importers/describe-file.ts';
import { findTable } from '../../../../src/importers/mapped/find-table.ts';
import { tableOfSheet } from '../../../../src/importers/shared/table/table-source.ts';
import { described, tableBytes } from '../../../support/mappings.ts';

describe('what a table seems to be', () => {
	test('a Chinese export between bars, with lines above and below: fen, because its total is in yuan', async () => {
		const { proposal, rowCount } = await described(tableBytes('zh-fen.txt'));
		expect(rowCount).toBe(6);
		expect(proposal).toMatchObject({ leg: 'provider', unit: 'minor', currency: 'CNY', tender: null, dayOrder: 'ymd', zone: 'Asia/Shanghai' });
		expect(proposal.columns).toEqual({
			date: '交易日期',
			time: '交易时间',
			amount: '订单金额',
			fee: '手续费',
			kind: '交易类型',
			status: '交易状态',
			tender: '支付渠道',
			merchantOrderNo: '商户订单号',
			channelOrderNo: '平台流水号',
			terminalId: '终端号',
		});
		expect(proposal.words).toEqual({
			kind: { 消费: 'sale', 退款: 'refund' },
			status: { 成功: 'success', 失败: 'failed', 处理中: 'pending' },
			tender: { 微信: 'wechat', 支付宝: 'alipay', 银行卡: 'card', 云闪付: 'unionpay_qr' },
		});
	});

	test('a German terminal journal of windows-1252 with decimal commas', async () => {
		const { proposal, columns } = await described(tableBytes('de-windows-1252.csv'));
		expect(proposal).toMatchObject({ decimalMark: ',', dayOrder: 'dmy', currency: 'EUR', unit: 'major' });
		expect(proposal.columns).toEqual({
			date: 'Datum',
			time: 'Uhrzeit',
			amount: 'Betrag(EUR)',
			fee: 'Gebühr',
			kind: 'Vorgang',
			tender: 'Kartenart',
			card: 'Kartennummer',
			terminalId: 'Terminal-ID',
			traceNo: 'Trace-Nr.',
		});
		expect(proposal.words.kind).toEqual({ Zahlung: 'sale', Storno: 'void', Gutschrift: 'refund' });
		expect(columns.find(({ name }) => name === 'Betrag(EUR)')?.title).toBe('Betrag (EUR)');
	});

	test('a Danish export with money in and out apart', async () => {
		const { proposal } = await described(tableBytes('da-ind-ud.csv'));
		expect(proposal.columns).toEqual({
			dateTime: 'dato',
			moneyIn: 'ind',
			moneyOut: 'ud',
			kind: 'type',
			currency: 'valuta',
			card: 'kortnummer',
			merchantOrderNo: 'ordre',
		});
		expect(proposal).toMatchObject({ currency: 'DKK', decimalMark: ',', dayOrder: 'dmy', tender: 'card' });
	});

	test('names that say nothing: what a bill needs is known by its cells where only one column can be meant', async () => {
		const { proposal } = await described('A,B,C\n2026-11-02 10:00:01,12.50,X1\n2026-11-02 10:02:00,8.00,X2\n');
		expect(proposal.columns).toEqual({ dateTime: 'A', amount: 'B' });
	});

	test("money in one column only is what was paid, whatever a till calls it, and a table's number is no money", async () => {
		const bytes = new TextEncoder().encode('成交时间,实收金额,支付途径,台号\n2026-11-03 12:01:09,28.50,微信,3\n2026-11-03 12:05:41,15.00,支付宝,5\n');
		const { proposal } = await described(bytes);
		expect(proposal.columns).toEqual({ dateTime: '成交时间', amount: '实收金额', tender: '支付途径' });
	});

	test('two columns of amounts and no name that says which: left to the person', async () => {
		const { proposal } = await described('When,B,C\n2026-11-02 10:00:01,12.50,1.00\n2026-11-02 10:02:00,8.00,2.00\n');
		expect(proposal.columns.amount).toBeUndefined();
	});

	test('a sheet below its title, with dates as a workbook gives them', () => {
		const rows = [
			['Monthly card report', '', ''],
			['', '', ''],
			['Date', 'Reference', 'Total'],
			['2026-11-02 09:15:00', 'R-1', '12.5'],
			['2026-11-02 09:20:00', 'R-2', '7'],
			['Total', '', '19.5'],
		];
		const table = findTable(tableOfSheet({ rows, formulaRows: [] }));
		expect(table).toMatchObject({ names: ['Date', 'Reference', 'Total'], totals: [['Total', '', '19.5']] });
		expect(table?.rows).toHaveLength(2);
	});

	test.each([
		['prose', 'hello, this is no bill\nat all\n'],
		['a table without amounts', 'Name,Day\nAnn,2026-11-02\nBob,2026-11-03\n'],
		['a table without dates', 'Item,Price\nTea,3.00\nCake,4.50\n'],
		['column names alone', 'Date,Amount\n'],
		['one column', '2026-11-02\n12.50\n'],
	])('%s is none', async (_, text) => {
		expect(await describeFile({ name: 'x.csv', bytes: new TextEncoder().encode(text) }, { zone: 'UTC', currency: 'EUR' })).toMatchObject({
			ok: false,
			error: { code: 'format_unknown' },
		});
	});
});

describe('what is asked', () => {
	test('the order of days and the decimal mark, with a cell that could be read either way', async () => {
		const table = await described(tableBytes('en-ambiguous.csv'));
		expect(doubtsOf(table.proposal, table)).toEqual([
			{
				about: 'dayOrder',
				example: '03/11/2026',
				choices: [
					{ value: 'dmy', day: '2026-11-03' },
					{ value: 'mdy', day: '2026-03-11' },
				],
			},
			{
				about: 'decimalMark',
				example: '1,250',
				choices: [
					{ value: '.', number: '1250' },
					{ value: ',', number: '1.250' },
				],
			},
		]);
	});

	test('the unit of whole numbers without a sign', async () => {
		const table = await described(tableBytes('zh-asks-unit.csv'));
		expect(doubtsOf(table.proposal, table)).toEqual([
			{
				about: 'unit',
				example: '1250',
				choices: [
					{ value: 'major', minor: 125_000 },
					{ value: 'minor', minor: 1_250 },
				],
			},
		]);
	});

	const table = (amounts: readonly string[], name = '金额', time = '2026-11-02 10:00:00') =>
		described(`时间,单号,${name}\n${amounts.map((amount, at) => `${time},N${at}X,"${amount}"`).join('\n')}\n`);
	const unit = async (amounts: readonly string[], name?: string) => {
		const found = await table(amounts, name);
		return doubtsOf(found.proposal, found).some(({ about }) => about === 'unit') ? 'asked' : found.proposal.unit;
	};

	test.each([
		['decimals are of whole units', ['12.50', '8'], '金额', 'major'],
		['so is a currency sign', ['¥12', '¥8'], '金额', 'major'],
		['a name may say fen', ['1250', '800'], '金额(分)', 'minor'],
		['or yuan', ['1250', '800'], '金额（元）', 'major'],
		['a name that the cells contradict', ['100.00', '8.00'], '交易金额(分)', 'asked'],
		['whole numbers alone', ['1250', '800'], '金额', 'asked'],
	])('%s', async (_, amounts, name, expected) => {
		expect(await unit(amounts, name)).toBe(expected);
	});

	test('nothing about yen, which have one unit', async () => {
		const yen = await described('Date,Amount,Currency\n2026-11-02 10:00,1200,JPY\n2026-11-02 11:00,450,JPY\n');
		expect(doubtsOf(yen.proposal, yen)).toEqual([]);
	});

	test('nothing where one date of the column settles the order', async () => {
		const found = await described('Date,Amount\n03/11/2026 10:00,1.50\n25/11/2026 11:00,4.50\n');
		expect([doubtsOf(found.proposal, found), found.proposal.dayOrder]).toEqual([[], 'dmy']);
	});

	test('about another column once it is chosen, and what that settles', async () => {
		const found = await described(
			'Date,Posted,Amount,Type,Method\n03/11/2026 10:00,25/11/2026 09:00,1.50,Sale,Card\n04/11/2026 10:00,26/11/2026 09:00,2.50,Refund,Cash\n',
		);
		const other = withColumn(found.proposal, found, { field: 'dateTime', name: 'Posted' });
		expect([doubtsOf(other, found), other.dayOrder]).toEqual([[], 'dmy']);
		const worded = withColumn(found.proposal, found, { field: 'kind', name: 'Method' });
		expect(worded.words.kind).toEqual({});
		expect(withColumn(worded, found, { field: 'kind', name: 'Type' }).words.kind).toEqual({ Sale: 'sale', Refund: 'refund' });
		expect(settleByColumns({ ...found.proposal, unit: 'minor' }, found).unit).toBe('major');
	});
});

describe('what is shown of it', () => {
	test('no name, card number or phone number, but numbers of orders whole', async () => {
		const found = await described(
			[
				'Date,Amount,Order number,Customer name,Card number,Remark',
				'2026-11-02 10:00,1.50,4111111111111111,Ann Example,4111 1111 1111 1111,call 13800138000',
				'2026-11-02 10:05,2.50,5500000000000004,Bob Example,**** 0004,4111111111111111',
			].join('\n'),
		);
		expect(found.rows).toEqual([
			['2026-11-02 10:00', '1.50', '4111111111111111', '•••', '•••', 'call ***********'],
			['2026-11-02 10:05', '2.50', '5500000000000004', '•••', '*0004', '************1111'],
		]);
		expect(JSON.stringify(found.columns)).not.toMatch(/Ann|Bob|1380013/);
	});
});
