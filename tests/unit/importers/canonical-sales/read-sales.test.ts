import { expect, test } from 'vitest';
import { readSales, type SalesOptions } from '../../../../src/importers/canonical-sales/read-sales.ts';

const HEADER =
	'id,recorded_at,kind,amount,currency,tender,terminal_id,cashier,auth_code,rrn,trace_no,batch_no,last4,merchant_order_no,channel_order_no,ref_sale_id,note';
const OPTIONS: SalesOptions = { cutoverMinutes: 240, zone: null };

function read(lines: readonly string[], options = OPTIONS) {
	const reading = readSales({ name: 'sales.csv', bytes: new TextEncoder().encode([HEADER, ...lines, ''].join('\n')) }, options);
	if (!reading.ok) throw new Error(reading.error.code);
	return reading.value;
}
const problems = (lines: readonly string[]) => read(lines).problems.map(({ line, code }) => `${line}:${code}`);

test('a row is a ledger row with its keys as typed', () => {
	const { sales } = read(['s1,2026-11-21T03:30:00+08:00,sale,20.00,CNY,card,T1,小李,,8977,000031,,24 42,,0081,,两碗面']);
	expect(sales).toEqual([
		{
			...{
				id: 's1',
				at: Date.UTC(2026, 10, 20, 19, 30),
				offset: 480,
				day: '2026-11-20',
				kind: 'sale',
				amountMinor: 2000,
				tipMinor: null,
				currency: 'CNY',
				tender: 'card',
			},
			...{ terminalId: 'T1', cashier: '小李', ref: null, state: 'paid_confirmed' },
			keys: { authCode: null, rrn: '8977', traceNo: '000031', batchNo: null, last4: '2442', merchantOrderNo: null, channelOrderNo: '0081' },
		},
	]);
});

test('the business day is that of the zone asked for', () => {
	const row = 's1,2026-11-20T19:30:00Z,sale,20.00,,,,,,,,,,,,,';
	expect(read([row]).sales[0]?.day).toBe('2026-11-20');
	expect(read([row], { cutoverMinutes: 180, zone: 'Asia/Shanghai' }).sales[0]?.day).toBe('2026-11-21');
});

test('refunds and reversals name their sale', () => {
	expect(read(['s2,2026-11-20T12:00:00+08:00,reversal,20.00,CNY,card,,,,,,,,,,s1,']).sales).toMatchObject([{ kind: 'reversal', ref: 's1' }]);
});

test('a row that cannot be read takes no part and says why', () => {
	const lines = [
		'a,yesterday,sale,1.00,,,,,,,,,,,,,',
		'b,2026-11-20T12:00:00+08:00,gift,1.00,,,,,,,,,,,,,',
		'c,2026-11-20T12:00:00+08:00,sale,-1.00,,,,,,,,,,,,,',
		'd,2026-11-20T12:00:00+08:00,sale,1.00,,,,,,,,,,,,,,x',
		'e,2026',
	];
	expect(problems(lines)).toEqual(['2:time_unreadable', '3:kind_unknown', '4:amount_unreadable', '5:row_unreadable', '6:row_unreadable']);
	expect(read(lines).sales).toEqual([]);
});

test('the same id counts once, a conflict is named, and rows without an id are told apart', () => {
	const row = (id: string, amount: string) => `${id},2026-11-20T12:00:00+08:00,sale,${amount},,,,,,,,,,,,,`;
	const reading = read([row('s1', '2.00'), row('s1', '1.00'), row('s1', '1.00'), row('', '5.00'), row('', '5.00')]);
	expect(reading.sales.map(({ id, amountMinor }) => `${id} ${amountMinor}`)).toEqual([
		's1 100',
		'row:sale:1795147200000:500 500',
		'row:sale:1795147200000:500#2 500',
	]);
	expect(reading.problems.map(({ line, code }) => `${line}:${code}`)).toEqual(['2:id_conflict']);
});

test('a card number typed into a key or a name never comes out whole', () => {
	const reading = read(['s1,2026-11-20T12:00:00+08:00,sale,1.00,,,,4111111111111111,,,,,4111111111111111,,,,']);
	expect(reading.sales[0]).toMatchObject({ cashier: '************1111', keys: { last4: '1111' } });
});

test('what is no such table is refused', () => {
	const codeOf = (text: string) => {
		const reading = readSales({ name: 'x', bytes: new TextEncoder().encode(text) }, OPTIONS);
		return reading.ok ? 'read' : reading.error.code;
	};
	expect(codeOf('')).toBe('file_empty');
	expect(codeOf('id,occurred_at,kind,amount\n')).toBe('format_unknown');
	expect(codeOf(HEADER)).toBe('read');
});
