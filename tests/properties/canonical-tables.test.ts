import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TENDERS } from '../../src/domain/ledger/tender.ts';
import type { SaleRow } from '../../src/domain/matching/rows.ts';
import { salesCsv } from '../../src/domain/matching/sales-csv.ts';
import { RECEIPT_KINDS, RECEIPT_STATUSES, type Receipt } from '../../src/domain/receipts/receipt.ts';
import { receiptsCsv } from '../../src/domain/receipts/receipts-csv.ts';
import { readSales } from '../../src/importers/canonical-sales/read-sales.ts';
import { billOf, expectedFixtures, fixtureBytes, readBytes } from '../support/bills.ts';

/** The table has no column for these. */
const comparable = ({ line: _, leg: __, source: ___, netMinor: ____, notes: _____, cardKind: ______, ...receipt }: Receipt) => receipt;
const inOrder = <T extends { readonly id: string }>(rows: readonly T[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

test('every receipt of every bill comes back from the canonical table as it went in', async () => {
	let seen = 0;
	for (const { format, name } of expectedFixtures()) {
		const read = await readBytes(fixtureBytes(`${format}/${name}`), name);
		for (const bill of read.ok ? read.value.bills : []) {
			const again = billOf(receiptsCsv(bill.receipts));
			expect(inOrder(again.receipts).map(comparable), `${format}/${name}`).toEqual(inOrder(bill.receipts).map(comparable));
			expect(again.problems.filter(({ code }) => code !== 'row_repeated')).toEqual([]);
			seen += bill.receipts.length;
		}
	}
	expect(seen).toBeGreaterThan(500);
});

const reference = fc.option(fc.stringMatching(/^[A-Za-z0-9=+@"',;: _\u4e00-\u4e05-]{0,20}[A-Za-z0-9]$/), { nil: null }).map((text) => {
	const trimmed = text?.replace(/^['`"\s]+/, '').trim() ?? '';
	return /^-?\d([.,]\d+)?E\+?\d+$/i.test(trimmed) || trimmed === '' ? null : trimmed;
});
const at = fc.integer({ min: Date.parse('2020-01-01T00:00:00Z') / 1000, max: Date.parse('2030-01-01T00:00:00Z') / 1000 }).map((seconds) => seconds * 1000);
const common = {
	at,
	offset: fc.constantFrom(480, -300, 0, 345),
	amountMinor: fc.nat(99_999_999),
	currency: fc.constantFrom('CNY', 'JPY', 'EUR'),
	tender: fc.option(fc.constantFrom(...TENDERS), { nil: null }),
	terminalId: reference,
};
const keys = { authCode: reference, rrn: reference, traceNo: reference, batchNo: reference, merchantOrderNo: reference, channelOrderNo: reference };
const last4 = fc.option(fc.stringMatching(/^\d{4}$/), { nil: null });

test('receipts with anything in their cells come back', () => {
	const receipt = fc.record({
		...common,
		...keys,
		last4,
		kind: fc.constantFrom(...RECEIPT_KINDS),
		status: fc.constantFrom(...RECEIPT_STATUSES),
		tipMinor: fc.option(fc.nat(999), { nil: null }),
		feeMinor: fc.option(fc.integer({ min: -999, max: 999 }), { nil: null }),
		originalRef: reference,
		settlementDate: fc.constantFrom(null, '2026-11-02'),
	});
	fc.assert(
		fc.property(fc.array(receipt, { maxLength: 8 }), (rows) => {
			const receipts = rows.map((row, i) => ({ ...row, id: `r${i}`, leg: 'terminal', source: 'x', netMinor: null, line: null }) as Receipt);
			expect(inOrder(billOf(receiptsCsv(receipts)).receipts).map(comparable)).toEqual(receipts.map(comparable));
		}),
		{ numRuns: 200 },
	);
});

test('sales come back, but for payments that failed', () => {
	const sale = fc.record({ ...common, kind: fc.constantFrom('sale', 'refund', 'reversal'), keys: fc.record({ ...keys, last4 }), ref: reference });
	fc.assert(
		fc.property(fc.array(sale, { maxLength: 8 }), (rows) => {
			const sales = rows.map((row, i) => ({ ...row, id: `s${i}`, day: '', tipMinor: null, cashier: null, state: 'paid_confirmed' }) as SaleRow);
			const failed = sales.map((one) => ({ ...one, id: `f${one.id}`, state: 'failed' as const }));
			const read = readSales({ name: 'x', bytes: new TextEncoder().encode(salesCsv([...sales, ...failed])) }, { cutoverMinutes: 240, zone: null });
			expect(read.ok && inOrder(read.value.sales).map((one) => ({ ...one, day: '' }))).toEqual(sales);
		}),
		{ numRuns: 200 },
	);
});
