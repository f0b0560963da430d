import { describe, expect, test } from 'vitest';
import { problemLog } from '../../../../../src/importers/shared/reading/line-problems.ts';
import { assembleStatement, type BankLineDraft } from '../../../../../src/importers/shared/reading/statement.ts';
import { OPTIONS } from '../../../../support/bills.ts';

const line = (over: Partial<BankLineDraft> = {}): BankLineDraft => ({
	...{ bookedOn: '2026-11-03', valueOn: null, amountMinor: 61230, currency: 'EUR', counterparty: 'Adyen N.V.', reference: 'TX7', text: 'BATCH 41', line: 2 },
	...over,
});
const statement = (lines: readonly BankLineDraft[], footerAgrees: boolean | null = null) =>
	assembleStatement(
		{ format: 'camt053', currency: 'EUR', offset: 60, coverage: null, lines, footerAgrees },
		{ ...OPTIONS, name: 'x', encoding: 'utf-8', onProgress: () => {} },
		problemLog(),
	);

test('sums what came in and what went out, in its own currency', () => {
	const { totals } = statement([line(), line({ amountMinor: -500, reference: 'B' }), line({ amountMinor: 900, currency: 'USD', reference: 'C' })]);
	expect(totals).toEqual({ count: 3, creditsMinor: 61230, debitsMinor: -500 });
});

describe('the id of a line', () => {
	test('is the same under every order, and its own where two lines say the same', () => {
		const lines = [line(), line({ line: 3 }), line({ reference: null, line: 4 }), line({ reference: null, text: 'other', line: 5 })];
		const ids = statement(lines).lines.map(({ id }) => id);
		expect(new Set(ids).size).toBe(4);
		expect(new Set(statement([...lines].reverse()).lines.map(({ id }) => id))).toEqual(new Set(ids));
	});
});

test('names and texts come out without card numbers', () => {
	const [only] = statement([line({ text: 'card 4111 1111 1111 1111', counterparty: '4111111111111111' })]).lines;
	expect([only?.text, only?.counterparty]).toEqual(['card **** **** **** 1111', '************1111']);
});

test('says that balances disagree, and that there is nothing in it', () => {
	expect(statement([line()], false).problems.map(({ code }) => code)).toEqual(['balance_disagrees']);
	expect(statement([line()], true).footer).toEqual({ present: true, agrees: true });
	expect(statement([]).problems.map(({ code }) => code)).toEqual(['no_rows']);
});
