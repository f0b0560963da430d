import { describe, expect, test } from 'vitest';
import type { BillReading } from '../../../../src/domain/receipts/reading.ts';
import { formatIso } from '../../../../src/domain/time.ts';
import { readOpened } from '../../../../src/importers/read-file.ts';
import { billOf, OPTIONS, problemsOf } from '../../../support/bills.ts';

const NAMES = {
	en: 'Date,Time,Receipt number,VAT (20.0%),Total,Fee,Net,Payment method,Event type,Card issuer,Last digits,Staff,Description,Sold via',
	da: 'Dato,Tid,Kvitteringsnummer,Moms (25.0%),Total,Afgift,Netto,Betalingsmetode,Hændelsestype,Kortudsteder,Sidste cifre,Personale,Beskrivelse,Solgt via',
	es: 'Fecha,Hora,Número de recibo,IVA (16.0%),Total,Comisión,Neto,Método de pago,Tipo de evento,Emisor de la tarjeta,Últimos dígitos,Personal,Descripción,Vendido a través de',
	de: 'Datum,Uhrzeit,Belegnummer,MwSt. (19.0%),Gesamt,Gebühr,Netto,Zahlungsmethode,Ereignistyp,Kartenaussteller,Letzte Ziffern,Personal,Beschreibung,Verkauft über',
	fr: "Date,Heure,Numéro de reçu,TVA (20.0%),Total,Frais,Net,Moyen de paiement,Type d'événement,Émetteur de la carte,Derniers chiffres,Personnel,Description,Vendu via",
	sv: 'Datum,Tid,Kvittonummer,Moms (25.0%),Totalt,Avgift,Netto,Betalningsmetod,Händelsetyp,Kortutgivare,Sista siffrorna,Personal,Beskrivning,Såld via',
	nb: 'Dato,Tid,Kvitteringsnummer,MVA (25.0%),Totalt,Gebyr,Netto,Betalingsmetode,Hendelsestype,Kortutsteder,Siste sifre,Ansatt,Beskrivelse,Solgt via',
	fi: 'Päivämäärä,Aika,Kuittinumero,ALV (25.5%),Yhteensä,Maksu,Netto,Maksutapa,Tapahtumatyyppi,Kortin myöntäjä,Viimeiset numerot,Henkilökunta,Kuvaus,Myyty kanavassa',
	nl: 'Datum,Tijd,Bonnummer,Btw (21.0%),Totaal,Kosten,Netto,Betaalmethode,Type gebeurtenis,Kaartuitgever,Laatste cijfers,Personeel,Beschrijving,Verkocht via',
	pt: 'Data,Hora,Número do recibo,IVA (23.0%),Total,Taxa,Líquido,Método de pagamento,Tipo de evento,Emissor do cartão,Últimos dígitos,Funcionário,Descrição,Vendido via',
	it: 'Data,Ora,Numero ricevuta,IVA (22.0%),Totale,Commissione,Netto,Metodo di pagamento,Tipo di evento,Emittente della carta,Ultime cifre,Personale,Descrizione,Venduto tramite',
};
const ZONE = ['-:currency_assumed', '-:zone_assumed'];
type Cell = Partial<Record<'day' | 'clock' | 'no' | 'total' | 'fee' | 'net' | 'method' | 'event' | 'issuer' | 'last', string>>;

const PREAMBLE = [[], ['Report'], [], ['Period:', '', '03.11.2026 - 04.11.2026'], [], ['Payee:', '', 'Torvets Kaffe']];
const NOTE = ['Zettle is exempt from VAT, so there is none on its fees.'];

function rowOf({ day = '2026-11-03 13:21:08', clock = day, no = '701', total = '45', fee = '1.24', net = '43.76', ...rest }: Cell): string[] {
	const { method = 'Chip', event = 'Sale', issuer = 'VISA', last = '886' } = rest;
	return [day, clock, no, '9', total, fee, net, method, event, issuer, last, 'Ana Holm', '2 x Øl', 'POS'];
}

function sheetOf(rows: readonly string[][], names = NAMES.en): BillReading {
	const all = [...PREAMBLE, names.split(','), ...rows, [], NOTE].map((row) => Array.from({ length: 14 }, (_, i) => row[i] ?? ''));
	const reading = readOpened([{ name: 'x.xlsx', sheets: [{ rows: all, formulaRows: [] }] }], OPTIONS, () => {});
	const bill = reading.ok ? reading.value.bills[0] : undefined;
	if (!bill) throw new Error('not read');
	return bill;
}
const file = (...rows: Cell[]) => sheetOf(rows.map(rowOf));
const first = (row: Cell) => file(row).receipts[0];

test.each(Object.keys(NAMES) as (keyof typeof NAMES)[])('the report in %s', (language) => {
	const bill = sheetOf([rowOf({}), rowOf({ no: '702', total: '-45', fee: '-1.24', net: '-43.76' })], NAMES[language]);
	expect(bill).toMatchObject({ format: 'zettle-receipts', encoding: null, footer: { present: false, agrees: null } });
	expect(bill.receipts).toMatchObject([
		{ line: 8, kind: 'sale', amountMinor: 4500, feeMinor: 124, netMinor: 4376, tender: 'card', last4: '0886', channelOrderNo: '701' },
		{ line: 9, kind: 'refund', amountMinor: 4500, feeMinor: -124, netMinor: -4376, channelOrderNo: '702', originalRef: null },
	]);
	expect(problemsOf(bill)).toEqual(ZONE);
});

describe('when', () => {
	test.each([
		['2026-11-03 13:21:08', '2026-11-03 13:21:08', '2026-11-03T13:21:08+08:00'],
		['2026-11-03 00:00:00', '13:21:08', '2026-11-03T13:21:08+08:00'],
		['2026-11-03', '13:21', '2026-11-03T13:21:00+08:00'],
		['23.11.2026', '13.21', '2026-11-23T13:21:00+08:00'],
		['2026-11-03 13:21:08', '', '2026-11-03T13:21:08+08:00'],
	])('%j and %j are %s', (day, clock, iso) => {
		const bill = file({ day, clock });
		expect(bill.receipts.map(formatIso)).toEqual([iso]);
		expect(problemsOf(bill)).toEqual(ZONE);
	});
});

test.each([
	['Kontant', '', '', 'cash'],
	['Efectivo', '', '', 'cash'],
	['Käteinen', '', '', 'cash'],
	['Contactless', 'VISA', '42', 'card'],
	['Sin contacto', '', '', 'card'],
	['Something new', 'VISA', '', 'card'],
	['MobilePay', '', '', 'other'],
	['Vale', '', '', 'other'],
	['', '', '', null],
])('%s was paid by %4$s', (method, issuer, last, tender) => {
	expect(first({ method, issuer, last })).toMatchObject({ tender });
});

test('digits that a workbook shortened are four again', () => {
	expect(['7', '42', '886', '3538', ''].map((last) => first({ last, issuer: '' })?.last4)).toEqual(['0007', '0042', '0886', '3538', null]);
});

test('fees finer than the currency are rounded', () => {
	expect(first({ total: '10', fee: '0.275', net: '9.725' })).toMatchObject({ feeMinor: 28, netMinor: 972 });
});

test('saved again as csv with decimal commas, quotes, and the sentence at the end', () => {
	const cells = [NAMES.da.replaceAll(',', ';'), '03.11.2026;13:21;701;9,00;1.045,00;1,24;1.043,76;Chip;Køb;VISA;886;Ana;Øl;POS'];
	const bill = billOf([...cells, ';;;;;;;;;;;;;', '"Zettles virksomhed er momsfritaget; derfor er der ikke moms.";;;;;;;;;;;;;', ''].join('\r\n'));
	expect(bill.receipts).toMatchObject([{ amountMinor: 104500, feeMinor: 124, netMinor: 104376 }]);
	expect(problemsOf(bill)).toEqual(ZONE);
});

test('what is damaged is said with its row; nothing vanishes and no name comes out', () => {
	const bill = file({ total: '4five' }, { day: 'soon', clock: '' }, { no: '1.23E+22' }, { no: '704' });
	expect(problemsOf(bill)).toEqual(['8:amount_unreadable', '9:time_unreadable', '10:id_damaged', ...ZONE]);
	expect(bill.receipts.map(({ line }) => line)).toEqual([10, 11]);
	expect(JSON.stringify(bill)).not.toContain('Ana');
	expect(problemsOf(sheetOf([['', '', '', '', '45', '', '', '', '', '', '', '', '', '']]))).toEqual(['8:time_unreadable', ...ZONE]);
});
