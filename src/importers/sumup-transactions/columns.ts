import { columnNames } from '../shared/table/column-names.ts';

/** Columns of the transactions report by their English names; it is written in the language of the account. */
export const COLUMN = {
	date: 'Date',
	transactionId: 'Transaction ID',
	type: 'Transaction type',
	/** In some German reports the type, in others what else is called payment method. */
	typeOrMethod: 'Zahlungsart',
	status: 'Status',
	last4: 'Last 4 digits',
	method: 'Payment method',
	entryMode: 'Entry mode',
	authCode: 'Auth code',
	total: 'Total',
	tip: 'Tip amount',
	fee: 'Fee',
	payout: 'Payout',
	payoutId: 'Payout ID',
	currency: 'Currency',
} as const;

/** The names by which the report is known. */
export const REQUIRED = [COLUMN.transactionId, COLUMN.authCode, COLUMN.payoutId] as const;

/** Columns with amounts. */
export const MONEY = [COLUMN.total, COLUMN.tip, COLUMN.fee, COLUMN.payout] as const;

/** Who sold, and what was written about it. */
export const PRIVATE = ['Email', 'Description', 'Reference', COLUMN.last4];

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
	[COLUMN.date]: ['Datum', 'Fecha', 'Data', 'Dato', 'Päivämäärä', 'Date and time', 'Date et heure', 'Data e ora', 'Data i godzina'],
	[COLUMN.transactionId]: [
		...['Transaktions-ID', 'Transaktionsnummer', 'Transaction code', 'ID de transaction', 'Identifiant de transaction', 'Identifiant de la transaction'],
		...['N° de transaction', 'Numéro de transaction', 'ID de transacción', 'ID de la transacción', 'ID transacción', 'ID transazione', 'ID della transazione'],
		...['Transactie-ID', 'Transactie ID', 'ID da transação', 'ID de transação', 'ID transakcji', 'Transaktions ID', 'Transaksjons-ID', 'Tapahtumatunnus'],
	],
	[COLUMN.type]: [
		...['Type', 'Transaktionsart', 'Transaktionstyp', 'Typ', 'Type de transaction', 'Tipo de transacción', 'Tipo di transazione', 'Tipo transazione'],
		...['Transactietype', 'Type transactie', 'Soort transactie', 'Tipo de transação', 'Tipo da transação', 'Typ transakcji', 'Transaktionstype'],
		...['Transaksjonstype', 'Tapahtumatyyppi'],
	],
	[COLUMN.typeOrMethod]: [],
	[COLUMN.status]: ['Statut', 'État', 'Estado', 'Stato', 'Estatus', 'Tila'],
	[COLUMN.last4]: [
		...['Letzte 4 Ziffern', 'Letzte vier Ziffern', 'Last four digits', '4 derniers chiffres', 'Les 4 derniers chiffres', 'Últimos 4 dígitos', 'Ultime 4 cifre'],
		...['Laatste 4 cijfers', 'Ostatnie 4 cyfry', 'Sista 4 siffrorna', 'Sidste 4 cifre', 'Siste 4 sifre', 'Viimeiset 4 numeroa'],
	],
	[COLUMN.method]: [
		...['Zahlungsmethode', 'Moyen de paiement', 'Mode de paiement', 'Méthode de paiement', 'Método de pago', 'Metodo di pagamento', 'Betaalmethode'],
		...['Betaalwijze', 'Método de pagamento', 'Forma de pagamento', 'Metoda płatności', 'Betalningsmetod', 'Betalingsmetode', 'Betalingsmåte', 'Maksutapa'],
	],
	[COLUMN.entryMode]: ['Eingabemodus', 'Mode de saisie', 'Modo de entrada', 'Modalità di inserimento', 'Invoermodus', 'Invoermethode', 'Tryb wprowadzania'],
	[COLUMN.authCode]: [
		...['Authorisation code', 'Authorization code', 'Autorisierungscode', "Code d'autorisation", 'Código de autorización', 'Codice di autorizzazione'],
		...['Codice autorizzazione', 'Autorisatiecode', 'Código de autorização', 'Kod autoryzacji', 'Auktoriseringskod', 'Autorisationskode', 'Autorisasjonskode'],
		...['Valtuutuskoodi'],
	],
	[COLUMN.total]: [
		...['Total amount', 'Amount', 'Betrag inkl. MwSt.', 'Betrag inkl. USt.', 'Betrag', 'Gesamtbetrag', 'Gesamt', 'Montant total', 'Montant TTC', 'Montant'],
		...['Importe total', 'Importe', 'Importo totale', 'Importo', 'Totale', 'Totaal', 'Totaalbedrag', 'Bedrag', 'Valor total', 'Montante total', 'Razem'],
		...['Kwota', 'Suma', 'Totalt', 'Belopp', 'Beløb', 'Beløp', 'Summa', 'Yhteensä'],
	],
	[COLUMN.tip]: [
		...['Tip', 'Trinkgeldbetrag', 'Trinkgeld', 'Montant du pourboire', 'Pourboire', 'Importe de la propina', 'Propina', 'Importo mancia', 'Mancia', 'Fooi'],
		...['Fooibedrag', 'Valor da gorjeta', 'Gorjeta', 'Kwota napiwku', 'Napiwek', 'Dricks', 'Drikkepenge', 'Drikkepenger', 'Tips', 'Juomaraha'],
	],
	[COLUMN.fee]: [
		...['Fees', 'Gebühr', 'Gebühren', 'Frais', 'Commission', 'Comisión', 'Tarifa', 'Commissione', 'Kosten', 'Transactiekosten', 'Taxa', 'Comissão', 'Prowizja'],
		...['Opłata', 'Avgift', 'Gebyr', 'Palvelumaksu'],
	],
	[COLUMN.payout]: [
		...['Auszahlung', 'Versement', 'Virement', 'Pago', 'Abono', 'Accredito', 'Pagamento', 'Uitbetaling', 'Wypłata', 'Utbetalning', 'Udbetaling', 'Utbetaling'],
		...['Tilitys'],
	],
	[COLUMN.payoutId]: [
		...['Auszahlungs-ID', 'ID de versement', 'ID du versement', 'Identifiant de versement', 'Identifiant du versement', 'ID de virement', 'ID du virement'],
		...['ID de pago', 'ID del pago', 'ID de abono', 'ID del abono', 'ID accredito', "ID dell'accredito", 'ID pagamento', 'Uitbetalings-ID', 'Uitbetaling ID'],
		...['ID do pagamento', 'ID de pagamento', 'ID wypłaty', 'Utbetalnings-ID', 'Udbetalings-ID', 'Utbetalings-ID', 'Tilitystunnus'],
	],
	[COLUMN.currency]: ['Währung', 'Devise', 'Moneda', 'Divisa', 'Valuta', 'Moeda', 'Waluta', 'Valuutta'],
	Email: ['E-Mail', 'E-mail address', 'Adresse e-mail', 'Correo electrónico', 'E-mailadres', 'E-post', 'Sähköposti'],
	Description: ['Beschreibung', 'Descripción', 'Descrizione', 'Beschrijving', 'Omschrijving', 'Descrição', 'Opis', 'Beskrivning', 'Beskrivelse', 'Kuvaus'],
	Reference: ['Referenz', 'Référence', 'Referencia', 'Riferimento', 'Referentie', 'Referência', 'Referens', 'Referanse', 'Viite'],
	'Card type': [
		'Kartentyp',
		'Type de carte',
		'Tipo de tarjeta',
		'Tipo di carta',
		'Kaarttype',
		'Tipo de cartão',
		'Typ karty',
		'Korttyp',
		'Korttype',
		'Korttityyppi',
	],
	'Process as': ['Durchgeführt mit', 'Traité comme', 'Procesar como', 'Verwerkt als'],
	'Net sale': ['Netto', 'Net', 'Nettobetrag', 'Montant net', 'Venta neta', 'Vendita netta', 'Venda líquida'],
	'Tax amount': ['Steuerbetrag', 'Montant de la TVA', 'Montant de la taxe', 'Importe del impuesto', 'Importo IVA', 'Btw-bedrag', 'Kwota podatku'],
	'Payout date': ['Auszahlungsdatum', 'Date de versement', 'Fecha de pago', 'Data accredito', 'Uitbetalingsdatum', 'Data wypłaty'],
};

export const NAMES = columnNames(SPELLINGS);
