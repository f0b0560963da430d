import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../../../src/importers/shared/bytes/crc32.ts';
import { unpack } from '../../../../../src/importers/shared/bytes/unpack.ts';
import { fixtureBytes, problemsOf, readBytes, wechatBill, wechatRow } from '../../../../support/bills.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const day = (date: string) =>
	utf8(wechatBill([wechatRow({ time: `${date} 12:00:00`, no: `42${date}` })], ['1', '10.00', '0.00', '0.00', '0.06', '10.00', '0.00']));
const ALIPAY_ZIP = 'alipay-trade/20887770000000010156_20261102.csv.zip';

describe('an archive', () => {
	test('gives its bill, whatever lies beside it and in which order', async () => {
		const bill = day('2026-11-02');
		for (const files of [
			{ 'a.txt': utf8('summary'), 'b.csv': bill },
			{ 'a.csv': bill, 'b.txt': utf8('summary'), 'c/': new Uint8Array() },
		]) {
			const reading = await readBytes(zipSync(files), 'x.zip');
			expect(reading.ok && reading.value.bills.map((found) => [found.format, found.totals.count])).toEqual([['wechat-trade-bill', 1]]);
		}
	});

	test('with several bills gives each, in the order of their names', async () => {
		const reading = await readBytes(zipSync({ '2.csv': day('2026-11-03'), '1.csv': day('2026-11-02'), '3.csv': fixtureBytes('chinaums-tsv/20261102.txt') }));
		expect(reading.ok && reading.value.bills.map(({ format, receipts }) => `${format} ${receipts.length}`)).toEqual([
			'wechat-trade-bill 1',
			'wechat-trade-bill 1',
			'chinaums-tsv 18',
		]);
		expect(reading.ok && reading.value.bills[0]?.receipts[0]?.channelOrderNo).toBe('422026-11-02');
	});

	test('may be packed with gzip', async () => {
		const reading = await readBytes(gzipSync(day('2026-11-02')), 'bill.csv.gz');
		expect(reading.ok && reading.value.bills.map((bill) => [bill.totals.count, problemsOf(bill)])).toEqual([[1, []]]);
	});

	test('is known by its bytes, not by its name', async () => {
		expect((await readBytes(fixtureBytes(ALIPAY_ZIP), 'bill.csv')).ok).toBe(true);
		expect((await readBytes(day('2026-11-02'), 'bill.zip')).ok).toBe(true);
	});

	test('has its names decoded from GBK', async () => {
		const files = unpack({ name: 'x.zip', bytes: fixtureBytes(ALIPAY_ZIP) });
		expect(files.ok && files.value.map(({ name }) => name)).toEqual([
			'20887770000000010156_20261102_业务明细(汇总).csv',
			'20887770000000010156_20261102_业务明细.csv',
		]);
	});
});

describe('an archive that is refused', () => {
	const zip = zipSync({ 'bill.csv': day('2026-11-02') });
	const codeOf = async (bytes: Uint8Array) => {
		const reading = await readBytes(bytes, 'x.zip');
		return reading.ok ? 'read' : `${reading.error.code}: ${reading.error.detail ?? ''}`;
	};

	test('a bomb is not unpacked, whatever its directory says', async () => {
		const zeros = new Uint8Array(8_000_000);
		const bomb = zipSync({ 'bill.csv': zeros }, { level: 1 });
		expect(await codeOf(bomb)).toMatch(/^archive_too_large/);
		expect(await codeOf(withDirectoryField(bomb, 24, 10))).toMatch(/^archive_too_large/);
		expect(await codeOf(gzipSync(zeros, { level: 1 }))).toMatch(/^archive_too_large/);
	});

	test('a directory that names the same data again and again', async () => {
		const part = new Uint8Array(3_000_000);
		expect(await codeOf(withRepeatedEntry(zipSync({ 'bill.csv': part }, { level: 1 }), 30))).toMatch(/^archive_too_large/);
	});

	test('too many files', async () => {
		expect(await codeOf(zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}`, new Uint8Array(1)]))))).toMatch(
			/^archive_too_large: too many files/,
		);
	});

	test('an encrypted one', async () => {
		expect(await codeOf(withDirectoryField(zip, 8, 1))).toBe('archive_locked: encrypted');
	});

	test('a damaged one: any byte of the packed data changed, or the end missing', async () => {
		const data = 30 + 'bill.csv'.length;
		for (let at = data; at < data + 60; at += 7) {
			const damaged = zip.slice();
			damaged[at] = (damaged[at] ?? 0) ^ 0x55;
			expect(await codeOf(damaged)).toMatch(/^archive_unreadable/);
		}
		expect(await codeOf(zip.slice(0, -30))).toBe('archive_unreadable: damaged');
		expect(await codeOf(zip.slice(0, 40))).toBe('archive_unreadable: damaged');
		expect(await codeOf(gzipSync(day('2026-11-02')).slice(0, -9))).toMatch(/^archive_unreadable/);
	});

	test('one without any bill', async () => {
		expect(await codeOf(zipSync({ 'notes.txt': utf8('hello') }))).toMatch(/^format_unknown/);
		expect(await codeOf(zipSync({}))).toMatch(/^format_unknown/);
	});
});

test('the checksum is that of zip and gzip', async () => {
	expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
});

/** The archive with a 16-bit field of its first directory entry overwritten. */
function withDirectoryField(zip: Uint8Array, field: number, value: number): Uint8Array {
	const bytes = zip.slice();
	const view = new DataView(bytes.buffer);
	view.setUint16(view.getUint32(bytes.length - 22 + 16, true) + field, value, true);
	return bytes;
}

/** The archive with its only directory entry listed so many times. */
function withRepeatedEntry(zip: Uint8Array, times: number): Uint8Array {
	const view = new DataView(zip.buffer);
	const end = zip.length - 22;
	const start = view.getUint32(end + 16, true);
	const entry = zip.slice(start, end);
	const bytes = new Uint8Array([...zip.slice(0, start), ...Array.from({ length: times }, () => [...entry]).flat(), ...zip.slice(end)]);
	new DataView(bytes.buffer).setUint16(bytes.length - 22 + 10, times, true);
	return bytes;
}
