import { describe, expect, test } from 'vitest';
import { asDeviceId, asEntryId } from '../../../../src/domain/ids.ts';
import { layoutOf } from '../../../../src/domain/receipts/bill-mapping.ts';
import { checkMapping } from '../../../../src/domain/receipts/mapping/check-mapping.ts';
import { mappingFileName, mappingFileText, readMappingFile } from '../../../../src/domain/receipts/mapping/mapping-file.ts';
import { type MappingEntry, mappingForLayout, savedMappings } from '../../../../src/domain/receipts/mapping/saved-mappings.ts';
import { mappingOf } from '../../../support/mappings.ts';

const GOOD = mappingOf(
	{ dateTime: 'Time', amount: 'Amount', kind: 'Type', card: 'Card' },
	{ words: { kind: { Purchase: 'sale', '': 'adjustment' }, status: {}, tender: {} }, tender: null, others: ['Note'] },
);

describe('a mapping as a file', () => {
	test('says all of it, and is the same when it is read again', () => {
		expect(readMappingFile(mappingFileText(GOOD))).toEqual({ ok: true, value: GOOD });
	});

	test('is known by its mark and may be written by hand: blanks, brackets and what is usual may be left to the reader', () => {
		const byHand = {
			version: 1,
			name: ' ePay ',
			leg: 'provider',
			zone: 'Europe/Copenhagen',
			currency: 'DKK',
			unit: 'major',
			decimalMark: ',',
			dayOrder: 'dmy',
			columns: { dateTime: 'Dato og tid', amount: 'Beløb（DKK）', fee: null },
			layout: ['Beløb (DKK)', 'Dato og tid', 'Dato og tid', 'Ordre'],
		};
		expect(readMappingFile(`\ufeff${JSON.stringify(byHand)}`)).toEqual({
			ok: true,
			value: {
				...byHand,
				name: 'ePay',
				id: 'mapped:ePay',
				tender: null,
				fees: 'positive',
				columns: { dateTime: 'Datoogtid', amount: 'Beløb(DKK)' },
				words: { kind: {}, status: {}, tender: {} },
				layout: ['Beløb(DKK)', 'Datoogtid', 'Ordre'],
			},
		});
	});

	test.each([
		['ePay', 'ePay.counterfoil-mapping.json'],
		['收单/一店: 2', '收单-一店-2.counterfoil-mapping.json'],
		['../..', 'mapping.counterfoil-mapping.json'],
	])('%s is called %s', (name, expected) => {
		expect(mappingFileName({ name })).toBe(expected);
	});
});

describe('what is no mapping', () => {
	test.each([
		['no JSON', 'x', 'not_json', ''],
		['a list', '[]', 'not_a_mapping', ''],
		['another file of the app', '{"counterfoil":"ledger","version":1}', 'not_a_mapping', ''],
		['a later version', '{"version":2}', 'version_unknown', 'version'],
	])('%s', (_, text, code, at) => {
		expect(readMappingFile(text)).toEqual({ ok: false, error: { code, at } });
	});

	test.each([
		['no name', { name: '  ' }, 'missing', 'name'],
		['a long name', { name: 'n'.repeat(61) }, 'too_long', 'name'],
		['a name that is none', { name: 7 }, 'not_a_text', 'name'],
		['the id of a format', { id: 'wechat-trade-bill' }, 'not_allowed', 'id'],
		['the leg of a bank', { leg: 'bank' }, 'not_allowed', 'leg'],
		['an unknown zone', { zone: 'Moon/Sea' }, 'not_allowed', 'zone'],
		['a currency sign', { currency: '¥' }, 'not_allowed', 'currency'],
		['an unknown tender', { tender: 'cheque' }, 'not_allowed', 'tender'],
		['no unit', { unit: undefined }, 'missing', 'unit'],
		['a word without a meaning', { words: { kind: { Purchase: 'buy' } } }, 'not_allowed', 'words.kind.Purchase'],
		['an unknown field', { columns: { dateTime: 'Time', amount: 'Amount', colour: 'Type' } }, 'not_allowed', 'columns.colour'],
		['a column that is not there', { columns: { dateTime: 'Time', amount: 'Total' } }, 'not_in_layout', 'columns.amount'],
		['no layout', { layout: [] }, 'missing', 'layout'],
		['a date without a time', { columns: { date: 'Time', amount: 'Amount' } }, 'no_time', 'columns'],
		['no amount', { columns: { dateTime: 'Time' } }, 'no_amount', 'columns'],
		['money out only', { columns: { dateTime: 'Time', moneyOut: 'Amount' } }, 'no_amount', 'columns'],
		['the amount twice', { columns: { dateTime: 'Time', amount: 'Amount', moneyIn: 'Card' } }, 'amount_twice', 'columns'],
	])('%s', (_, change, code, at) => {
		expect(checkMapping({ ...GOOD, ...change })).toEqual({ ok: false, error: { code, at } });
	});

	test('a card number does not stay in it', () => {
		const number = '4111111111111111';
		const checked = checkMapping({ ...GOOD, name: `x ${number}`, id: undefined, words: { kind: { [number]: 'sale' } } });
		expect(JSON.stringify(checked)).not.toContain(number);
		expect(checked).toMatchObject({ ok: true, value: { name: 'x ************1111' } });
	});
});

describe('what is remembered', () => {
	const entry = (seq: number, kind: MappingEntry['kind'], body: unknown) =>
		({ device: asDeviceId('d'), seq, id: asEntryId(`e${seq}`), at: seq, offset: 480, kind, v: 1, body, actor: 'Mei', prev: '', hash: '' }) as MappingEntry;
	const other = mappingOf({ dateTime: 'When', amount: 'Sum' });

	test('is the last that was saved for each layout, newest first, less what was removed', () => {
		const again = { ...GOOD, unit: 'minor' as const };
		const entries = [
			entry(1, 'bill-mapping-saved', { mapping: GOOD }),
			entry(2, 'bill-mapping-saved', { mapping: other }),
			entry(3, 'bill-mapping-saved', { mapping: again }),
		];
		expect(savedMappings(entries).map(({ entry: id, mapping }) => [id, mapping.unit])).toEqual([
			['e3', 'minor'],
			['e2', 'major'],
		]);
		// The entry that it names was replaced: nothing to remove.
		expect(savedMappings([...entries, entry(4, 'bill-mapping-removed', { mapping: 'e1' })])).toHaveLength(2);
		expect(savedMappings([...entries, entry(4, 'bill-mapping-removed', { mapping: 'e3' })]).map(({ entry: id }) => id)).toEqual(['e2']);
	});

	test('is offered for its own layout first, then for one that has all columns which it reads', () => {
		const saved = savedMappings([entry(1, 'bill-mapping-saved', { mapping: GOOD }), entry(2, 'bill-mapping-saved', { mapping: other })]);
		expect(mappingForLayout(saved, GOOD.layout)?.entry).toBe('e1');
		expect(mappingForLayout(saved, layoutOf([...GOOD.layout, 'New']))?.entry).toBe('e1');
		expect(mappingForLayout(saved, layoutOf(['Time', 'Amount', 'Card']))).toBeNull();
	});
});
