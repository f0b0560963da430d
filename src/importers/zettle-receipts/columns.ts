import { columnNames } from '../shared/table/column-names.ts';

/** Columns of the receipts report by their English names; it is written in the language of the account. */
export const COLUMN = {
	day: 'Date',
	clock: 'Time',
	receiptNo: 'Receipt number',
	total: 'Total',
	fee: 'Fee',
	net: 'Net',
	method: 'Payment method',
	event: 'Event type',
	issuer: 'Card issuer',
	lastDigits: 'Last digits',
	currency: 'Currency',
} as const;

/** The names by which the report is known. */
export const REQUIRED = [COLUMN.receiptNo, COLUMN.method, COLUMN.event] as const;

/** Columns with amounts. */
export const MONEY = [COLUMN.total, COLUMN.fee, COLUMN.net] as const;

/** Who sold, and what. */
export const PRIVATE = ['Staff', 'Description', COLUMN.lastDigits];

/** The names in da and es are those of real reports; the others are the words of their language. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
	[COLUMN.day]: ['Dato', 'Fecha', 'Datum', 'Päivämäärä', 'Päiväys', 'Data'],
	[COLUMN.clock]: ['Tid', 'Hora', 'Uhrzeit', 'Zeit', 'Heure', 'Klokkeslett', 'Tidpunkt', 'Aika', 'Kellonaika', 'Tijd', 'Tijdstip', 'Ora', 'Orario'],
	[COLUMN.receiptNo]: [
		...['Receipt no.', 'Receipt no', 'Receipt', 'Kvitteringsnummer', 'Kvitteringsnr.', 'Número de recibo', 'N.º de recibo', 'Quittungsnummer', 'Belegnummer'],
		...['Quittungsnr.', 'Belegnr.', 'Bonnummer', 'Numéro de reçu', 'Numéro du reçu', 'N° de reçu', 'Kvittonummer', 'Kvittonr', 'Kuittinumero', 'Kuitin numero'],
		...['Kassabonnummer', 'Nummer kassabon', 'Número do recibo', 'Numero ricevuta', 'Numero di ricevuta', 'Numero della ricevuta', 'Numero scontrino'],
	],
	[COLUMN.total]: ['Total amount', 'Amount', 'I alt', 'Gesamt', 'Gesamtbetrag', 'Summe', 'Betrag', 'Totalt', 'Summa', 'Sum', 'Yhteensä', 'Totaal', 'Totale'],
	[COLUMN.fee]: [
		...['Fees', 'Afgift', 'Gebyr', 'Gebyrer', 'Comisión', 'Gebühr', 'Gebühren', 'Frais', 'Commission', 'Avgift', 'Avgifter', 'Maksu', 'Palkkio', 'Kosten'],
		...['Transactiekosten', 'Tarief', 'Taxa', 'Comissão', 'Tarifa', 'Commissione', 'Commissioni'],
	],
	[COLUMN.net]: [
		'Net amount',
		'Netto',
		'Neto',
		'Nettobetrag',
		'Montant net',
		'Nettobeløb',
		'Nettobelopp',
		'Nettobeløp',
		'Nettobedrag',
		'Líquido',
		'Valor líquido',
	],
	[COLUMN.method]: [
		...['Payment type', 'Betalingsmetode', 'Betalingsmåde', 'Método de pago', 'Forma de pago', 'Zahlungsmethode', 'Zahlungsart', 'Moyen de paiement'],
		...['Mode de paiement', 'Méthode de paiement', 'Betalningsmetod', 'Betalsätt', 'Betalningssätt', 'Betalingsmåte', 'Maksutapa', 'Betaalmethode'],
		...['Betaalwijze', 'Método de pagamento', 'Forma de pagamento', 'Metodo di pagamento', 'Modalità di pagamento'],
	],
	[COLUMN.event]: [
		...['Event', 'Hændelsestype', 'Hændelsestype(Køb)', 'Tipo de evento', 'Ereignistyp', 'Ereignisart', 'Art des Ereignisses', "Type d'événement"],
		...["Type d'évènement", 'Händelsetyp', 'Hendelsestype', 'Tapahtumatyyppi', 'Tapahtuman tyyppi', 'Type gebeurtenis', 'Gebeurtenistype', 'Soort gebeurtenis'],
		...['Tipo di evento', 'Tipo evento'],
	],
	[COLUMN.issuer]: [
		...['Card brand', 'Kortudsteder', 'Emisor de la tarjeta', 'Kartenaussteller', 'Kartenherausgeber', 'Émetteur de la carte', 'Émetteur de carte'],
		...[
			'Kortutgivare',
			'Kortutfärdare',
			'Kortutsteder',
			'Kortin myöntäjä',
			'Kaartuitgever',
			'Uitgever van de kaart',
			'Emissor do cartão',
			'Emittente della carta',
		],
		...['Emittente carta'],
	],
	[COLUMN.lastDigits]: [
		...['Last four digits', 'Last 4 digits', 'Sidste cifre', 'Últimos dígitos', 'Letzte Ziffern', 'Derniers chiffres', 'Sista siffrorna', 'Sista siffror'],
		...['Siste sifre', 'Siste siffer', 'Viimeiset numerot', 'Laatste cijfers', 'Ultime cifre'],
	],
	[COLUMN.currency]: ['Valuta', 'Divisa', 'Moneda', 'Währung', 'Devise', 'Valuutta', 'Moeda'],
	VAT: ['Moms', 'IVA', 'MwSt.', 'USt.', 'TVA', 'MVA', 'ALV', 'Btw', 'Tax', 'Sales tax'],
	Staff: [
		'Staff name',
		'Personale',
		'Personal',
		'Mitarbeiter',
		'Personnel',
		'Ansatt',
		'Ansatte',
		'Henkilökunta',
		'Henkilöstö',
		'Personeel',
		'Funcionário',
		'Equipe',
	],
	Description: ['Beskrivelse', 'Descripción', 'Beschreibung', 'Beskrivning', 'Kuvaus', 'Beschrijving', 'Omschrijving', 'Descrição', 'Descrizione'],
	'Sold via': [
		'Solgt via',
		'Vendido a través de',
		'Verkauft über',
		'Vendu via',
		'Såld via',
		'Myyty kanavassa',
		'Verkocht via',
		'Vendido via',
		'Venduto tramite',
	],
};

export const NAMES = columnNames(SPELLINGS);
