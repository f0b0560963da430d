import { describe, expect, test } from 'vitest';
import { formatIso } from '../../../../src/domain/time.ts';
import { readFile } from '../../../../src/importers/read-file.ts';
import { billOf, OPTIONS, problemsOf } from '../../../support/bills.ts';
import { type Cells, csvOf } from '../../../support/csv-tables.ts';

const USUAL: Cells = {
	...{ Email: 'till@example.com', Date: '2026-11-03 09:24:40', 'Transaction ID': 'TU5WYFKHYD', 'Transaction type': 'Sale', Status: 'Successful' },
	...{ 'Last 4 digits': '**** **** **** 0042', 'Payment method': 'POS', 'Auth code': '002295', Description: 'for Guest One', Total: '8.80' },
	...{ 'Tip amount': '1.00', Fee: '0.12', Payout: '8.68', 'Payout ID': '7664', Reference: '' },
};
const ZONE = ['-:currency_assumed', '-:zone_assumed'];
const file = (...rows: Cells[]) => billOf(csvOf(USUAL, rows));
const first = (row: Cells) => file(row).receipts[0];

describe('the type and status say what a row is', () => {
	test.each([
		['Sale', 'Successful', '8.80', { kind: 'sale', status: 'success', amountMinor: 880, tipMinor: 100, authCode: '002295', last4: '0042', tender: 'card' }],
		[
			'Payout',
			'Paid out',
			'8.80',
			{ kind: 'payout', status: 'success', amountMinor: 868, tipMinor: null, feeMinor: 12, authCode: null, last4: null, tender: null },
		],
		['Refund', 'Successful', '-3.50', { kind: 'refund', status: 'success', amountMinor: 350, tipMinor: null, tender: 'card' }],
		['Chargeback', 'Charged back', '-3.50', { kind: 'chargeback', amountMinor: 350 }],
		['Sale', 'Failed', '8.80', { kind: 'sale', status: 'failed' }],
		['Sale', 'Cancelled', '8.80', { kind: 'sale', status: 'failed' }],
		['Sale', 'Refunded', '8.80', { kind: 'sale', status: 'success' }],
		['Sale', 'Pending', '8.80', { kind: 'sale', status: 'pending' }],
		['Umsatz', 'Erfolgreich', '8.80', { kind: 'sale', status: 'success' }],
		['Rückerstattung', 'Erfolgreich', '-8.80', { kind: 'refund', status: 'success' }],
		['Auszahlung', 'Gezahlt', '8.80', { kind: 'payout', status: 'success' }],
		['Umsatz', 'Abgebrochen', '8.80', { kind: 'sale', status: 'failed' }],
		['Remboursement', 'Échouée', '-8.80', { kind: 'refund', status: 'failed' }],
	])('%s %s', (type, Status, Total, expected) => {
		const bill = file({ 'Transaction type': type, Status, Total });
		expect(bill.receipts[0]).toMatchObject({ channelOrderNo: 'TU5WYFKHYD', ...expected });
		expect(problemsOf(bill)).toEqual(ZONE);
	});

	test('unknown words are said, and nothing vanishes', () => {
		const bill = file({ 'Transaction type': 'Xyz' }, { Status: 'Xyz', 'Transaction ID': 'T2' });
		expect(bill.receipts).toMatchObject([{ kind: 'adjustment' }, { kind: 'sale', status: 'pending' }]);
		expect(problemsOf(bill)).toEqual(['2:kind_unknown', '3:kind_unknown', ...ZONE]);
	});
});

test.each(['Cash', 'Bar', 'Espèces', 'Efectivo', 'Contanti'])('%s is cash', (method) => {
	expect(first({ 'Payment method': method, 'Last 4 digits': '' })).toMatchObject({ tender: 'cash', last4: null });
});

describe('German reports', () => {
	const GERMAN: Cells = {
		...{ 'E-Mail': 'kasse@example.com', Datum: '24.03.2026, 12:32', 'Transaktions-ID': 'T1', Status: 'Erfolgreich', 'Letzte 4 Ziffern': '7364' },
		...{ Autorisierungscode: '668831', 'Betrag inkl. MwSt.': '1.290,50', Trinkgeldbetrag: '0,50', Gebühr: '17,94', Auszahlung: '0,00', 'Auszahlungs-ID': '' },
	};

	test.each([
		['Transaktionsart and Zahlungsart for the method', { Transaktionsart: 'Umsatz', Zahlungsart: 'Bar' }, 'cash'],
		['Transaktionsart and Zahlungsmethode', { Transaktionsart: 'Umsatz', Zahlungsmethode: 'Bar' }, 'cash'],
		['Zahlungsart for the type', { Zahlungsart: 'Umsatz', Zahlungsmethode: 'POS' }, 'card'],
	])('with %s', (_, names, tender) => {
		const bill = billOf(csvOf({ ...GERMAN, ...names }, [{}], ';'));
		expect(bill.receipts).toMatchObject([{ kind: 'sale', amountMinor: 129050, tipMinor: 50, feeMinor: 1794, tender, authCode: '668831', last4: '7364' }]);
		expect(bill.receipts.map(formatIso)).toEqual(['2026-03-24T12:32:00+08:00']);
		expect(problemsOf(bill)).toEqual(ZONE);
	});

	test('saved again in windows-1252', () => {
		const text = csvOf({ ...GERMAN, Transaktionsart: 'Rückerstattung', 'Betrag inkl. MwSt.': '-4,50 €' }, [{}], ';');
		const bill = billOf(Uint8Array.from(text, (char) => (char === '€' ? 0x80 : char.charCodeAt(0))));
		expect(problemsOf(bill)).toEqual(ZONE);
		expect(bill).toMatchObject({ encoding: 'windows-1252', receipts: [{ kind: 'refund', amountMinor: 450, feeMinor: 1794 }] });
	});
});

test('a French report is read by its words', () => {
	const FRENCH: Cells = {
		...{ Date: '03/11/2026 09:24', 'ID de transaction': 'T1', 'Type de transaction': 'Vente', Statut: 'Réussie', '4 derniers chiffres': '0042' },
		...{
			'Moyen de paiement': 'POS',
			"Code d'autorisation": '12',
			'Montant total': '8,80',
			Pourboire: '1,00',
			Frais: '0,12',
			Versement: '',
			'ID de versement': '',
		},
	};
	const bill = billOf(csvOf(FRENCH, [{}, { Date: '23/11/2026 10:00', 'ID de transaction': 'T2' }], ';'));
	expect(bill.receipts).toMatchObject([
		{ kind: 'sale', amountMinor: 880, tipMinor: 100, feeMinor: 12, last4: '0042', authCode: '12' },
		{ channelOrderNo: 'T2' },
	]);
	expect(problemsOf(bill)).toEqual(ZONE);
});

test('zone and currency are those of the shop, a column that names the currency wins', async () => {
	const bytes = new TextEncoder().encode(csvOf(USUAL, [{}, { Currency: 'sek', 'Transaction ID': 'T2' }]));
	const reading = await readFile({ name: 'x', bytes }, { ...OPTIONS, zone: 'Europe/London' });
	const receipts = reading.ok ? (reading.value.bills[0]?.receipts ?? []) : [];
	expect(receipts.map((receipt) => `${formatIso(receipt)} ${receipt.currency}`)).toEqual(['2026-11-03T09:24:40+00:00 GBP', '2026-11-03T09:24:40+00:00 SEK']);
});

test('what is damaged is said with its line, and no address comes out', () => {
	const bill = file({ Total: '8,8O' }, { Date: '2026-11-03 29:24:40' }, { 'Transaction ID': '1.2E+20' }, { Total: '-1.00' }, { 'Transaction ID': 'T6' });
	expect(problemsOf(bill)).toEqual(['2:amount_unreadable', '3:time_unreadable', '4:id_damaged', '5:amount_unreadable', ...ZONE]);
	expect(bill.receipts.map(({ line }) => line)).toEqual([4, 6]);
	expect(JSON.stringify(bill)).not.toMatch(/till@|Guest/);
});
