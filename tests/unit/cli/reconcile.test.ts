import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { reconcileCommand } from '../../../src/cli/reconcile.ts';
import type { BillReading } from '../../../src/domain/receipts/reading.ts';
import { readFile as readBill } from '../../../src/importers/read-file.ts';
import answers from '../../fixtures/demo-day/answers.json' with { type: 'json' };

const DEMO_DAY = new URL('../../fixtures/demo-day/', import.meta.url);
const HEAD_SALES = 'id,recorded_at,kind,amount,currency,tender,terminal_id,ref_sale_id';
const HEAD_RECEIPTS = 'id,occurred_at,kind,status,amount,currency,tender,terminal_id,original_ref';
const SALES = `${HEAD_SALES}\ns1,2026-11-20T12:00:00+08:00,sale,50.00,CNY,card,T1,\ns2,2026-11-20T12:30:00+08:00,sale,20.00,CNY,card,T1,\n`;
const RECEIPTS = `${HEAD_RECEIPTS}\nr1,2026-11-20T12:00:12+08:00,sale,success,50.00,CNY,card,T1,\n`;

describe('reconcile on the demo day', () => {
	it.each(answers.runs)('finds what is planted: $name', async (run) => {
		const { code, answer } = await reconcile([
			'--sales',
			'demo/sales.csv',
			...run.receipts.flatMap((file) => ['--receipts', `demo/${file}`]),
			'--now',
			run.now,
		]);
		expect(code).toBe(0);
		const { receipts, matchedSales, matchedReceipts, byKind, atRisk } = run.expect;
		expect(answer.summary).toMatchObject({
			sales: 140,
			receipts,
			matchedSales,
			matchedReceipts,
			byKind: defined(byKind),
			atRisk,
			awaiting: run.expect.awaiting.length,
		});
		expect(answer.awaiting).toEqual(run.expect.awaiting);
		const idOf = await idsByPlace(run.receipts);
		const wanted = run.expect.discrepancies.map(({ kind, sales, receipts: named, count, amount }) => ({
			kind,
			sales,
			receipts: named.map(({ file, line }) => idOf(file, line)),
			count,
			amount,
		}));
		const found = answer.discrepancies.map(({ kind, sales, receipts: named, count, amount }) => ({ kind, sales, receipts: named, count, amount }));
		expect(found.map(comparable).sort()).toEqual(wanted.map(comparable).sort());
	});

	it('counts each payment once where the terminal and the bills are given together', async () => {
		const all = [...(answers.runs[1]?.receipts ?? []), 'terminal.csv'];
		const { answer } = await reconcile(['--sales', 'demo/sales.csv', '--receipts', ...all.map((file) => `demo/${file}`), '--now', '2026-11-21T12:00:00+08:00']);
		expect(answer.summary).toMatchObject({ receipts: 234, matchedSales: 115, matchedReceipts: 230, discrepancies: 7, atRisk: { CNY: '334.00' } });
	});

	it('answers the same whatever the order of files', async () => {
		const files = (answers.runs[2]?.receipts ?? []).map((file) => `demo/${file}`);
		const call = (order: readonly string[]) =>
			reconcile(['--json', '--now', '2026-11-21T12:00:00+08:00', '--sales', 'demo/sales.csv', ...order.flatMap((file) => ['--receipts', file])]);
		expect((await call(files)).out).toBe((await call([...files].reverse())).out);
	});
});

describe('the answer of reconcile', () => {
	const now = ['--now', '2026-11-22T12:00:00+08:00'];
	const call = ['--sales', 'sales.csv', '--receipts', 'receipts.csv', ...now];

	it('has the shape of the contract', async () => {
		const { answer } = await reconcile(call, { 'sales.csv': SALES, 'receipts.csv': RECEIPTS });
		expect(answer).toMatchObject({
			version: 1,
			summary: {
				sales: 2,
				receipts: 1,
				matchedSales: 1,
				matchedReceipts: 1,
				awaiting: 0,
				discrepancies: 1,
				byKind: { missing_at_terminal: 1 },
				atRisk: { CNY: '20.00' },
			},
			matches: [{ sales: ['s1'], receipts: ['r1'], band: 'auto', difference: '0.00', runnerUp: null }],
			discrepancies: [{ kind: 'missing_at_terminal', sales: ['s2'], receipts: [], count: 1, amount: '20.00', currency: 'CNY' }],
			awaiting: [],
			problems: [],
			netted: [],
			excluded: [],
		});
		const evidence = answer.matches[0]?.evidence ?? [];
		expect(evidence).toContainEqual({ field: 'amount', relation: 'equal', bits: expect.any(Number) });
		expect(evidence.find((one) => one.field === 'time')?.relation).toMatch(/^12 s after/);
		for (const { bits } of evidence) expect(Math.round(bits * 10) / 10).toBe(bits);
		expect(answer.matches[0]?.probability).toBeLessThanOrEqual(1);
	});

	it('says in words for people what it found', async () => {
		const { code, out } = await reconcile(call, { 'sales.csv': SALES, 'receipts.csv': RECEIPTS }, false);
		expect(code).toBe(0);
		expect(out).toContain('1 sales matched with 1 receipts');
		expect(out).toContain('missing_at_terminal: 20.00 CNY');
	});

	it('names file and line of rows that could not be read or judged', async () => {
		const receipts = `${RECEIPTS}r2,2026-11-20T12:10:00+08:00,sale,success,abc,CNY,card,T1,\nr3,2026-11-20T12:20:00+08:00,void,success,9.00,CNY,card,T1,nobody\n`;
		const { answer } = await reconcile(call, { 'sales.csv': SALES, 'receipts.csv': receipts });
		expect(answer.problems).toMatchObject([
			{ file: 'receipts.csv', line: 3, code: 'amount_unreadable' },
			{ file: 'receipts.csv', line: 4, code: 'original_unknown', receipt: 'r3' },
		]);
	});

	it('nets, excludes and awaits by name', async () => {
		const sales = `${SALES}s3,2026-11-20T13:00:00+08:00,sale,9.00,CNY,cash,,\ns4,2026-11-20T13:01:00+08:00,reversal,20.00,CNY,,,s2\ns5,2026-11-22T11:00:00+08:00,sale,7.00,CNY,card,T1,\n`;
		const { answer } = await reconcile(call, { 'sales.csv': sales, 'receipts.csv': `${RECEIPTS}r2,2026-11-20T23:00:00+08:00,fee,success,0.30,CNY,,,\n` });
		expect(answer.netted).toEqual([{ sales: ['s2', 's4'], receipts: [], reason: 'reversal' }]);
		expect(answer.excluded).toEqual([
			{ sale: 's3', reason: 'cash_sale' },
			{ receipt: 'r2', reason: 'fee' },
		]);
		expect(answer.awaiting).toEqual([{ sale: 's5', dueAt: '2026-11-23T10:00:00+08:00' }]);
	});

	it('writes amounts with the digits of their currency', async () => {
		const yen = (text: string) => text.replaceAll('50.00,CNY', '1200,JPY').replaceAll('20.00,CNY', '800,JPY');
		const { answer } = await reconcile(call, { 'sales.csv': yen(SALES), 'receipts.csv': yen(RECEIPTS) });
		expect(answer.summary.atRisk).toEqual({ JPY: '800' });
		expect(answer.matches[0]?.difference).toBe('0');
	});

	it('takes a header without rows for a day without rows', async () => {
		const { code, answer } = await reconcile(call, { 'sales.csv': SALES, 'receipts.csv': `${HEAD_RECEIPTS}\n` });
		expect(code).toBe(0);
		expect(answer.problems.map((one) => one.code)).toContain('not_covered');
		expect(answer.discrepancies).toEqual([]);
	});

	it('judges by the rules given', async () => {
		const rules = JSON.stringify({
			zone: 'Asia/Shanghai',
			businessDayCutover: '05:00',
			due: { days: 4, at: '08:30' },
			lateDays: 2,
			fees: { wechat: '0.006' },
			cashTolerance: '1.00',
		});
		const { answer } = await reconcile([...call, '--rules', 'rules.json'], { 'sales.csv': SALES, 'receipts.csv': RECEIPTS, 'rules.json': rules });
		expect(answer.awaiting).toEqual([{ sale: 's2', dueAt: '2026-11-24T08:30:00+08:00' }]);
	});

	it.each([
		['a tender', { dueBy: { card: { days: 3, at: '09:00' } } }, '2026-11-23T09:00:00+08:00'],
		['a source', { dueBy: { 'canonical-receipts': { days: 3, at: '14:00' } } }, '2026-11-23T14:00:00+08:00'],
		['a source before its tender', { dueBy: { card: { days: 1 }, 'canonical-receipts': { days: 2, at: '14:00' } } }, '2026-11-22T14:00:00+08:00'],
		['another source and tender', { due: { days: 4 }, dueBy: { 'lakala-jy': { days: 0 }, wechat: { days: 0 } } }, '2026-11-24T10:00:00+08:00'],
	])('judges by the due time of %s', async (_, rules, dueAt) => {
		const files = { 'sales.csv': SALES, 'receipts.csv': RECEIPTS, 'rules.json': JSON.stringify(rules) };
		const { answer } = await reconcile([...call, '--rules', 'rules.json'], files);
		expect(answer.awaiting).toEqual([{ sale: 's2', dueAt }]);
	});

	it('believes more in tips where people pay at tables, and knows no other kinds of shop than its own', async () => {
		const sale = `${HEAD_SALES}\ns1,2026-11-20T12:00:00+08:00,sale,50.00,CNY,card,T1,\n`;
		const tipped = `${HEAD_RECEIPTS}\nr1,2026-11-20T12:00:12+08:00,sale,success,57.50,CNY,card,T1,\n`;
		const of = async (shopKind: string) => {
			const files = { 'sales.csv': sale, 'receipts.csv': tipped, 'rules.json': JSON.stringify({ shopKind }) };
			return reconcile([...call, '--rules', 'rules.json'], files);
		};
		const probability = async (kind: string) => (await of(kind)).answer.matches[0]?.probability ?? 0;
		expect(await probability('restaurant')).toBeGreaterThan(await probability('market'));
		expect((await of('castle')).code).toBe(3);
	});

	it('uses the real time where none is given', async () => {
		const { answer } = await reconcile(
			call.filter((word) => !now.includes(word)),
			{ 'sales.csv': SALES, 'receipts.csv': RECEIPTS },
		);
		expect(answer.awaiting).toEqual([{ sale: 's2', dueAt: '2026-11-21T10:00:00+08:00' }]);
	});
});

describe('a batch that was never settled', () => {
	const PLACES = [1, 2, 3, 4, 5];
	const rrn = (place: number) => `53260000000${place}`;
	const sales = PLACES.map((place) => `s${place},2026-11-20T12:0${place}:00+08:00,sale,1${place}.00,CNY,card,01086601`);
	const slips = PLACES.map(
		(place) => `r${place},2026-11-20T12:0${place}:05+08:00,sale,success,1${place}.00,CNY,card,01086601,00001${place > 2 ? 2 : 1},${rrn(place)}`,
	);
	/** The bill of the clearing day, with these payments. */
	const bill = (places: readonly number[]) =>
		[
			'对账明细查询结果',
			'集团名称：样例面馆',
			'清算日期从：\t20261120\t到：\t20261120',
			'清算日期\t交易日期\t交易时间\t终端号\t交易金额\t清算金额\t手续费\t流水号\t交易类型\t参考号\t卡号\t商户号\t卡类型\t支付类型',
			...places.map(
				(place) =>
					`20261120\t2026-11-20\t12:0${place}:06\t01086601\t1${place}.00\t1${place}.00\t0.00\t00000${place}\t消费\t${rrn(place)}\t\t8987\t借记卡\t有卡支付`,
			),
		].join('\n');
	const files = (places: readonly number[]) => ({
		'sales.csv': ['id,recorded_at,kind,amount,currency,tender,terminal_id', ...sales].join('\n'),
		'slips.csv': ['id,occurred_at,kind,status,amount,currency,tender,terminal_id,batch_no,rrn', ...slips].join('\n'),
		'bill.txt': bill(places),
	});
	const CALL = ['--sales', 'sales.csv', '--receipts', 'slips.csv', '--receipts', 'bill.txt', '--now', '2026-11-22T12:00:00+08:00'];

	it('is one discrepancy that names the batch and counts its money once', async () => {
		const { answer } = await reconcile([...CALL, '--json'], files([1, 2]));
		expect(answer.summary).toMatchObject({ matchedSales: 5, discrepancies: 1, byKind: { batch_unsettled: 1 }, atRisk: { CNY: '42.00' } });
		expect(answer.discrepancies).toMatchObject([
			{ kind: 'batch_unsettled', sales: ['s3', 's4', 's5'], receipts: ['r3', 'r4', 'r5'], count: 3, amount: '42.00', cluster: '01086601 000012' },
		]);
		const { out } = await reconcile(CALL, files([1, 2]), false);
		expect(out).toContain('batch_unsettled: 42.00 CNY, 2026-11-20T12:03:00+08:00, batch 01086601 000012, sale s3');
	});

	it('is no batch any more once the bill has one payment of it', async () => {
		const { answer } = await reconcile([...CALL, '--json'], files([1, 2, 3]));
		expect(answer.summary.byKind).toEqual({ missing_at_provider: 2 });
	});
});

describe('the exit status of reconcile', () => {
	const files = {
		'sales.csv': SALES,
		'receipts.csv': RECEIPTS,
		'empty.csv': '',
		'foreign.csv': 'a,b\n1,2\n',
		'bad.json': '{"due": 7}',
		'late.json': '{"dueBy":{"card":{"days":-1}}}',
	};

	it.each([
		['no sales', ['--receipts', 'receipts.csv']],
		['no receipts', ['--sales', 'sales.csv']],
		['an unknown option', ['--sales', 'sales.csv', '--receipts', 'receipts.csv', '--fast']],
		['a time without an offset', ['--sales', 'sales.csv', '--receipts', 'receipts.csv', '--now', '2026-11-20T12:00:00']],
		['two ledgers', ['--sales', 'sales.csv', '--sales', 'sales.csv', '--receipts', 'receipts.csv']],
		['a stray word', ['sales.csv', '--receipts', 'receipts.csv']],
	])('is 2 for %s', async (_, args) => {
		const { code, out, err } = await reconcile(args, files, false);
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain('Usage');
	});

	it.each([
		['a missing file', ['--sales', 'sales.csv', '--receipts', 'nowhere.csv']],
		['an empty file among several', ['--sales', 'sales.csv', '--receipts', 'receipts.csv', 'empty.csv']],
		['a file of no known format', ['--sales', 'sales.csv', '--receipts', 'foreign.csv']],
		['a ledger that is none', ['--sales', 'foreign.csv', '--receipts', 'receipts.csv']],
		['rules that cannot be understood', ['--sales', 'sales.csv', '--receipts', 'receipts.csv', '--rules', 'bad.json']],
		['a due time that is none', ['--sales', 'sales.csv', '--receipts', 'receipts.csv', '--rules', 'late.json']],
	])('is 3 for %s, with nothing on stdout', async (_, args) => {
		const { code, out, err } = await reconcile(args, files, false);
		expect([code, out]).toEqual([3, '']);
		expect(err.length).toBeGreaterThan(10);
	});
});

type Answer = {
	readonly summary: Readonly<Record<string, unknown>>;
	readonly matches: readonly {
		readonly evidence: readonly { readonly field: string; readonly relation: string; readonly bits: number }[];
		readonly probability: number;
		readonly difference: string;
	}[];
	readonly discrepancies: readonly {
		readonly kind: string;
		readonly sales: readonly string[];
		readonly receipts: readonly string[];
		readonly count: number;
		readonly amount: string;
	}[];
	readonly awaiting: readonly unknown[];
	readonly problems: readonly { readonly code: string }[];
	readonly netted: readonly unknown[];
	readonly excluded: readonly unknown[];
};

/** Runs the command on files of the demo day (`demo/…`) and on texts given by name. */
async function reconcile(args: readonly string[], files: Readonly<Record<string, string>> = {}, json = true) {
	const [out, err]: [string[], string[]] = [[], []];
	const io = {
		out: (text: string) => void out.push(text),
		err: (text: string) => void err.push(text),
		now: () => Date.UTC(2026, 10, 20, 20),
		readFile: async (path: string): Promise<Uint8Array> => {
			if (path.startsWith('demo/')) return readFile(new URL(path.slice(5), DEMO_DAY));
			const text = files[path];
			if (text === undefined) throw new Error('no such file');
			return new TextEncoder().encode(text);
		},
	};
	const code = await reconcileCommand(json && !args.includes('--json') ? [...args, '--json'] : args, io);
	return { code, out: out.join(''), err: err.join(''), answer: (json && code === 0 ? JSON.parse(out.join('')) : null) as Answer };
}

/** Ids of receipts by the file and line that the answers name them by. */
async function idsByPlace(files: readonly string[]) {
	const ids = new Map<string, string>();
	for (const file of files) {
		const read = await readBill({ name: file, bytes: await readFile(new URL(file, DEMO_DAY)) }, { format: null, zone: 'Asia/Shanghai', cutoverMinutes: 240 });
		const bills: readonly BillReading[] = read.ok ? read.value.bills : [];
		for (const row of bills.flatMap((bill) => bill.receipts)) ids.set(`${file} ${row.line}`, row.id);
	}
	return (file: string, line: number) => ids.get(`${file} ${line}`) ?? `nothing at ${file} ${line}`;
}

function comparable(one: {
	readonly kind: string;
	readonly sales: readonly string[];
	readonly receipts: readonly string[];
	readonly count: number;
	readonly amount: string;
}): string {
	return JSON.stringify({ ...one, receipts: [...one.receipts].sort() });
}

function defined(record: Readonly<Record<string, number | undefined>>): Record<string, number> {
	return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
