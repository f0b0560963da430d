import { describe, expect, test } from 'vitest';
import { billOf, fixtureText, problemsOf, wechatBill, wechatRow } from '../../../support/bills.ts';

const TOTALS = ['1', '10.00', '0.00', '0.00', '0.06000', '10.00', '0.00'];
const REFUND = { state: 'REFUND', amount: '0.00', refundNo: 'R1', fee: '-0.06000' };

describe('a refund', () => {
	test.each([
		['SUCCESS', 'success', 1000],
		['PROCESSING', 'pending', 1000],
		['FAIL', 'failed', 0],
		['CHANGE', 'failed', 0],
		['', 'success', 1000],
	])('in state %j is %s', (refundState, status, refundsMinor) => {
		const bill = billOf(wechatBill([wechatRow({ ...REFUND, refundState, refund: '10.00' })]));
		expect(bill.receipts).toMatchObject([{ kind: 'refund', status, amountMinor: 1000, merchantOrderNo: 'R1', channelOrderNo: '5R1', originalRef: '4200001' }]);
		expect(bill.totals.refundsMinor).toBe(refundsMinor);
	});

	test('counts as it was asked for, coupons included', () => {
		expect(billOf(wechatBill([wechatRow({ ...REFUND, refund: '7.50', asked: '9.00', refundState: 'SUCCESS' })])).receipts[0]).toMatchObject({
			amountMinor: 900,
			netMinor: -744,
		});
		expect(billOf(wechatBill([wechatRow({ ...REFUND, refund: '7.50', asked: '0.00', refundState: 'SUCCESS' })])).receipts[0]?.amountMinor).toBe(750);
	});

	test('in a state nobody knows is pending, with a problem', () => {
		const bill = billOf(wechatBill([wechatRow({ ...REFUND, refund: '1.00', refundState: 'LATER' })], ['1', '0.00', '1.00', '0.00', '-0.06', '0.00', '1.00']));
		expect(bill.receipts[0]?.status).toBe('pending');
		expect(problemsOf(bill)).toEqual(['2:kind_unknown']);
	});

	test('that lost the number of its original has none made up for it', () => {
		const bill = billOf(wechatBill([wechatRow({ ...REFUND, refund: '10.00', no: '4.2E+27' })]));
		expect(bill.receipts[0]?.originalRef).toBeNull();
		expect(problemsOf(bill)).toContain('2:id_damaged');
	});
});

test('a revoked payment is a void that succeeded', () => {
	const bill = billOf(wechatBill([wechatRow(), wechatRow({ ...REFUND, state: 'REVOKED', refund: '10.00', refundState: 'PROCESSING' })]));
	expect(bill.receipts.map(({ kind, status, amountMinor }) => [kind, status, amountMinor])).toEqual([
		['sale', 'success', 1000],
		['void', 'success', 1000],
	]);
	expect(bill.totals).toMatchObject({ salesMinor: 1000, refundsMinor: 1000 });
});

test('names may hold commas, quotes and a backtick', () => {
	const bill = billOf(wechatBill([wechatRow({ goods: '面,大碗', pack: '5" 盘, `双份' })], TOTALS));
	expect(bill.receipts[0]?.amountMinor).toBe(1000);
	expect(bill.footer).toEqual({ present: true, agrees: true });
});

test('which tenders a bill speaks for: WeChat; a list of refunds for none, because it knows no sales', () => {
	expect(billOf(fixtureText('wechat-trade-bill/all.csv')).tenders).toEqual(['wechat']);
	expect(billOf(fixtureText('wechat-trade-bill/success.csv')).tenders).toEqual(['wechat']);
	expect(billOf(fixtureText('wechat-trade-bill/refund.csv')).tenders).toEqual([]);
});

describe('the totals', () => {
	test.each([
		['the count', 0, '2'],
		['the settled sum', 1, '10.01'],
		['the refunds', 2, '-0.01'],
		['the fees to the fifth decimal', 4, '0.06001'],
		['the orders', 5, '9.99'],
		['a total that is no number', 5, 'many'],
	])('are held against the rows: %s', (_, place, value) => {
		const bill = billOf(wechatBill([wechatRow()], TOTALS.with(place, value)));
		expect(bill.footer).toEqual({ present: true, agrees: false });
		expect(problemsOf(bill)).toEqual(['-:footer_disagrees']);
	});

	test('count rows whose time is unreadable, as the provider did', () => {
		const bill = billOf(wechatBill([wechatRow({ time: '2026-13-01 00:00:00' })], TOTALS));
		expect(bill.footer.agrees).toBe(true);
		expect(problemsOf(bill)).toEqual(['2:time_unreadable']);
		expect(bill.coverage).toBeNull();
	});

	test('missing are a problem', () => {
		expect(problemsOf(billOf(wechatBill([wechatRow()])))).toEqual(['-:footer_missing']);
		expect(problemsOf(billOf(wechatBill([wechatRow()], TOTALS).replace(/\n`1,`10.*\n/, '\n')))).toEqual(['-:footer_missing']);
	});

	test('cut off do not agree', () => {
		expect(billOf(wechatBill([wechatRow()], TOTALS.slice(0, 3))).footer.agrees).toBe(false);
	});

	test('do not cover rows that follow them', () => {
		expect(billOf(`${wechatBill([wechatRow()], TOTALS)}${wechatRow({ no: '4200002' })}\n`).footer.agrees).toBe(false);
	});
});

test('columns are known by their names: reordered, more of them, and rows end as they like', () => {
	const wider = wechatBill([wechatRow(), wechatRow({ no: '4200002' })], null, '\r')
		.split('\r')
		.map((line) => (line === '' ? '' : line.startsWith('`') ? `\`new,${line}` : `新列,${line}`))
		.join('\r');
	expect(billOf(wider).receipts).toMatchObject([
		{ channelOrderNo: '4200001', line: 2 },
		{ channelOrderNo: '4200002', line: 3 },
	]);
});

test.each([
	['semicolons', (text: string) => text.replaceAll(',', ';')],
	['tabs', (text: string) => text.replaceAll(',', '\t')],
	['padding', (text: string) => text.replace(/\n/g, ',,,\n')],
	['quotes', (text: string) => text.replace(/[^,\n]+/g, '"$&"')],
	['no backticks', (text: string) => text.replaceAll('`', '')],
])('saved again with %s it says the same, and its totals agree', (_, save) => {
	const text = wechatBill(
		[wechatRow(), wechatRow({ ...REFUND, no: '4200002', refund: '4.00', refundState: 'SUCCESS' })],
		['2', '10.00', '4.00', '0.00', '0', '10.00', '4.00'],
	);
	const bill = billOf(save(text));
	expect(bill).toEqual(billOf(text));
	expect(bill.footer).toEqual({ present: true, agrees: true });
});

test('a bill of another provider behind it is not taken for rows of this one, and nothing vanishes', () => {
	const alipay = fixtureText('alipay-trade/month-resaved.csv');
	const first = wechatBill([wechatRow()], TOTALS);
	const bill = billOf(first + alipay);
	expect(bill).toMatchObject({ format: 'wechat-trade-bill', totals: { count: 1 }, footer: { agrees: true } });
	const lines = new Set(bill.problems.map(({ line }) => line));
	const behind = alipay.split(/\r?\n/).flatMap((line, i) => (line === '' ? [] : [i + first.split('\n').length]));
	expect(behind.filter((line) => !lines.has(line))).toEqual([]);
	expect(bill.problems.find(({ code }) => code === 'layout_changed')).toBeDefined();
	expect(billOf(alipay + first).format).toBe('alipay-trade');
});

test('thirty thousand rows are read, and their totals agree', () => {
	const rows = Array.from({ length: 30_000 }, (_, i) => wechatRow({ no: `42${i}` }));
	const bill = billOf(wechatBill(rows, ['30000', '300000.00', '0.00', '0.00', '1800.00000', '300000.00', '0.00']));
	expect(bill.totals).toEqual({ count: 30_000, salesMinor: 30_000_000, refundsMinor: 0, feesMinor: 180_000 });
	expect(bill.footer.agrees).toBe(true);
});
