import { describe, expect, it } from 'vitest';
import { reconcileCommand } from '../../../src/cli/reconcile.ts';

const SALES = [
	'id,recorded_at,kind,amount,currency,tender,terminal_id',
	's1,2026-11-17T12:00:00+08:00,sale,100.00,CNY,wechat,T1',
	's2,2026-11-17T12:30:00+08:00,sale,200.00,CNY,card,T1',
	's3,2026-11-18T12:30:00+08:00,sale,300.00,CNY,card,T1',
].join('\n');
const RECEIPTS_HEAD = 'id,occurred_at,kind,status,amount,fee,currency,tender,terminal_id,batch_no,original_ref';
const RECEIPTS = [
	RECEIPTS_HEAD,
	'r1,2026-11-17T12:00:12+08:00,sale,success,100.00,0.60,CNY,wechat,T1,,',
	'r2,2026-11-17T12:30:10+08:00,sale,success,200.00,1.20,CNY,card,T1,,',
	'r3,2026-11-18T12:30:10+08:00,sale,success,300.00,1.80,CNY,card,T1,,',
].join('\n');
const BANK_HEAD = '记账日期,借方发生额（支取）,贷方发生额（收入）,币种,对方户名,摘要,账户明细编号-交易流水号';
const BANK = [
	BANK_HEAD,
	'2026-11-18,,99.40,CNY,财付通支付科技有限公司,商户结算,1-1',
	'2026-11-18,,190.00,CNY,银联商务股份有限公司,清算款,1-2',
	'2026-11-20,500.00,,CNY,房东,房租,1-3',
].join('\n');
const FILES = { 'sales.csv': SALES, 'receipts.csv': RECEIPTS, 'bank.csv': BANK };
const NOW = ['--now', '2026-11-22T12:00:00+08:00'];
const CALL = ['--sales', 'sales.csv', '--receipts', 'receipts.csv', '--bank', 'bank.csv', ...NOW];

describe('reconcile with bank statements', () => {
	it('finds the payout that is short and the one that is missing, and counts them', async () => {
		const { code, answer } = await reconcile(CALL);
		expect(code).toBe(0);
		expect(answer.summary).toMatchObject({
			matchedSales: 3,
			awaiting: 0,
			discrepancies: 2,
			byKind: { missing_at_bank: 1, payout_short: 1 },
			atRisk: { CNY: '307.00' },
			bankLines: 3,
			payouts: 3,
		});
		expect(answer.discrepancies).toMatchObject([
			{ kind: 'payout_short', sales: [], receipts: ['r2'], count: 1, amount: '8.80', currency: 'CNY' },
			{ kind: 'missing_at_bank', sales: [], receipts: ['r3'], count: 1, amount: '298.20', currency: 'CNY', lines: [] },
		]);
		expect(answer.payouts[0]).toMatchObject({
			...{ state: 'short', settledOn: '2026-11-17', dueAt: '2026-11-18T14:00:00+08:00' },
			...{ gross: '200.00', refunds: '0.00', fees: '1.20', adjustments: '0.00', net: '198.80', credited: '190.00', difference: '-8.80' },
		});
		expect(answer.payouts.map(({ state }) => state)).toEqual(['short', 'received', 'missing']);
	});

	it('puts each bank line into a payout or among the excluded', async () => {
		const { answer } = await reconcile(CALL);
		const placed = [...answer.payouts.flatMap(({ lines }) => lines), ...answer.excluded.flatMap(({ line }) => line ?? [])];
		expect(new Set(placed).size).toBe(3);
		expect(answer.excluded).toMatchObject([{ reason: 'not_a_payout' }]);
	});

	it('answers the same for every order of files and rows', async () => {
		const turned = {
			...FILES,
			'bank.csv': [BANK_HEAD, ...BANK.split('\n').slice(1).reverse()].join('\n'),
			'more.csv': [BANK_HEAD, BANK.split('\n')[1]].join('\n'),
		};
		const both = await reconcile([...CALL, '--bank', 'more.csv', '--json'], turned);
		const other = await reconcile(['--json', '--bank', 'more.csv', '--bank', 'bank.csv', ...NOW, '--receipts', 'receipts.csv', '--sales', 'sales.csv'], turned);
		expect(both.out).toBe(other.out);
		expect(both.answer.summary).toMatchObject({ bankLines: 3, discrepancies: 2 });
	});

	it('says in words how each payout comes about', async () => {
		const { out } = await reconcile(
			CALL.filter((word) => word !== '--json'),
			FILES,
			false,
		);
		expect(out).toContain('3 payouts against 3 bank lines.');
		expect(out).toContain('200.00 gross - 0.00 refunds - 1.20 fees - 0.00 adjustments = 198.80 CNY');
		expect(out).toContain('at the bank: 190.00 CNY (190.00 on 2026-11-18 from 银联商务股份有限公司)');
		expect(out).toContain('nothing at the bank; due 2026-11-19T14:00:00+08:00');
	});

	it('waits until a payout is due, by the rules of the file', async () => {
		const rules = { ...FILES, 'rules.json': '{ "payout": { "days": 3, "at": "18:00" } }' };
		const { answer } = await reconcile([...CALL, '--rules', 'rules.json'], rules);
		expect(answer.payouts.find(({ receipts }) => receipts.includes('r3'))).toMatchObject({ state: 'awaiting', dueAt: '2026-11-23T18:00:00+08:00' });
		expect(answer.summary.byKind).toEqual({ payout_short: 1 });
	});

	it('names a payout row with its gap and then does not exclude it', async () => {
		const receipts = [RECEIPTS, 'p1,2026-11-17T23:00:00+08:00,payout,success,597.00,,CNY,,,,'].join('\n');
		const { answer } = await reconcile(CALL, { ...FILES, 'receipts.csv': receipts });
		expect(answer.discrepancies).toMatchObject([{ kind: 'missing_at_bank', amount: '597.00', receipts: ['p1'] }]);
		expect(answer.excluded.map(({ reason }) => reason)).toEqual(['payout_without_batch', 'payout_without_batch', 'not_a_payout']);
		expect(answer.excluded.every(({ line }) => line !== undefined)).toBe(true);
	});

	it('judges fees by the rules, with or without a statement', async () => {
		const rules = { ...FILES, 'rules.json': '{ "fees": { "card": "0.005", "wechat": "0.006" } }' };
		const call = CALL.filter((word) => word !== '--bank' && word !== 'bank.csv');
		const { answer } = await reconcile([...call, '--rules', 'rules.json'], rules);
		expect(answer.discrepancies).toMatchObject([
			{ kind: 'fee_mismatch', receipts: ['r2'], count: 1, amount: '0.20' },
			{ kind: 'fee_mismatch', receipts: ['r3'], count: 1, amount: '0.30' },
		]);
		expect(answer.payouts).toBeUndefined();
	});

	it('judges a fee with a sum, a minimum and a cap, and names what was expected, what was charged and the rule', async () => {
		const rules = {
			...FILES,
			'rules.json': JSON.stringify({
				fees: { card: { rate: '0.005', cap: '1.00' }, rest: { rate: '0.0038', fixed: '0.10', min: '0.20' } },
				feeOptions: { rounding: 'half_up' },
			}),
		};
		const { answer } = await reconcile([...CALL, '--rules', 'rules.json'], rules);
		const fees = answer.discrepancies.filter(({ kind }) => kind === 'fee_mismatch');
		expect(fees).toMatchObject([
			{ receipts: ['r1'], amount: '0.12', expected: '0.48', charged: '0.60', rule: 'any tender 0.38 % + 0.10, at least 0.20, each payment rounded half up' },
			{ receipts: ['r2'], amount: '0.20', expected: '1.00', charged: '1.20', rule: 'card 0.5 %, at most 1.00, each payment rounded half up' },
			{ receipts: ['r3'], amount: '0.80', expected: '1.00', charged: '1.80' },
		]);
	});

	it('says which fees it cannot judge', async () => {
		const rules = { ...FILES, 'rules.json': '{ "fees": { "card:debit": "0.005", "card:credit": "0.006" } }' };
		const { answer, out } = await reconcile([...CALL, '--rules', 'rules.json'], rules);
		expect(answer.summary.byKind).toEqual({ missing_at_bank: 1, payout_short: 1 });
		expect(answer.feesNotJudged).toMatchObject([
			{ tender: 'card', settledOn: '2026-11-17', count: 1, reason: 'card_kind_unknown' },
			{ tender: 'card', settledOn: '2026-11-18', count: 1, reason: 'card_kind_unknown' },
		]);
		expect(out).not.toContain('fee_mismatch');
		const report = await reconcile([...CALL.filter((word) => word !== '--json'), '--rules', 'rules.json'], rules, false);
		expect(report.out).toContain('fees not judged: canonical-receipts card 2026-11-17, 1 payments: the bill does not say whether the card is debit or credit');
	});

	it.each(['{ "fees": { "card": { "rate": "0.5%" } } }', '{ "fees": { "card": { "percent": "0.5" } } }', '{ "fees": { "gold": "0.1" } }'])(
		'ends with 3 for fees that cannot be understood: %s',
		async (text) => {
			const { code, err } = await reconcile([...CALL, '--rules', 'rules.json'], { ...FILES, 'rules.json': text });
			expect([code, err]).toEqual([3, 'rules.json: has a fees that cannot be understood.\n']);
		},
	);

	it.each([
		{ name: 'an empty statement', files: { ...FILES, 'bank.csv': '' }, says: 'bank.csv: is empty' },
		{ name: 'a bill in place of a statement', files: { ...FILES, 'bank.csv': RECEIPTS }, says: 'give it with --receipts' },
		{ name: 'a statement in place of a bill', files: { ...FILES, 'receipts.csv': BANK }, says: 'give it with --bank' },
		{ name: 'something else', files: { ...FILES, 'bank.csv': 'hello' }, says: 'is in no known format' },
	])('ends with 3 for $name, and says nothing on stdout', async ({ files, says }) => {
		const { code, out, err } = await reconcile(CALL, files);
		expect(code).toBe(3);
		expect(out).toBe('');
		expect(err).toContain(says);
	});
});

type Answer = {
	readonly summary: Readonly<Record<string, unknown>>;
	readonly discrepancies: readonly Readonly<Record<string, unknown>>[];
	readonly excluded: readonly { readonly line?: string; readonly receipt?: string; readonly reason: string }[];
	readonly feesNotJudged?: readonly Readonly<Record<string, unknown>>[];
	readonly payouts: readonly { readonly state: string; readonly receipts: readonly string[]; readonly lines: readonly string[] }[];
};

async function reconcile(args: readonly string[], files: Readonly<Record<string, string>> = FILES, json = true) {
	let [out, err] = ['', ''];
	const code = await reconcileCommand(json ? [...args.filter((word) => word !== '--json'), '--json'] : args, {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
		readFile: async (path) => new TextEncoder().encode(files[path] ?? ''),
		now: () => 0,
	});
	return { code, out, err, answer: (json && out !== '' ? JSON.parse(out) : {}) as Answer };
}
