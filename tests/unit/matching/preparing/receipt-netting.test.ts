import { describe, expect, it } from 'vitest';
import { netReceipts } from '../../../../src/domain/matching/preparing/receipt-netting.ts';
import type { Receipt } from '../../../../src/domain/receipts/receipt.ts';
import { billed } from '../../../support/matching-rows.ts';
import { rowsOf } from '../../../support/row-script.ts';

const net = (script: string, more: readonly Receipt[] = []) =>
	netReceipts([...rowsOf(script).receipts, ...more].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));
const undone = (script: string, more?: readonly Receipt[]) => Object.fromEntries(net(script, more).undoneBy);

describe('receipts read alone', () => {
	it('nets a void against the payment that it names', () => {
		const { rows, standing, problems } = net('r1 12:00 50.00 rrn:111\n r2 12:01 50.00 rrn:222\n v1 12:05 50.00 void of:222');
		expect(rows.map((row, k) => `${row.id} ${standing[k]}`)).toEqual(['r1 live', 'r2 undone']);
		expect(problems).toEqual([]);
	});

	it.each([
		['the same leg before another', 'r1 12:00 50.00 rrn:111\n v1 12:05 50.00 ? void of:111', [billed('p1', '12:00', '50.00', { rrn: '111' })], { r1: ['v1'] }],
		['the reference before the trace number', 'r1 12:00 50.00 trace:000111\n r2 12:01 50.00 rrn:000111\n v1 12:05 50.00 void of:000111', [], { r2: ['v1'] }],
		['the same amount before another', 'r1 12:00 40.00 order:A1\n r2 12:01 50.00 order:A1\n v1 12:05 50.00 void of:A1', [], { r2: ['v1'] }],
		['the same terminal before another', 'r1 12:00 50.00 T1 order:A1\n r2 12:01 50.00 T2 order:A1\n v1 12:05 50.00 T1 void of:A1', [], { r1: ['v1'] }],
		['a payment before the void rather than one after it', 'r1 12:00 50.00 order:A1\n v1 12:05 50.00 void of:A1\n r2 12:06 50.00 order:A1', [], { r1: ['v1'] }],
		['the nearest before it', 'r1 10:00 50.00 order:A1\n r2 12:00 50.00 order:A1\n v1 12:05 50.00 void of:A1', [], { r2: ['v1'] }],
		[
			'one that no other void has taken',
			'r1 10:00 50.00 order:A1\n r2 12:00 50.00 order:A1\n v1 12:05 50.00 void of:A1\n v2 12:06 50.00 void of:A1',
			[],
			{ r1: ['v2'], r2: ['v1'] },
		],
	] as const)('takes %s', (_, script, more, wanted) => {
		expect(undone(script, more)).toEqual(wanted);
	});

	it('finds the original of a void without a reference by the numbers that both print', () => {
		expect(undone('r1 12:00 50.00 rrn:111\n v1 12:05 50.00 void rrn:111')).toEqual({ r1: ['v1'] });
		expect(undone('r1 12:00 50.00 order:A1\n v1 12:05 50.00 void order:A1')).toEqual({ r1: ['v1'] });
	});

	it('names a void whose original is not there, or only days away under a number that comes round again', () => {
		expect(net('v1 12:05 50.00 void of:999').problems).toMatchObject([{ receipt: 'v1', code: 'original_unknown' }]);
		expect(net('r1 10/12:00 50.00 trace:000111\n v1 20/12:05 50.00 void of:000111').problems).toHaveLength(1);
		expect(net('r1 19/12:00 50.00 trace:000111\n v1 20/12:05 50.00 void of:000111').problems).toEqual([]);
	});

	it('does not net what failed, nor across currencies', () => {
		expect(undone('r1 12:00 50.00 rrn:111 failed\n v1 12:05 50.00 void of:111')).toEqual({});
		expect(undone('r1 12:00 50.00 rrn:111 in:HKD\n v1 12:05 50.00 void of:111')).toEqual({});
	});

	it('sorts out what takes no part, each with its reason', () => {
		const { excluded, netted, chargebacks, rows, standing } = net(
			'r1 12:00 50.00 cash\n v1 12:01 9.00 void failed\n v2 12:02 9.00 void reversed\n c1 12:03 9.00 chargeback\n r2 12:04 9.00 pending\n r3 12:05 9.00 failed\n r4 12:06 9.00 reversed',
		);
		expect(excluded.map(({ receipt, reason }) => `${receipt} ${reason}`)).toEqual(['r1 cash_sale', 'v1 failed']);
		expect(netted).toEqual([{ sales: [], receipts: ['v2'], reason: 'void' }]);
		expect(chargebacks.map(({ id }) => id)).toEqual(['c1']);
		expect(rows.map((row, k) => `${row.id} ${standing[k]}`)).toEqual(['r2 pending', 'r3 failed', 'r4 undone']);
	});

	it('tells the original of a refund, which is a sale and never itself', () => {
		const { originalOf, rows } = net('r1 12:00 50.00 rrn:111\n r2 13:00 20.00 refund rrn:111 of:111\n r3 13:10 20.00 refund of:888');
		const of = (id: string) => originalOf(rows.find((row) => row.id === id) as Receipt)?.id ?? null;
		expect([of('r2'), of('r3')]).toEqual(['r1', null]);
	});
});
