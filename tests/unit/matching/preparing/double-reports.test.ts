import { describe, expect, it } from 'vitest';
import { foldDoubleReports } from '../../../../src/domain/matching/preparing/double-reports.ts';
import { type Payment, paymentOf } from '../../../../src/domain/matching/preparing/payments.ts';
import type { ReceiptStanding } from '../../../../src/domain/matching/preparing/receipt-netting.ts';
import type { Receipt } from '../../../../src/domain/receipts/receipt.ts';
import { businessDayOf } from '../../../../src/domain/time.ts';
import { billed, receipt } from '../../../support/matching-rows.ts';

const wallet = (id: string, time: string, amount: string, change: Partial<Receipt> = {}) => billed(id, time, amount, change);
const acquirer = (id: string, time: string, amount: string, change: Partial<Receipt> = {}) => billed(id, time, amount, { source: 'chinaums-tsv', ...change });

/** Payments as "w1 u1", with `?` where one may be another's, in the order given. */
function folded(rows: readonly (Receipt | readonly Receipt[])[], said: Readonly<Record<string, ReceiptStanding>> = {}): string[] {
	const standings = new Map(Object.entries(said));
	const payments = rows.map((row): Payment => paymentOf(Array.isArray(row) ? (row as [Receipt]) : [row as Receipt], standings));
	const found = foldDoubleReports(payments, { standings, dayOf: (at, offset) => businessDayOf({ at, offset }, 240) });
	return found.map(({ members, maybeTwice }) => `${members.map(({ id }) => id).join(' ')}${maybeTwice ? '?' : ''}`);
}

/** `count` payments of different amounts, one every ten minutes from noon on, told by both. */
const both = (count: number, from = 0) =>
	Array.from({ length: count }, (_, k) => {
		const [time, amount] = [`${12 + Math.floor((from + k) / 6)}:${(from + k) % 6}0`, `${11 + from + k}.00`];
		return [acquirer(`u${from + k}`, `${time}:00`, amount), wallet(`w${from + k}`, `${time}:02`, amount)];
	}).flat();
const pairs = (count: number, from = 0) => Array.from({ length: count }, (_, k) => `w${from + k} u${from + k}`);
const sorted = (found: readonly string[]) => [...found].sort();
const one = (members: string) => members.split(' ').sort().join(' ');
const sure = (found: readonly string[]) => sorted(found.filter((text) => text.includes(' ')).map(one));
const doubtful = (found: readonly string[]) => sorted(found.filter((text) => text.endsWith('?')));

describe('a day that returns in the other bill', () => {
	it('is one from three payments on', () => {
		expect(sure(folded(both(3)))).toEqual(pairs(3).map(one));
		expect(sure(folded(both(2)))).toEqual([]);
		expect(doubtful(folded(both(2)))).toEqual(['u0?', 'u1?', 'w0?', 'w1?']);
	});

	it('is one where nine of ten return, of the provider that has fewer', () => {
		const alone = (count: number, make: typeof wallet) => Array.from({ length: count }, (_, k) => make(`x${k}`, `20:${k}0`, `${80 + k}.00`));
		expect(sure(folded([...both(9), ...alone(1, wallet)]))).toHaveLength(9);
		expect(sure(folded([...both(9), ...alone(1, wallet), acquirer('y', '21:00', '90.00')]))).toHaveLength(9);
		expect(sure(folded([...both(8), ...alone(1, wallet), acquirer('y', '21:00', '90.00')]))).toEqual([]);
		expect(sure(folded([...both(3), ...alone(5, wallet)]))).toHaveLength(3);
		expect(sure(folded([...both(3), ...alone(5, acquirer)]))).toHaveLength(3);
		expect(sure(folded([...both(3), ...alone(5, acquirer), wallet('y', '21:00', '90.00')]))).toEqual([]);
	});

	it('counts by day, by tender and by source', () => {
		const late = [acquirer('u9', '2026-11-21T03:59:00+08:00', '30.00'), wallet('w9', '2026-11-21T03:59:03+08:00', '30.00')];
		const next = [acquirer('u9', '2026-11-21T04:00:00+08:00', '30.00'), wallet('w9', '2026-11-21T04:00:03+08:00', '30.00')];
		expect(sure(folded([...both(2), ...late]))).toHaveLength(3);
		expect(sure(folded([...both(2), ...next]))).toEqual([]);
		const alipay = both(3).map((row, k) =>
			k > 3 ? { ...row, tender: 'alipay' as const, source: row.source === 'chinaums-tsv' ? row.source : 'alipay-trade' } : row,
		);
		expect(sure(folded(alipay))).toEqual([]);
		const lakala = both(3).map((row, k) => (k > 3 && row.source === 'chinaums-tsv' ? { ...row, source: 'lakala' } : row));
		expect(sure(folded(lakala))).toEqual([]);
	});

	it('leaves out what is no payment by a wallet, or did not go through', () => {
		const card = both(3).map((row) => ({ ...row, tender: 'card' as const }));
		expect(folded(card)).toEqual(card.map(({ id }) => id));
		const all = both(4);
		expect(sure(folded(all, { w3: 'failed' }))).toEqual(pairs(3).map(one));
		expect(sure(folded(all, { u3: 'undone' }))).toEqual(pairs(3).map(one));
		expect(
			sure(folded(both(3).map((row) => ({ ...row, tender: 'alipay' as const, source: row.source === 'chinaums-tsv' ? row.source : 'alipay-trade' })))),
		).toHaveLength(3);
	});

	it('holds the terminal’s own record of a payment', () => {
		const slip = receipt('t0', '12:00:01', '11.00');
		const [first, ...rest] = both(3);
		expect(sure(folded([[slip, first as Receipt], ...rest]))).toEqual([one('t0 u0 w0'), ...pairs(2, 1).map(one)]);
		expect(folded([slip, receipt('t1', '12:10', '12.00')])).toEqual(['t0', 't1']);
	});

	it('has a payment that two providers tell of already folded', () => {
		const [u0, w0, ...rest] = both(4);
		expect(sure(folded([[u0 as Receipt, w0 as Receipt], ...rest]))).toEqual(pairs(4).map(one));
		const again = wallet('w8', '12:00:04', '11.00');
		expect(folded([[u0 as Receipt, w0 as Receipt], again, ...rest])).toContain('w8');
	});
});

describe('the number of the acquirer in the wallet’s bill', () => {
	const named = (id: string, time: string, amount: string, no = 'U1') => wallet(id, time, amount, { merchantOrderNo: no });
	const numbered = (id: string, time: string, amount: string, no: string | null = 'U1') => acquirer(id, time, amount, { channelOrderNo: no });

	it('makes them one, whenever they were told', () => {
		expect(sure(folded([numbered('u1', '12:00', '11.00'), named('w1', '18:00', '11.00')]))).toEqual(['u1 w1']);
	});

	it('makes none one that has no number', () => {
		expect(folded([numbered('u1', '12:00', '11.00', null), wallet('w1', '18:00', '11.00')])).toEqual(['u1', 'w1']);
	});

	it('makes none one of which two may be meant', () => {
		expect(sure(folded([numbered('u1', '12:00', '11.00'), numbered('u2', '13:00', '11.00'), named('w1', '18:00', '11.00')]))).toEqual([]);
		expect(sure(folded([numbered('u1', '12:00', '11.00'), numbered('u2', '13:00', '12.00'), named('w1', '18:00', '11.00')]))).toEqual(['u1 w1']);
		expect(sure(folded([numbered('u1', '12:00', '11.00'), named('w1', '18:00', '11.00'), named('w2', '19:00', '11.00')]))).toEqual(['u1 w1']);
	});

	it('takes those out of the count of the day', () => {
		const more = Array.from({ length: 5 }, (_, k) => [numbered(`a${k}`, `20:${k}0`, '70.00', `U${k}`), named(`b${k}`, `21:${k}0`, '70.00', `U${k}`)]).flat();
		expect(sure(folded([...both(3), ...more]))).toHaveLength(8);
		expect(sure(folded([...both(3), ...more, wallet('x', '22:00', '71.00'), acquirer('y', '22:30', '72.00')]))).toHaveLength(5);
	});
});

describe('equal amounts close in time', () => {
	const twins = (wallets: readonly string[], acquirers: readonly string[], others = 9) => [
		...both(others),
		...wallets.map((second, k) => wallet(`a${k}`, `20:00:${second}`, '70.00')),
		...acquirers.map((second, k) => acquirer(`b${k}`, `20:00:${second}`, '70.00')),
	];

	it('are paired in the order of time, whatever order they come in', () => {
		const found = folded(twins(['08', '02'], ['06', '00']));
		expect(sure(found).filter((text) => text.includes('a'))).toEqual(['a0 b0', 'a1 b1']);
		expect(sure(folded(twins(['02', '08'], ['06', '00']))).filter((text) => text.includes('a'))).toEqual(['a0 b1', 'a1 b0']);
		expect(sure(folded(twins(['02', '02'], ['00', '00']))).filter((text) => text.includes('a'))).toEqual(['a0 b0', 'a1 b1']);
		const turned = twins(['02', '02'], ['00', '00']).reverse();
		expect(sure(folded(turned)).filter((text) => text.includes('a'))).toEqual(['a0 b0', 'a1 b1']);
		// Those of one moment by their ids: the first wallet with the first of the other side, although it came second.
		const [first, second] = [wallet('a0', '20:00:02', '70.00'), wallet('a1', '20:00:02', '70.00')];
		const others = [acquirer('b0', '20:00:00', '70.00'), acquirer('b1', '20:00:00', '70.00')];
		expect(sure(folded([...both(9), second, first, ...others])).filter((text) => text.includes('a'))).toEqual(['a0 b0', 'a1 b1']);
	});

	it('stay in doubt where one side has more', () => {
		const found = folded(twins(['02', '04'], ['00']));
		expect(sure(found)).toEqual(pairs(9).map(one));
		expect(doubtful(found)).toEqual(['a0?', 'b0?']);
		expect(doubtful(folded(twins(['02'], ['00', '04'])))).toEqual(['a0?', 'b0?']);
	});

	it('stay in doubt where a run of them stretches too far to pair all', () => {
		// The run holds together by fifteen seconds each; its first wallet stands half a minute before the first of the other side.
		const found = folded(twins(['00', '15', '30'], ['30', '31', '32'], 30));
		expect(sure(found)).toEqual(sorted(pairs(30).map(one)));
		expect(doubtful(found)).toEqual(['a2?', 'b2?']);
	});
});
