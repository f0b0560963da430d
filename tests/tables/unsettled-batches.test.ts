import { describe, expect, test } from 'vitest';
import { discrepancyId } from '../../src/domain/discrepancies/discrepancy-id.ts';
import { remediesFor } from '../../src/domain/discrepancies/remedies.ts';
import type { Tender } from '../../src/domain/ledger/tender.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { at, billed, compareRows, covering, gapsOf, receipt, sale } from '../support/matching-rows.ts';

type Paid = {
	readonly no: number;
	readonly batch: string | null;
	readonly atProvider: boolean;
	readonly tender?: Tender;
	readonly terminal?: string;
	readonly logged?: boolean;
};

/** Card payments of 10.01, 10.02, … every ten minutes from noon on, each with its slip's numbers; those at the provider with the same RRN. */
function day(paid: readonly Paid[], change: { readonly provider?: boolean; readonly now?: string } = {}) {
	const amountOf = (no: number) => `10.${String(no).padStart(2, '0')}`;
	const timeOf = (no: number) => `${12 + Math.floor(no / 6)}:${no % 6}0`;
	const keysOf = ({ no }: Paid) => ({ rrn: `5000000000${String(no).padStart(2, '0')}` });
	const sales = paid.flatMap((one) =>
		one.logged === false ? [] : [sale(`s${one.no}`, timeOf(one.no), amountOf(one.no), { tender: one.tender ?? 'card', terminalId: one.terminal ?? 'T1' })],
	);
	const slips = paid.map((one) =>
		receipt(`t${one.no}`, `${timeOf(one.no)}:05`, amountOf(one.no), {
			...{ tender: one.tender ?? 'card', terminalId: one.terminal ?? 'T1', batchNo: one.batch, traceNo: `${one.no}`.padStart(6, '0') },
			...keysOf(one),
		}),
	);
	const bills = paid
		.filter(({ atProvider }) => atProvider)
		.map((one) => billed(`p${one.no}`, `${timeOf(one.no)}:06`, amountOf(one.no), { tender: one.tender ?? 'card', ...keysOf(one) }));
	return compareRows({
		...{ sales, receipts: [...slips, ...bills] as Receipt[] },
		coverage: [covering('terminal'), ...(change.provider === false ? [] : [covering('provider')])],
		now: at(change.now ?? '2026-11-22T12:00:00+08:00'),
	});
}
const lost = (nos: readonly number[], batch: string | null = '000012', more: Partial<Paid> = {}): Paid[] =>
	nos.map((no) => ({ no, batch, atProvider: false, ...more }));
const settled = (nos: readonly number[], batch: string | null = '000011', more: Partial<Paid> = {}): Paid[] =>
	nos.map((no) => ({ no, batch, atProvider: true, ...more }));

describe('a batch of which the provider has nothing', () => {
	test('is one piece of work that names every payment of it', () => {
		const outcome = day([...settled([0, 1]), ...lost([2, 3, 4])]);
		// 10.02 + 10.03 + 10.04
		expect(gapsOf(outcome)).toEqual(['batch_unsettled: s2 s3 s4 t2 t3 t4, 3, 3009']);
		expect(outcome.discrepancies[0]).toMatchObject({ cluster: 'T1 000012', currency: 'CNY' });
		expect(outcome.matches.filter(({ band }) => band !== 'review')).toHaveLength(5);
	});

	test('was most likely not settled; where a later batch was, it was lost on its way', () => {
		const causes = (paid: readonly Paid[]) => day(paid).discrepancies.map(({ hypotheses }) => hypotheses[0]?.code);
		expect(causes([...settled([0, 1]), ...lost([2, 3, 4])])).toEqual(['batch_not_settled']);
		expect(causes([...lost([2, 3, 4]), ...settled([5, 6], '000013')])).toEqual(['provider_lost_it']);
		// Another terminal's later batch says nothing of this one.
		expect(causes([...lost([2, 3, 4]), ...settled([5, 6], '000013', { terminal: 'T2' })])).toEqual(['batch_not_settled']);
	});

	test('is settled first, then forwarded, then asked for', () => {
		const [found] = day(lost([2, 3, 4])).discrepancies;
		expect(found && remediesFor(found).map(({ code }) => code)).toEqual(['settle_batch', 'forward_stored', 'escalate', 'explain']);
	});

	test('is the same work however the rows come', () => {
		const paid = [...settled([0, 1]), ...lost([2, 3, 4])];
		expect(day([...paid].reverse())).toEqual(day(paid));
		expect(day(paid).discrepancies.map(discrepancyId)).toEqual(['batch_unsettled;s2,s3,s4;t2,t3,t4']);
	});

	const CASES: readonly { readonly name: string; readonly paid: readonly Paid[]; readonly found: readonly string[] }[] = [
		{
			name: 'two payments may be lost by themselves',
			paid: [...settled([0, 1]), ...lost([2, 3])],
			found: ['missing_at_provider: s2 t2, 1, 1002', 'missing_at_provider: s3 t3, 1, 1003'],
		},
		{
			name: 'one payment of it at the provider: it was settled, the others were lost',
			paid: [...settled([1], '000012'), ...lost([2, 3, 4])],
			found: ['missing_at_provider: s2 t2, 1, 1002', 'missing_at_provider: s3 t3, 1, 1003', 'missing_at_provider: s4 t4, 1, 1004'],
		},
		{
			name: 'a wallet that is settled without the batch is no sign against it',
			paid: [...settled([1], '000012', { tender: 'wechat' }), ...lost([2, 3, 4])],
			found: ['batch_unsettled: s2 s3 s4 t2 t3 t4, 3, 3009'],
		},
		{
			name: 'several tenders of one batch are lost together',
			paid: [...lost([2, 3]), ...lost([4], '000012', { tender: 'unionpay_qr' })],
			found: ['batch_unsettled: s2 s3 s4 t2 t3 t4, 3, 3009'],
		},
		{
			name: 'two batches are two pieces of work',
			paid: [...lost([0, 1, 2]), ...lost([3, 4, 5], '000013')],
			found: ['batch_unsettled: s0 s1 s2 t0 t1 t2, 3, 3003', 'batch_unsettled: s3 s4 s5 t3 t4 t5, 3, 3012'],
		},
		{
			name: 'so are equal numbers of two terminals',
			paid: [...lost([0, 1, 2]), ...lost([3, 4, 5], '000012', { terminal: 'T2' })],
			found: ['batch_unsettled: s0 s1 s2 t0 t1 t2, 3, 3003', 'batch_unsettled: s3 s4 s5 t3 t4 t5, 3, 3012'],
		},
		{
			name: 'without a batch number nothing is said of batches',
			paid: lost([2, 3, 4], null),
			found: ['missing_at_provider: s2 t2, 1, 1002', 'missing_at_provider: s3 t3, 1, 1003', 'missing_at_provider: s4 t4, 1, 1004'],
		},
		{
			name: 'a payment that nobody logged stays a matter of the ledger',
			paid: [...lost([2, 3, 4]), ...lost([5], '000012', { logged: false })],
			found: ['batch_unsettled: s2 s3 s4 t2 t3 t4, 3, 3009', 'missing_in_ledger: t5, 1, 1005'],
		},
	];
	test.each(CASES)('$name', ({ paid, found }) => expect(gapsOf(day(paid))).toEqual(found));

	test('is judged only once the bill that should have it is due', () => {
		const paid = [...settled([0, 1]), ...lost([2, 3, 4])];
		expect(gapsOf(day(paid, { now: '2026-11-21T09:59:00+08:00' }))).toEqual([]);
		expect(gapsOf(day(paid, { now: '2026-11-21T10:00:00+08:00' }))).toHaveLength(1);
		expect(
			gapsOf(
				day(
					paid.map((one) => ({ ...one, atProvider: false })),
					{ provider: false },
				),
			),
		).toEqual([]);
	});

	test('clears itself once the provider has it', () => {
		expect(gapsOf(day([...settled([0, 1]), ...settled([2, 3, 4], '000012')]))).toEqual([]);
	});
});

test('forty gaps of one batch are one, and its money is counted once', () => {
	const nos = Array.from({ length: 40 }, (_, no) => no + 1);
	const { discrepancies } = day(lost(nos));
	expect(discrepancies).toHaveLength(1);
	// 40 × 10.00 and 0.01 to 0.40, which add up to 8.20.
	expect(discrepancies[0]).toMatchObject({ kind: 'batch_unsettled', count: 40, amountMinor: 40_820 });
});
