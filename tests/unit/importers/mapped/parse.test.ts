import { describe, expect, test } from 'vitest';
import { formatIso } from '../../../../src/domain/time.ts';
import { readOpened } from '../../../../src/importers/read-file.ts';
import { OPTIONS, problemsOf } from '../../../support/bills.ts';
import { described, mappedBill, mappingOf, tableBytes } from '../../../support/mappings.ts';

const COLUMNS = { dateTime: 'Time', amount: 'Amount', kind: 'Type', fee: 'Fee', net: 'Net', channelOrderNo: 'Id', card: 'Card' } as const;
const HEADER = 'Time,Id,Type,Amount,Fee,Net,Card,Shelf';
const MAPPING = mappingOf(COLUMNS, {
	others: ['Shelf'],
	words: { kind: { Sale: 'sale', Refund: 'refund', Void: 'void', Fee: 'fee' }, status: {}, tender: {} },
});

type Cells = { time?: string; id?: string; type?: string; amount?: string; fee?: string; net?: string; card?: string; shelf?: string };
const row = ({ time = '2026-11-02 12:00:00', id = 'T1', type = 'Sale', amount = '10.00', fee = '', net = '', card = '', shelf = '' }: Cells = {}) =>
	[time, id, type, amount, fee, net, card, shelf].join(',');
const bill = (...rows: readonly string[]) => mappedBill([HEADER, ...rows, ''].join('\n'), MAPPING);

describe('whole tables, as they are proposed', () => {
	const proposedBill = async (name: string, zone = 'Asia/Shanghai') => {
		const { proposal } = await described(tableBytes(name), { zone, currency: 'CNY' });
		return mappedBill(tableBytes(name), { ...proposal, name: 'x', id: 'mapped:x' });
	};

	test('in fen between bars; the total in yuan fits, and the remark below is no row', async () => {
		const read = await proposedBill('zh-fen.txt');
		expect(
			read.receipts.map(({ at, offset, kind, status, tender, amountMinor, feeMinor, channelOrderNo, line }) => [
				formatIso({ at, offset }),
				kind,
				status,
				tender,
				amountMinor,
				feeMinor,
				channelOrderNo?.slice(-1),
				line,
			]),
		).toEqual([
			['2026-11-02T11:42:07+08:00', 'sale', 'success', 'wechat', 4_250, 16, '1', 5],
			['2026-11-02T12:05:51+08:00', 'sale', 'success', 'alipay', 12_800, 49, '2', 6],
			['2026-11-02T12:31:18+08:00', 'sale', 'success', 'card', 36_600, 139, '3', 7],
			['2026-11-02T12:44:40+08:00', 'sale', 'failed', 'unionpay_qr', 9_900, 38, '4', 8],
			['2026-11-02T13:10:02+08:00', 'refund', 'success', 'alipay', 12_800, -49, '5', 9],
			['2026-11-02T18:55:29+08:00', 'sale', 'pending', 'wechat', 7_700, 29, '6', 10],
		]);
		expect(read).toMatchObject({
			format: 'mapped:x',
			encoding: 'utf-8',
			leg: 'provider',
			tenders: ['card', 'wechat', 'alipay', 'unionpay_qr'],
			totals: { count: 6, salesMinor: 53_650, refundsMinor: 12_800, feesMinor: 222 },
			footer: { present: true, agrees: true },
			problems: [],
		});
		expect(read.receipts[1]?.notes).toEqual({ 门店备注: '加菜' });
		expect([read.coverage?.from, read.coverage?.to]).toEqual([Date.parse('2026-11-02T00:00:00+08:00'), Date.parse('2026-11-03T00:00:00+08:00')]);
	});

	test('of windows-1252 with decimal commas, in the zone that was said', async () => {
		const read = await proposedBill('de-windows-1252.csv', 'Europe/Berlin');
		expect(
			read.receipts.map(({ at, offset, kind, amountMinor, feeMinor, last4, traceNo }) => [
				formatIso({ at, offset }),
				kind,
				amountMinor,
				feeMinor,
				last4,
				traceNo,
			]),
		).toEqual([
			['2026-11-02T08:14:33+01:00', 'sale', 380, 1, '4411', '000181'],
			['2026-11-02T08:31:09+01:00', 'sale', 1_250, 11, '0077', '000182'],
			['2026-11-02T09:02:45+01:00', 'sale', 120_400, 241, '5120', '000183'],
			['2026-11-02T09:04:10+01:00', 'void', 120_400, -241, '5120', '000184'],
			['2026-11-02T11:47:58+01:00', 'refund', 1_250, -11, '0077', '000185'],
			['2026-11-02T12:20:01+01:00', 'adjustment', 200, 2, '0077', '000186'],
		]);
		expect([read.encoding, read.currency, read.footer]).toEqual(['windows-1252', 'EUR', { present: true, agrees: true }]);
		expect(problemsOf(read)).toEqual(['9:kind_unknown']);
	});

	test('with money in and out apart', async () => {
		const read = await proposedBill('da-ind-ud.csv', 'Europe/Copenhagen');
		expect(read.receipts.map(({ kind, amountMinor, currency, last4, tender }) => [kind, amountMinor, currency, last4, tender])).toEqual([
			['sale', 70_000, 'DKK', '4321', 'card'],
			['sale', 124_950, 'DKK', '0009', 'card'],
			['refund', 70_000, 'DKK', '4321', 'card'],
		]);
	});
});

describe('one row', () => {
	test.each([
		['a sale', { amount: '28.50', fee: '0.17', net: '28.33' }, 'sale', 2_850, 17, 2_833],
		['a refund below zero', { type: 'Refund', amount: '-5.00', fee: '-0.03', net: '-4.97' }, 'refund', 500, -3, -497],
		['a refund without signs', { type: 'Refund', amount: '5.00', fee: '0.03', net: '4.97' }, 'refund', 500, -3, -497],
		['a refund whose fee is kept', { type: 'Refund', amount: '5.00', fee: '0.03', net: '5.03' }, 'refund', 500, 3, -503],
		['a refund that says nothing of a payout', { type: 'Refund', amount: '5.00', fee: '0.03' }, 'refund', 500, -3, null],
		['an undone sale', { type: 'Void', amount: '-10.00' }, 'void', 1_000, null, null],
		['a kind that is not known', { type: 'Top-up', amount: '10.00', net: '10.00' }, 'adjustment', 1_000, null, null],
	])('%s', (_, cells, kind, amountMinor, feeMinor, netMinor) => {
		expect(bill(row(cells)).receipts[0]).toMatchObject({ kind, amountMinor, feeMinor, netMinor });
	});

	test.each([
		['no amount', { amount: '' }, '2:amount_unreadable'],
		['an amount that is none', { amount: '1O.00' }, '2:amount_unreadable'],
		['a part of a cent', { amount: '1.005' }, '2:amount_unreadable'],
		['a sale of less than nothing', { amount: '-1.00' }, '2:amount_unreadable'],
		['a day that is none', { time: '2026-02-30 10:00:00' }, '2:time_unreadable'],
		['a date alone', { time: '2026-11-02' }, '2:time_unreadable'],
	])('%s is a problem, not a payment', (_, cells, problem) => {
		const read = bill(row(cells));
		expect([read.receipts, problemsOf(read)]).toEqual([[], [problem, '-:no_rows']]);
	});

	test('a number that a spreadsheet has damaged is null, and said', () => {
		const read = bill(row({ id: '4.2E+27' }));
		expect([read.receipts[0]?.channelOrderNo, problemsOf(read)]).toEqual([null, ['2:id_damaged']]);
	});

	test('too many or too few cells are a problem', () => {
		expect(problemsOf(bill(`${row()},x`, '2026-11-02 12:00:00,T2'))).toEqual(['2:row_unreadable', '3:row_unreadable', '-:no_rows']);
	});

	test('cards leave their last four digits, and nothing else of them comes out', () => {
		const read = bill(row({ card: '4111 1111 1111 1111' }), row({ id: 'T2', card: 'VISA *0042' }), row({ id: 'T3', card: '####7781', amount: 'x' }));
		expect(read.receipts.map(({ last4 }) => last4)).toEqual(['1111', '0042']);
		expect(JSON.stringify(read)).not.toMatch(/4111 1111|7781/);
	});

	test('columns that nobody asked for stay as notes, but for those about people', () => {
		const text = 'Time,Amount,Shelf,Customer\n2026-11-02 12:00,3.00,A4,Ann Example\n';
		const read = mappedBill(text, mappingOf({ dateTime: 'Time', amount: 'Amount' }, { others: ['Shelf', 'Customer'] }));
		expect(read.receipts[0]?.notes).toEqual({ Shelf: 'A4' });
		expect(JSON.stringify(mappedBill(text.replace('3.00', 'x'), mappingOf({ dateTime: 'Time', amount: 'Amount' })))).not.toContain('Ann');
	});
});

describe('without a column for it', () => {
	const plain = mappingOf({ dateTime: 'Time', amount: 'Amount' });

	test('the sign tells what came in and what went back, every row succeeded, and all is of one tender', () => {
		const read = mappedBill('Time,Amount\n2026-11-02 12:00,3.00\n2026-11-02 12:05,-1.00\n', plain);
		expect(read.receipts.map(({ kind, status, tender, amountMinor }) => [kind, status, tender, amountMinor])).toEqual([
			['sale', 'success', 'card', 300],
			['refund', 'success', 'card', 100],
		]);
		expect(read.tenders).toEqual(['card']);
	});

	test('and a bill that holds several tenders without saying so speaks for all', () => {
		expect(mappedBill('Time,Amount\n2026-11-02 12:00,3.00\n', { ...plain, tender: null }).tenders).toBeNull();
	});

	test('a state or tender that is not known is said; the payment waits', () => {
		const mapping = mappingOf(
			{ dateTime: 'Time', amount: 'Amount', status: 'State', tender: 'By' },
			{ tender: null, words: { kind: {}, status: { DONE: 'success' }, tender: { Card: 'card' } } },
		);
		const read = mappedBill('Time,Amount,State,By\n2026-11-02 12:00,3.00,done,ＣＡＲＤ\n2026-11-02 12:01,3.00,Maybe,Barter\n', mapping);
		expect(read.receipts.map(({ status, tender }) => [status, tender])).toEqual([
			['success', 'card'],
			['pending', null],
		]);
		expect(problemsOf(read)).toEqual(['3:kind_unknown', '3:kind_unknown']);
	});

	test('money in and money out on one row is a problem; a zero beside an amount is none', () => {
		const mapping = mappingOf({ dateTime: 'Time', moneyIn: 'In', moneyOut: 'Out' });
		const read = mappedBill('Time,In,Out\n2026-11-02 12:00,3.00,0.00\n2026-11-02 12:01,,2.00\n2026-11-02 12:02,3.00,2.00\n', mapping);
		expect(read.receipts.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
			['sale', 300],
			['refund', 200],
		]);
		expect(problemsOf(read)).toEqual(['4:amount_unreadable']);
	});

	test('fees that are written below zero are cost all the same', () => {
		const mapping = mappingOf({ dateTime: 'Time', amount: 'Amount', fee: 'Fee' }, { fees: 'negative' });
		expect(mappedBill('Time,Amount,Fee\n2026-11-02 12:00,3.00,-0.05\n2026-11-02 12:01,-3.00,0.05\n', mapping).receipts.map(({ feeMinor }) => feeMinor)).toEqual(
			[5, -5],
		);
	});
});

describe('totals', () => {
	const rows = [row({ id: 'A', amount: '10.00', fee: '0.10' }), row({ id: 'B', type: 'Refund', amount: '4.00', fee: '-0.04' })];
	const verdict = (...lines: readonly string[]) => bill(...rows, ...lines).footer.agrees;

	test.each([
		['under their columns', 'Total,,,14.00,0.06,,,', true],
		['what was sold', 'Total,,,10.00,,,,', true],
		['less what went back', 'Total,,,6.00,,,,', true],
		['other than the rows', 'Total,,,15.00,,,,', false],
		['right but for the fee', 'Total,,,14.00,0.07,,,', false],
		['with their names', 'Count: 2,Total amount: 14.00', true],
		['with a wrong count', 'Count: 3,Total amount: 14.00', false],
		['in Chinese', '总笔数：2,总金额：14.00元', true],
		['of something else', 'Total refunds: 4.00', null],
	])('%s: %s', (_, line, agrees) => {
		expect(verdict(line)).toBe(agrees);
	});

	test('whose names stand on a line of their own', () => {
		expect([verdict('总笔数,总金额', '2,14.00'), verdict('总笔数,总金额', '2,13.00')]).toEqual([true, false]);
	});

	test('that do not agree are a problem, and so are rows below them', () => {
		expect(problemsOf(bill(...rows, 'Total,,,15.00,,,,'))).toEqual(['-:footer_disagrees']);
		expect(bill(...rows, 'Total,,,14.00,,,,', row({ id: 'C' })).footer.agrees).toBe(false);
	});

	test('a payment whose first cell begins like one is a payment', () => {
		const mapping = mappingOf({ dateTime: 'Time', amount: 'Amount' }, { others: ['Shop'] });
		expect(mappedBill('Shop,Time,Amount\nTotal Wine,2026-11-02 12:00,3.00\n', mapping).receipts).toHaveLength(1);
	});
});

describe('times', () => {
	const shown = (time: string, dayOrder: 'ymd' | 'dmy' | 'mdy' = 'ymd', zone = 'Asia/Shanghai') => {
		const [receipt] = mappedBill(`Time,Amount\n"${time}",3.00\n`, mappingOf({ dateTime: 'Time', amount: 'Amount' }, { dayOrder, zone })).receipts;
		return receipt ? formatIso(receipt) : null;
	};

	test.each([
		['2026-11-02 12:34:56', 'ymd', '2026-11-02T12:34:56+08:00'],
		['2026/11/2 9:05', 'ymd', '2026-11-02T09:05:00+08:00'],
		['2026年11月2日 09：05：06', 'ymd', '2026-11-02T09:05:06+08:00'],
		['2026/11/2 下午 3:04:05', 'ymd', '2026-11-02T15:04:05+08:00'],
		['20261102123456', 'ymd', '2026-11-02T12:34:56+08:00'],
		['20261102 1234', 'ymd', '2026-11-02T12:34:00+08:00'],
		['2026-11-02T12:34:56Z', 'ymd', '2026-11-02T12:34:56+00:00'],
		['2026-11-02 12:34:56 +0100', 'ymd', '2026-11-02T12:34:56+01:00'],
		['02.11.2026, 12:34', 'dmy', '2026-11-02T12:34:00+08:00'],
		['11/02/26 12:34 PM', 'mdy', '2026-11-02T12:34:00+08:00'],
		['11/02/2026 12:05:00 am', 'mdy', '2026-11-02T00:05:00+08:00'],
		['2 Nov 2026 12:34', 'dmy', '2026-11-02T12:34:00+08:00'],
		['Nov 2, 2026 1:34 PM', 'mdy', '2026-11-02T13:34:00+08:00'],
		['02. Dez. 2026 12:34', 'dmy', '2026-12-02T12:34:00+08:00'],
		['31/11/2026 12:34', 'dmy', null],
		['2026-11-02 25:00', 'ymd', null],
		['noon', 'ymd', null],
	] as const)('%s is %s', (text, order, expected) => {
		expect(shown(text, order)).toBe(expected);
	});

	test('an hour that a clock change repeats or leaves out is read in its zone', () => {
		expect(shown('2026-10-25 02:30:00', 'ymd', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00');
		expect(shown('2026-07-01 12:00:00', 'ymd', 'Europe/Berlin')).toBe('2026-07-01T12:00:00+02:00');
	});
});

describe('which mapping reads a file', () => {
	const text = [HEADER, row(), ''].join('\n');
	const read = (content: string, options: object) =>
		readOpened([{ name: 'x.csv', bytes: new TextEncoder().encode(content) }], { ...OPTIONS, ...options }, () => {});
	const formats = (content: string, options: object) => {
		const reading = read(content, options);
		return reading.ok ? reading.value.bills.map(({ format }) => format) : reading.error.code;
	};

	test('one that is remembered, where the column names are the same, in any order and below other lines', () => {
		const turned = `Export of the day\n\nShelf,Card,Net,Fee,Amount,Type,Id,Time\n,,,,10.00,Sale,T1,2026-11-02 12:00:00\n`;
		expect(formats(text, { mappings: [mappingOf({ dateTime: 'When', amount: 'Sum' }), MAPPING] })).toEqual(['mapped:Kiosk']);
		expect(formats(turned, { mappings: [MAPPING] })).toEqual(['mapped:Kiosk']);
	});

	test('none of them where a column is new or gone; but the one that was asked for, while it finds what it reads', () => {
		const wider = text.replace('Shelf', 'Shelf,New').replace(/,\n$/, ',,\n');
		expect(formats(wider, { mappings: [MAPPING] })).toBe('format_unknown');
		expect(formats(wider, { mapping: MAPPING })).toEqual(['mapped:Kiosk']);
		expect(formats(text.replace('Net', 'Other'), { mapping: MAPPING })).toBe('format_unknown');
	});

	test('a format that is known comes first', () => {
		const canonical = 'occurred_at,kind,status,amount\n2026-11-02T12:00:00+08:00,sale,success,3.00\n';
		const mapping = mappingOf({ dateTime: 'occurred_at', amount: 'amount' }, { others: ['kind', 'status'] });
		expect(formats(canonical, { mappings: [mapping] })).toEqual(['canonical-receipts']);
	});

	test('names with blanks, in quotes and with the delimiter in them', () => {
		const mapping = mappingOf({ dateTime: 'Datepaid', amount: 'Amount,EUR' });
		expect(formats('"Date paid";"Amount, EUR"\n2026-11-02 12:00;3.00\n', { mappings: [mapping] })).toEqual(['mapped:Kiosk']);
		expect(formats('"Date paid","Amount, EUR"\n2026-11-02 12:00,3.00\n', { mappings: [mapping] })).toEqual(['mapped:Kiosk']);
	});

	test('a sheet of a workbook too', () => {
		const rows = [
			['Takings', ''],
			['Time', 'Amount'],
			['2026-11-02 12:00:00', '3'],
			['Total', '3'],
		];
		const reading = readOpened(
			[{ name: 'x.xlsx', sheets: [{ rows, formulaRows: [] }] }],
			{ ...OPTIONS, mappings: [mappingOf({ dateTime: 'Time', amount: 'Amount' })] },
			() => {},
		);
		expect(reading).toMatchObject({ ok: true, value: { bills: [{ encoding: null, footer: { agrees: true }, receipts: [{ amountMinor: 300, line: 3 }] }] } });
	});
});
