import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { billAnswer } from '../../src/cli/read-answer.ts';
import { type BillMapping, layoutOf, MAPPED_FIELDS } from '../../src/domain/receipts/bill-mapping.ts';
import { mappingFileText, readMappingFile } from '../../src/domain/receipts/mapping/mapping-file.ts';
import { describeFile } from '../../src/importers/describe-file.ts';
import { readFile } from '../../src/importers/read-file.ts';
import { OPTIONS } from '../support/bills.ts';
import { described, mappedBill, mappingOf, tableBytes, tableNames } from '../support/mappings.ts';

const proposalOf = async (name: string): Promise<BillMapping> => ({ ...(await described(tableBytes(name))).proposal, name: 'x', id: 'mapped:x' });

describe('the order of rows changes nothing but lines', () => {
	test.each([
		{ name: 'zh-fen.txt', head: 4, foot: 3 },
		{ name: 'zh-asks-unit.csv', head: 1, foot: 1 },
		{ name: 'da-ind-ud.csv', head: 1, foot: 1 },
	])('$name', async ({ name, head, foot }) => {
		const mapping = await proposalOf(name);
		const lines = new TextDecoder().decode(tableBytes(name)).split('\n');
		const rows = lines.slice(head, lines.length - foot);
		const read = (order: readonly string[]) => {
			const { receipts, problems, ...rest } = billAnswer(
				mappedBill([...lines.slice(0, head), ...order, ...lines.slice(lines.length - foot)].join('\n'), mapping),
			) as {
				receipts: readonly Record<string, unknown>[];
				problems: readonly Record<string, unknown>[];
			};
			const plain = (items: readonly Record<string, unknown>[]) => items.map((item) => JSON.stringify({ ...item, line: null })).sort();
			return { ...rest, receipts: plain(receipts), problems: plain(problems) };
		};
		const straight = read(rows);
		fc.assert(
			fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => {
				expect(read(order)).toEqual(straight);
			}),
			{ numRuns: 20 },
		);
	});
});

describe('bytes that anything may have happened to', () => {
	const change = fc.record({ at: fc.double({ min: 0, max: 0.9999, noNaN: true }), with: fc.uint8Array({ maxLength: 12 }), drop: fc.nat(40) });

	test.each(tableNames())('never make describing or reading of %s throw, and the same bytes give the same answer', async (name) => {
		const original = tableBytes(name);
		const mapping = await proposalOf(name);
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
				let bytes = [...original];
				for (const { at, with: put, drop } of changes) {
					const from = Math.floor(at * bytes.length);
					bytes = [...bytes.slice(0, from), ...put, ...bytes.slice(from + drop)];
				}
				const file = { name: 'x.csv', bytes: Uint8Array.from(bytes) };
				const seen = await describeFile(file, { zone: 'Asia/Shanghai', currency: 'CNY' });
				expect(await describeFile(file, { zone: 'Asia/Shanghai', currency: 'CNY' })).toEqual(seen);
				const read = await readFile(file, { ...OPTIONS, mapping });
				expect(await readFile(file, { ...OPTIONS, mapping })).toEqual(read);
				if (read.ok) for (const bill of read.value.bills) expect(new Set(bill.receipts.map(({ id }) => id)).size).toBe(bill.receipts.length);
			}),
			{ numRuns: 60 },
		);
	});

	test('nor do bytes of any kind', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
				await expect(describeFile({ name: 'x', bytes }, { zone: 'UTC', currency: 'EUR' })).resolves.toBeDefined();
			}),
			{ numRuns: 300 },
		);
	});
});

test('a mapping that is exported comes back as it was, whatever its words and columns are called', () => {
	const name = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() === text && !/[\s（）]|\d/.test(text) && text !== '');
	const word = fc.string({ maxLength: 20, unit: 'grapheme' }).filter((text) => !/\d/.test(text));
	fc.assert(
		fc.property(fc.uniqueArray(name, { minLength: 3, maxLength: 12 }), fc.dictionary(word, fc.constantFrom('sale', 'refund', 'void')), (names, kind) => {
			const [dateTime = '', amount = '', column = ''] = names;
			const mapping = mappingOf({ dateTime, amount, kind: column }, { words: { kind, status: {}, tender: {} }, layout: layoutOf(names) });
			expect(readMappingFile(mappingFileText(mapping))).toEqual({ ok: true, value: mapping });
		}),
		{ numRuns: 200 },
	);
});

test('anything at all is a mapping or a fault, and never throws', () => {
	fc.assert(
		fc.property(fc.json(), fc.constantFrom(...MAPPED_FIELDS, 'version', 'words', 'layout', 'columns', 'name', 'zone'), fc.jsonValue(), (text, field, value) => {
			expect(typeof readMappingFile(text).ok).toBe('boolean');
			const mapping = mappingOf({ dateTime: 'A', amount: 'B' });
			expect(typeof readMappingFile(JSON.stringify({ ...mapping, [field]: value })).ok).toBe('boolean');
			expect(typeof readMappingFile(JSON.stringify({ ...mapping, columns: { ...mapping.columns, [field]: value } })).ok).toBe('boolean');
		}),
		{ numRuns: 300 },
	);
});
