import { describe, expect, it } from 'vitest';
import { joinByKeys, type Payment, paymentOf, sourceOf } from '../../../../src/domain/matching/preparing/payments.ts';
import type { ReceiptStanding } from '../../../../src/domain/matching/preparing/receipt-netting.ts';
import type { Receipt } from '../../../../src/domain/receipts/receipt.ts';
import { billed, receipt } from '../../../support/matching-rows.ts';

const acquired = (id: string, time: string, amount: string, change: Partial<Receipt> = {}) => billed(id, time, amount, { source: 'chinaums-tsv', ...change });

/** Payments as "t1 p1", in the order of their first records; `failed` are the ids of those that failed. */
function joined(rows: readonly Receipt[], failed: readonly string[] = []): string[] {
	const payments = joinByKeys(
		rows,
		rows.map(({ id }) => (failed.includes(id) ? 'failed' : 'live')),
	);
	return payments.map(({ members }) => members.map(({ id }) => id).join(' ')).sort();
}

describe('records of two sources', () => {
	const terminal = (change: Partial<Receipt>) => receipt('t1', '12:00', '50.00', { terminalId: null, ...change });
	const provider = (change: Partial<Receipt>, amount = '50.00') => billed('p1', '12:03', amount, change);
	const trace = { traceNo: '000111', batchNo: '000012', terminalId: 'T1' };

	it.each([
		['the channel’s number', { channelOrderNo: 'C1' }, { channelOrderNo: 'C1' }],
		['the retrieval number', { rrn: '111' }, { rrn: '111' }],
		['the merchant’s number', { merchantOrderNo: 'M1' }, { merchantOrderNo: 'M1' }],
		['trace, batch and terminal', trace, trace],
		['the retrieval number, whatever the other numbers say', { rrn: '111', merchantOrderNo: 'M1' }, { rrn: '111', merchantOrderNo: 'M2' }],
	])('are one payment by %s', (_, ours, theirs) => {
		expect(joined([terminal(ours), provider(theirs)])).toEqual(['t1 p1']);
	});

	it.each([
		['another number', { rrn: '111' }, { rrn: '112' }],
		['a number that only one prints', { rrn: '111' }, {}],
		['one number under two names', { rrn: '111' }, { channelOrderNo: '111' }],
		['a trace of another batch', trace, { ...trace, batchNo: '000013' }],
		['a trace of another terminal', trace, { ...trace, terminalId: 'T2' }],
		['a trace without its batch', { ...trace, batchNo: null }, { ...trace, batchNo: null }],
		['a trace without its terminal', { ...trace, terminalId: null }, { ...trace, terminalId: null }],
		['a batch without a trace', { ...trace, traceNo: null }, { ...trace, traceNo: null }],
		['a refund', { rrn: '111' }, { rrn: '111', kind: 'refund' as const }],
		['another currency', { rrn: '111' }, { rrn: '111', currency: 'HKD' }],
	])('are two payments by %s', (_, ours, theirs) => {
		expect(joined([terminal(ours), provider(theirs)])).toEqual(['p1', 't1']);
	});

	it.each([
		['the channel’s number', { channelOrderNo: 'C1' }, ['t1 p1']],
		['the retrieval number', { rrn: '111' }, ['t1 p1']],
		['the merchant’s number', { merchantOrderNo: 'M1' }, ['p1', 't1']],
		['trace, batch and terminal', trace, ['p1', 't1']],
	])('may differ in their amounts by %s', (_, keys, wanted) => {
		expect(joined([terminal(keys), provider(keys, '50.01')])).toEqual(wanted);
	});

	it('are one within four days, to the millisecond', () => {
		const apart = (milliseconds: number) => {
			const ours = terminal({ rrn: '111' });
			return joined([ours, { ...provider({ rrn: '111' }), at: ours.at + milliseconds }]);
		};
		expect(apart(4 * 86_400_000)).toEqual(['t1 p1']);
		expect(apart(4 * 86_400_000 + 1)).toEqual(['p1', 't1']);
		expect(apart(-4 * 86_400_000)).toEqual(['t1 p1']);
		expect(apart(-4 * 86_400_000 - 1)).toEqual(['p1', 't1']);
	});
});

describe('many records with one number', () => {
	const rrn = '111';

	it('of one source are so many payments, whatever they print', () => {
		expect(joined([receipt('t1', '12:00', '50.00', { rrn }), receipt('t2', '12:00', '50.00', { rrn })])).toEqual(['t1', 't2']);
		const rows = [receipt('t1', '12:00', '50.00', { rrn }), billed('p1', '12:10', '50.00', { rrn }), billed('p2', '12:01', '50.00', { rrn })];
		expect(joined(rows)).toEqual(['p1', 't1 p2']);
	});

	it('of three sources are one payment, the terminal’s record first, then by time', () => {
		const rows = [billed('p1', '12:00', '50.00', { rrn }), acquired('u1', '12:01', '50.00', { rrn }), receipt('t1', '12:30', '50.00', { rrn })];
		expect(joined(rows)).toEqual(['t1 p1 u1']);
	});

	it('are joined the nearest first, also where one has joined already', () => {
		const others = ['alipay-trade', 'wechat-fund'].map((source, k) => billed(`x${k}`, k === 0 ? '12:10' : '12:17', '50.00', { rrn, source }));
		const rows = [receipt('t1', '12:00', '50.00', { rrn }), ...others, acquired('u1', '12:15', '50.00', { rrn })];
		expect(joined(rows)).toEqual(['t1 x0 u1 x1']);
		// The terminal has two: the one nearer to the provider's takes it, although the other comes first.
		const twice = [receipt('t1', '12:00', '50.00', { rrn }), receipt('t2', '12:04', '50.00', { rrn }), billed('p1', '12:05', '50.00', { rrn })];
		expect(joined(twice)).toEqual(['t1', 't2 p1']);
		// At equal distances the earlier.
		const between = [receipt('t1', '12:00', '50.00', { rrn }), billed('p1', '12:05', '50.00', { rrn }), receipt('t2', '12:10', '50.00', { rrn })];
		expect(joined(between)).toEqual(['t1 p1', 't2']);
	});

	it('go by the surer number', () => {
		const rows = [
			receipt('t1', '12:00', '50.00', { rrn, merchantOrderNo: 'M1' }),
			billed('p1', '12:01', '50.00', { merchantOrderNo: 'M1' }),
			billed('p2', '18:00', '50.00', { rrn }),
		];
		expect(joined(rows)).toEqual(['p1', 't1 p2']);
	});

	it('join by a number that another record of the payment brought', () => {
		const rows = [
			receipt('t1', '12:00', '50.00', { rrn }),
			billed('p1', '12:01', '50.00', { rrn, merchantOrderNo: 'M1' }),
			acquired('u1', '12:02', '50.00', { merchantOrderNo: 'M1' }),
		];
		expect(joined(rows)).toEqual(['t1 p1 u1']);
	});
});

describe('a record that failed', () => {
	const [rrn, merchantOrderNo] = ['111', 'M1'];

	it('joins a payment that its own leg does not know otherwise', () => {
		const rows = [receipt('t1', '12:00', '50.00', { rrn }), billed('p1', '12:01', '50.00', { rrn })];
		expect(joined(rows, ['p1'])).toEqual(['t1 p1']);
		expect(joined(rows, ['t1'])).toEqual(['t1 p1']);
		expect(joined([...rows, billed('p2', '12:00', '50.00', { rrn })], ['p2'])).toEqual(['p2', 't1 p1']);
	});

	it('joins by the surest numbers and the amount only', () => {
		expect(joined([receipt('t1', '12:00', '50.00', { rrn }), billed('p1', '12:01', '50.01', { rrn })], ['p1'])).toEqual(['p1', 't1']);
		expect(joined([receipt('t1', '12:00', '50.00', { merchantOrderNo }), billed('p1', '12:01', '50.00', { merchantOrderNo })], ['p1'])).toEqual(['p1', 't1']);
		const channel = { channelOrderNo: 'C1' };
		expect(joined([receipt('t1', '12:00', '50.00', channel), billed('p1', '12:01', '50.00', channel)], ['p1'])).toEqual(['t1 p1']);
	});
});

describe('how a payment of several records stands', () => {
	const rows = { terminal: receipt('t', '12:05', '50.00'), provider: billed('p', '12:00', '50.00'), other: acquired('u', '12:01', '50.00') };
	function stands(said: Partial<Record<keyof typeof rows, ReceiptStanding>>): Payment {
		const told = (Object.keys(said) as (keyof typeof rows)[]).map((name) => rows[name]);
		const standings = new Map(Object.entries(said).map(([name, standing]) => [rows[name as keyof typeof rows].id as string, standing]));
		return paymentOf([told[0] as Receipt, ...told.slice(1)], standings);
	}

	it.each<readonly [Parameters<typeof stands>[0], ReceiptStanding, boolean]>([
		[{ terminal: 'live' }, 'live', false],
		[{ terminal: 'undone' }, 'undone', false],
		[{ terminal: 'pending' }, 'pending', false],
		[{ terminal: 'failed' }, 'failed', false],
		[{ terminal: 'undone', provider: 'live' }, 'live', true],
		[{ terminal: 'live', provider: 'undone' }, 'undone', false],
		[{ terminal: 'live', provider: 'failed' }, 'failed', false],
		[{ terminal: 'undone', provider: 'failed' }, 'failed', true],
		[{ terminal: 'failed', provider: 'live' }, 'live', false],
		[{ terminal: 'live', provider: 'pending' }, 'live', false],
		[{ terminal: 'undone', provider: 'pending' }, 'undone', false],
		[{ terminal: 'failed', provider: 'pending' }, 'pending', false],
		[{ terminal: 'pending', provider: 'pending' }, 'pending', false],
		[{ provider: 'live', other: 'undone' }, 'undone', false],
		[{ provider: 'failed', other: 'live' }, 'live', false],
		[{ provider: 'pending', other: 'live' }, 'live', false],
		[{ provider: 'failed', other: 'pending' }, 'pending', false],
	])('%o', (said, standing, disputed) => {
		expect(stands(said)).toMatchObject({ standing, disputed });
	});

	it('is led by the terminal’s record, else by the first', () => {
		expect(stands({ other: 'live', provider: 'live', terminal: 'live' }).members.map(({ id }) => id)).toEqual(['t', 'p', 'u']);
		expect(stands({ other: 'live', provider: 'live' }).lead.id).toBe('p');
	});

	it('is kept where all records are of one source', () => {
		const told = joinByKeys([receipt('t1', '12:00', '50.00'), receipt('t2', '12:01', '50.00')], ['undone', 'pending']);
		expect(told.map(({ standing, disputed, lead }) => `${lead.id} ${standing} ${disputed}`)).toEqual(['t1 undone false', 't2 pending false']);
	});

	it('a source is a leg and a name', () => {
		expect([sourceOf(rows.terminal), sourceOf(rows.provider)]).toEqual(['terminal canonical-receipts', 'provider wechat-trade-bill']);
	});
});
