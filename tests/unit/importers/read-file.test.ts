import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/importers/read-file.ts';
import { billOf, fixtureBytes, OPTIONS, problemsOf, readBytes, readText, wechatBill, wechatRow } from '../../support/bills.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const codeOf = (reading: Awaited<ReturnType<typeof readBytes>>) => (reading.ok ? 'read' : reading.error.code);

describe('what is no bill is refused', () => {
	test.each([
		['an empty file', '', 'file_empty'],
		['blanks', ' \n\n', 'format_unknown'],
		['a letter', 'Dear shop, 交易时间 and 微信订单号 are words.', 'format_unknown'],
		['a million digits', '1'.repeat(1_000_000), 'format_unknown'],
		['a web page', '<html><body>404</body></html>', 'format_unknown'],
		['the answer of a provider that has no bill', '<xml><return_code><![CDATA[FAIL]]></return_code></xml>', 'format_unknown'],
		['column names alone of another format', 'Article,Quantity,Price\n', 'format_unknown'],
	])('%s', async (_, text, code) => {
		expect(codeOf(await readText(text))).toBe(code);
	});

	test('a picture, whatever its name and whatever its text says', async () => {
		const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...utf8(`\n${wechatBill([wechatRow()])}`)]);
		expect(codeOf(await readBytes(png, 'bill.csv'))).toBe('format_unknown');
	});

	test('random bytes', async () => {
		expect(codeOf(await readBytes(Uint8Array.from({ length: 500_000 }, (_, i) => (i * 7919 + (i >> 8) * 31) % 256)))).toBe('format_unknown');
	});

	test('more bytes or more lines than a bill has', async () => {
		expect(codeOf(await readBytes(new Uint8Array(64 * 1024 * 1024 + 1)))).toBe('file_too_large');
		expect(codeOf(await readText(`${wechatBill([])}${'\n'.repeat(1_000_001)}`))).toBe('file_too_large');
	});
});

test('a format asked for is the only one tried', async () => {
	const file = { name: 'x.csv', bytes: fixtureBytes('chinaums-tsv/20261102.txt') };
	const codeAs = async (format: string) => codeOf(await readFile(file, { ...OPTIONS, format }));
	expect([await codeAs('chinaums-tsv'), await codeAs('wechat-trade-bill'), await codeAs('no-such-format')]).toEqual([
		'read',
		'format_unknown',
		'format_unknown',
	]);
});

test('the name of a file decides nothing', async () => {
	const bytes = fixtureBytes('alipay-trade/busy-day.csv');
	expect(await readBytes(bytes, '微信账单.png')).toEqual(await readBytes(bytes, 'x'));
});

test('progress never falls, ends at one, and comes at most about fifty times', async () => {
	const rows = Array.from({ length: 5_000 }, (_, i) => wechatRow({ no: `42${i}` }));
	const seen: number[] = [];
	await readFile({ name: 'x', bytes: utf8(wechatBill(rows)) }, OPTIONS, (done) => seen.push(done));
	expect(seen.length).toBeGreaterThan(10);
	expect(seen.length).toBeLessThanOrEqual(50);
	expect(seen).toEqual([...seen].sort((a, b) => a - b));
	expect(seen.at(-1)).toBe(1);
});

describe('damage that bytes show', () => {
	test('bytes without a meaning are named by their line, and the rest is read', async () => {
		const bytes = utf8(wechatBill([wechatRow({ goods: '面面面' }), wechatRow({ no: '4200002', goods: '牛肉面' })]));
		const at = new TextDecoder('latin1').decode(bytes).lastIndexOf('\xe7');
		bytes[at] = 0xff;
		const bill = billOf(bytes);
		expect(bill.encoding).toBe('utf-8');
		expect(bill.receipts).toHaveLength(2);
		expect(problemsOf(bill)).toEqual(['3:encoding_damaged', '-:footer_missing']);
	});

	test('a number with a lost character is no number any more', async () => {
		const bill = billOf(wechatBill([wechatRow({ no: '42\u000001', amount: '10.\u000000' }), wechatRow({ no: '42\ufffd02' })]));
		expect(bill.receipts).toMatchObject([{ line: 3, channelOrderNo: null }]);
		expect(problemsOf(bill)).toEqual(['2:amount_unreadable', '2:encoding_damaged', '3:id_damaged', '3:encoding_damaged', '-:footer_missing']);
	});

	test('an end of zeros, as a full disk leaves it, is a problem and not a row', async () => {
		const bill = billOf(Uint8Array.from([...utf8(wechatBill([wechatRow()])), ...new Uint8Array(5_000)]));
		expect(bill.receipts).toHaveLength(1);
		expect(problemsOf(bill)).toEqual(['3:row_unreadable', '3:encoding_damaged', '-:footer_missing']);
		expect(bill.problems.every(({ text }) => text.length <= 2_000)).toBe(true);
	});

	test('a whole file of damage stays a short answer', async () => {
		const bill = billOf(wechatBill(Array.from({ length: 30_000 }, () => `\`\ufffd${'x'.repeat(1_000)}`)));
		expect(bill.problems.length).toBeLessThan(20_500);
		expect(JSON.stringify(bill.problems).length).toBeLessThan(8_000_000);
	});
});
