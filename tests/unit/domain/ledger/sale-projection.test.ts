import { describe, expect, test } from 'vitest';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { annotateSale, type RecordedEntry, reverseSale, saleFromEntry } from '../../../../src/domain/ledger/sale-projection.ts';
import { numbersOf, tailsOf } from '../../../../src/domain/ledger/sale-tails.ts';
import { GENESIS_HASH } from '../../../../src/domain/log/entry.ts';
import { DEVICE, NOON, saleBody } from '../../../support/ledger-fixture.ts';

function recorded(change: Partial<ReturnType<typeof saleBody>> = {}): RecordedEntry {
	return {
		device: DEVICE,
		seq: 7,
		id: asEntryId('s'),
		at: NOON,
		offset: 480,
		kind: 'sale-recorded',
		v: 1,
		body: saleBody(change),
		actor: 'Mei',
		prev: GENESIS_HASH,
		hash: 'h',
	};
}

describe('a sale', () => {
	test('stands at the time of its entry', () => {
		expect(saleFromEntry(recorded(), 3)).toMatchObject({ seq: 7, number: 3, at: NOON, offset: 480, kind: 'sale', reversedBy: null, enteredLater: false });
	});

	test('that was entered later stands at the time for which it was entered', () => {
		const sale = saleFromEntry(recorded({ enteredFor: { at: NOON - 1_000, offset: 540 } }), 1);
		expect(sale).toMatchObject({ at: NOON - 1_000, offset: 540, enteredLater: true });
	});

	test('keeps what an annotation leaves out and clears what it sets to null', () => {
		const sale = saleFromEntry(recorded({ note: 'table 3', keys: { last4: '1234', traceNo: '000017' } }), 1);
		const annotated = annotateSale(sale, { sale: sale.id, keys: { last4: null, authCode: 'A1' }, note: null });
		expect(annotated).toMatchObject({ note: null, tender: 'card', keys: { last4: null, traceNo: '000017', authCode: 'A1' } });
		expect(annotateSale(sale, { sale: sale.id })).toEqual(sale);
	});

	test('is reversed once; a second reversal changes nothing', () => {
		const reversed = reverseSale(saleFromEntry(recorded(), 1), asEntryId('first'));
		expect(reverseSale(reversed, asEntryId('second')).reversedBy).toBe('first');
	});

	test('is found by the last three or four characters of each number it carries', () => {
		const sale = saleFromEntry(recorded({ keys: { traceNo: '000 017', authCode: 'ab12c', last4: '99' }, paperSlipNo: 'N-4711' }), 1);
		expect(tailsOf(sale).sort()).toEqual(['017', '0017', '12C', 'B12C', '711', '4711'].sort());
		expect(numbersOf(sale)).toContain('N4711');
	});
});
