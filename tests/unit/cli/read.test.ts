import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Io } from '../../../src/cli/io.ts';
import { readCommand } from '../../../src/cli/read.ts';
import { fixtureBytes, receiptsTable, wechatBill, wechatRow } from '../../support/bills.ts';

type Ran = { readonly status: number; readonly out: string; readonly err: string };

async function run(args: readonly string[], files: Readonly<Record<string, Uint8Array | string>> = {}): Promise<Ran> {
	let out = '';
	let err = '';
	const io: Io = {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
		readFile: async (path) => {
			const content = files[path];
			if (content === undefined) throw new Error('ENOENT');
			return typeof content === 'string' ? new TextEncoder().encode(content) : content;
		},
		now: () => 0,
	};
	const status = await readCommand(args, io);
	return { status, out, err };
}

const ONE_ROW = wechatBill([wechatRow({ refundNo: '0' })], ['1', '10.00', '0.00', '0.00', '0.06000', '10.00', '0.00']);

describe('the answer', () => {
	test('has the keys of the contract in their order', async () => {
		const { status, out, err } = await run(['bill.csv', '--json'], { 'bill.csv': ONE_ROW });
		expect([status, err]).toEqual([0, '']);
		const answer = JSON.parse(out);
		expect(Object.keys(answer)).toEqual(['version', 'format', 'encoding', 'leg', 'coverage', 'receipts', 'totals', 'footer', 'problems']);
		expect(Object.keys(answer.receipts[0]).filter((key) => key !== 'net')).toEqual(
			'id occurredAt kind status amount tip fee currency tender terminalId batchNo traceNo rrn authCode last4 merchantOrderNo channelOrderNo originalRef settlementDate line'.split(
				' ',
			),
		);
		expect(answer).toMatchObject({
			version: 1,
			format: 'wechat-trade-bill',
			encoding: 'utf-8',
			leg: 'provider',
			coverage: { from: '2026-11-02T00:00:00+08:00', to: '2026-11-03T00:00:00+08:00' },
			receipts: [{ occurredAt: '2026-11-02T12:00:00+08:00', amount: '10.00', tip: null, fee: '0.06', net: '9.94', line: 2 }],
			totals: { count: 1, sales: '10.00', refunds: '0.00', fees: '0.06' },
			footer: { present: true, agrees: true },
			problems: [],
		});
	});

	test('is the same on every run', async () => {
		const files = { 'a.zip': fixtureBytes('alipay-trade/20887770000000010156_20261102.csv.zip') };
		expect(await run(['a.zip', '--json'], files)).toEqual(await run(['a.zip', '--json'], files));
	});

	test('has a problem with line, code, message and text', async () => {
		const { out } = await run(['--json', 'x.csv'], { 'x.csv': receiptsTable([{ amount: '1..5' }]) });
		expect(JSON.parse(out).problems).toEqual([
			{ line: 2, code: 'amount_unreadable', message: 'amount: not a number (1..5).', text: expect.stringContaining('1..5') },
		]);
	});

	test('about an archive of several bills is one answer for each', async () => {
		const { out } = await run(['x.zip', '--json'], {
			'x.zip': zipSync({ a: new TextEncoder().encode(ONE_ROW), b: fixtureBytes('chinaums-tsv/20261102.txt') }),
		});
		const answer = JSON.parse(out);
		expect(Object.keys(answer)).toEqual(['version', 'parts']);
		expect(answer.parts.map((part: { format: string; version: number }) => [part.version, part.format])).toEqual([
			[1, 'wechat-trade-bill'],
			[1, 'chinaums-tsv'],
		]);
	});

	test('for people says what is in the file, what it covers and what is wrong', async () => {
		const { status, out } = await run(['dir/damaged.csv'], { 'dir/damaged.csv': fixtureBytes('wechat-trade-bill/damaged-lines.csv') });
		expect(status).toBe(0);
		for (const words of [
			'damaged.csv: wechat-trade-bill',
			'2026-11-06T00:00:00+08:00 to 2026-11-07',
			'sales 176.00 CNY',
			'does NOT agree',
			'line 5: amount_unreadable',
		])
			expect(out).toContain(words);
		expect(out).not.toContain('dir/');
	});

	test('for people stays short for a large bill', async () => {
		const { out } = await run(['x'], { x: fixtureBytes('wechat-trade-bill/busy-day.csv') });
		expect(out.split('\n').length).toBeLessThan(40);
		expect(out).toContain('480 more');
	});
});

describe('the words of a call that is off', () => {
	test.each([
		[[]],
		[['a.csv', 'b.csv']],
		[['']],
		[['a.csv', '--as', 'no-such-format']],
		[['a.csv', '--as']],
		[['a.csv', '--tz', 'Mars/Olympus']],
		[['a.csv', '--loud']],
		[['a.csv', '--json=yes']],
	])('%j end with status 2 and the usage', async (args) => {
		const { status, out, err } = await run(args, { 'a.csv': ONE_ROW });
		expect([status, out]).toEqual([2, '']);
		expect(err).toContain('Usage: counterfoil read FILE');
	});
});

describe('a file that cannot be read at all', () => {
	test.each([
		['missing.csv', 'cannot be opened'],
		['empty.csv', 'is empty'],
		['letter.txt', 'no known format'],
		['broken.zip', 'cannot be opened'],
	])('%s ends with status 3, nothing on stdout and the reason on stderr', async (name, reason) => {
		const files = { 'empty.csv': '', 'letter.txt': 'Dear shop', 'broken.zip': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]) };
		const { status, out, err } = await run([name, '--json'], files);
		expect([status, out]).toEqual([3, '']);
		expect(err).toMatch(new RegExp(`^${name}: .*${reason}`));
	});

	test('as the format asked for', async () => {
		const { status, err } = await run(['a.csv', '--as', 'alipay-trade'], { 'a.csv': ONE_ROW });
		expect([status, err]).toEqual([3, 'a.csv: does not fit the format alipay-trade.\n']);
	});

	test('does not have a card number of its name repeated', async () => {
		expect((await run(['slip 4111111111111111.csv'])).err).not.toContain('4111111111111111');
	});
});
