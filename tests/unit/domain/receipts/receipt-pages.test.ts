import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../../../src/domain/receipts/receipt.ts';
import { packPages, packText, unpackPage } from '../../../../src/domain/receipts/receipt-pages.ts';
import { NOON, receipt } from '../../../support/ledger-fixture.ts';

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const anyReceipt = fc.record({
	number: fc.integer({ min: 0, max: 99 }),
	hours: fc.integer({ min: 0, max: 100 }),
	amount: fc.integer({ min: 0, max: 9_999_999 }),
	tender: fc.constantFrom('wechat', 'card', null),
	notes: fc.option(fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }), { nil: undefined }),
});
const receipts = fc.array(anyReceipt, { maxLength: 40 }).map((rows) =>
	rows.map(
		({ number, hours, amount, tender, notes }): Receipt => ({
			...receipt(`r${number}`, { at: NOON + hours * 3_600_000, amountMinor: amount, tender }),
			...(notes ? { notes } : {}),
		}),
	),
);

describe('packed pages', () => {
	test('give back every receipt as it was, by its day and in its order', () => {
		fc.assert(
			fc.property(receipts, (rows) => {
				const pages = packPages(rows, dayOf);
				for (const day of new Set(rows.map(({ at }) => dayOf(at)))) {
					const read = pages.filter((page) => page.day === day).flatMap((page) => unpackPage(page.text));
					expect(read).toEqual(rows.filter(({ at }) => dayOf(at) === day));
				}
				expect(pages.reduce((sum, page) => sum + page.count, 0)).toBe(rows.length);
			}),
			{ numRuns: 100 },
		);
	});

	test('keep every field of a row, whatever it holds', () => {
		const word = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '0', '桌', '\u{1f35c}', '\ud83c', 'null')), { nil: null });
		const number = fc.option(fc.integer(), { nil: null });
		const row = fc.record({
			...{ id: fc.string(), leg: fc.constantFrom('terminal', 'provider'), source: fc.string(), at: fc.integer(), offset: fc.integer({ min: -840, max: 840 }) },
			...{
				kind: fc.constantFrom('sale', 'refund', 'fee'),
				status: fc.constantFrom('success', 'pending'),
				amountMinor: fc.nat(),
				tipMinor: number,
				feeMinor: number,
			},
			...{ netMinor: number, currency: fc.constantFrom('CNY', 'JPY'), tender: fc.constantFrom('wechat', 'card', null), terminalId: word, batchNo: word },
			...{ traceNo: word, rrn: word, authCode: word, last4: word, merchantOrderNo: word, channelOrderNo: word, originalRef: word, settlementDate: word },
			line: number,
		});
		const noted = fc.tuple(row, fc.option(fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }), { nil: undefined }));
		fc.assert(
			fc.property(fc.array(noted, { minLength: 1, maxLength: 8 }), (pairs) => {
				const rows = pairs.map(([one, notes]) => (notes ? { ...one, notes } : one)) as unknown as Receipt[];
				expect(unpackPage(packText(rows))).toEqual(rows);
			}),
		);
	});

	test('hold at most 500 receipts', () => {
		const many = Array.from({ length: 1_201 }, (_, number) => receipt(`r${number}`, { at: NOON }));
		expect(packPages(many, dayOf).map((page) => page.count)).toEqual([500, 500, 201]);
	});
});
