/** What a column of a statement is about, with its names parted by bars. Of several columns of one role the first in its list comes first. */
export const ROLES = {
	bookedOn: [
		'记账日期|记账日|入账日期|入账日|账务日期|交易日期|交易日|日期|交易时间|記賬日期|入賬日期|日付|取引日|交易日期時間',
		'Booking Date|Date Booked|Posting Date|Post Date|Posted Date|Date Posted|Entry Date|Booked On|Completed Date|Transaction Date',
		"Trans Date|Trade Date|Txn Date|Date|Buchungstag|Buchungsdatum|Buchung|Datum|Date comptable|Date d'opération|Date opération",
		'Date de comptabilisation|Fecha contable|F. Contable|Fecha operación|Fecha de operación|Fecha|Data contabile|Data registrazione',
		'Data operazione|Data|Boekdatum|Boekingsdatum|Transactiedatum|Data movimento|Data mov.|Data lançamento|Data do lançamento',
		'Bogføringsdato|Bogført|Dato|Bokföringsdag|Bokföringsdatum|Bokført|Bokføringsdato|Data księgowania|Data operacji|Kirjauspäivä',
	],
	valueOn: [
		'起息日期|起息日',
		'Value Date|Wertstellung|Wertstellungsdatum|Valutadatum|Wert|Date valeur|Date de valeur|Fecha valor|F. Valor|Data valuta|Rentedatum',
		'Data valor|Data-valor|Valørdato|Rentedato|Valutadag|Data waluty|Arvopäivä',
	],
	/** A day of value in some languages, a currency in others: its cells tell. */
	valuta: ['Valuta'],
	amount: [
		'交易金额|发生额|交易额|金额|交易金額|金額',
		'Transaction Amount|Trans Amt|Amount|Betrag|Umsatz|Montant|Importe|Importo|Bedrag|Transactiebedrag|Montante|Valor|Beløb|Belopp|Beløp',
		'Kwota|Määrä|Value',
	],
	debit: [
		'借方发生额(支取)|借方发生额|借方金额|支出金额|支取金额|转出金额|付款金额|支出|支取|借方|支出金額|出金|お支払金額|支払金額',
		'Debit Amount|Debits|Debit|Withdrawal Amount|Withdrawals|Withdrawal|Paid Out|Money Out|Soll|Belastung|Lastschrift|Débit|Debe|Cargos',
		'Cargo|Dare|Addebiti|Uscite|Débito|Ut fra konto|Ut|Obciążenia',
	],
	credit: [
		'贷方发生额(收入)|贷方发生额|贷方金额|收入金额|存入金额|转入金额|收款金额|收入|存入|贷方|存入金額|收入金額|入金|お預り金額',
		'Credit Amount|Credits|Credit|Deposit Amount|Deposits|Deposit|Paid In|Money In|Haben|Gutschrift|Crédit|Haber|Abonos|Abono|Avere',
		'Accrediti|Entrate|Crédito|Inn på konto|Inn|Uznania',
	],
	flag: [
		'借贷标志|借贷标识|借贷方向|借贷状态|借贷|收支标志|收支方向|收支',
		'Dc Flg|CR/DR|DR/CR|Debit/Credit|Credit/Debit|D/C|C/D|Soll/Haben|Soll-/Haben-Kennzeichen|S/H|Af Bij|Af/Bij|Debet/Credit|Sens',
	],
	currency: [
		'币种|货币|币别|交易币种|记账币种|交易货币|貨幣|幣別',
		'Currency|Ccy|Transaction Currency|Account Currency|Währung|Waehrung|Devise|Divisa|Moneda|Moeda|Munt|Muntsoort|Waluta',
	],
	balance: [
		'余额|账户余额|联机余额|本次余额|交易后余额|当前余额|結餘|餘額|差引残高|残高',
		'Balance|Running Balance|Account Balance|After-transaction balance|Closing Balance|Saldo|Saldo nach Buchung|Solde|Saldo contabile',
		'Saldo disponible|Saldo na mutatie|Saldo na trn|Saldo po operacji|Saldo contabilístico',
	],
	/** What the entry is for, in the words of those who paid. */
	purpose: [
		'摘要|交易摘要|用途|交易用途|附言|交易附言|客户摘要|摘要说明|交易说明|交易描述|交易备注|内容|適用',
		'Description|Details|Transaction Description|Transaction Details|Narrative|Narration|Particulars|Memo|Payment Reference',
		'Payment Details|Purpose|Verwendungszweck|Vorgang/Verwendungszweck|Buchungsdetails|Libellé|Détail|Libellé opération|Concepto',
		'Descripción|Descrizione|Causale|Omschrijving|Omschrijving-1|Omschrijving-2|Omschrijving-3|Mededelingen|Descrição|Histórico|Tekst',
		'Rubrik|Forklaring|Opis operacji|Tytuł',
	],
	/** What the bank adds: kind, channel, remarks. */
	more: [
		'备注|附加信息|交易类型|业务类型|交易名称|交易地点|交易场所|備註',
		"Transaction Type|Type|Trading Type|Category|Notes|Remarks|Remark|Buchungstext|Umsatztyp|Umsatzart|Mutatiesoort|Type d'opération|Tipo",
		'Observaciones',
	],
	counterparty: [
		'对方户名|对方账户名|对方账户名称|对方名称|对方单位名称|对方单位|对手户名|对手信息|交易对方|交易对手|对方姓名|對方戶名',
		'Counterparty|Counterparty Name|Counter Party|Payee|Payee Name|Beneficiary|Beneficiary Name|Partner Name|Merchant|Merchant Name',
		'Other Party|Name|Auftraggeber / Begünstigter|Begünstigter/Auftraggeber|Beguenstigter/Zahlungspflichtiger',
		'Begünstigter/Zahlungspflichtiger|Begünstigter|Auftraggeber/Empfänger|Name Zahlungsbeteiligter|Empfänger/Zahlungspflichtiger',
		'Sender / Empfänger|Auftraggeber|Contrepartie|Tiers|Ordenante/Beneficiario|Naam / Omschrijving|Naam tegenpartij|Tegenpartij|Namn|Navn',
		'Nadawca/Odbiorca|Kontrahent',
	],
	/** Two columns, of which one is the account's own holder. */
	payer: ['付款人名称|付款人户名|付款人', "Payer's Name|Payer|Payer Name|Zahlungspflichtige*r|Zahlungspflichtiger|Afsender|Avsändare|Ordenante"],
	payee: ['收款人名称|收款人户名|收款人', "Payee's Name|Zahlungsempfänger*in|Zahlungsempfänger|Empfänger|Bénéficiaire|Beneficiario|Modtager|Mottagare"],
	reference: [
		'账户明细编号-交易流水号|交易流水号|核心流水号|银行流水号|流水号|日志号|交易序号|回单编号',
		'Bank Reference|Transaction Reference|Transaction reference number|End-to-End ID|End to End Reference|Reference|Reference Number',
		'Transaction ID|Bank Reference Number|Kundenreferenz|Kundenreferenz (End-to-End)|End-to-End-Referenz|Referenz|Référence|Referencia',
		'Riferimento|Transactiereferentie|Betalingskenmerk|Referência',
	],
	account: ['账号|账户|本方账号|查询账号|卡号', 'Account|Account Number|Account No|Auftragskonto|IBAN Auftragskonto|IBAN/BBAN|Rekening|Compte|Cuenta'],
	private: [
		'对方账号|对方账户|对方卡号|对方卡号/账号|对手账号|付款人账号|收款人账号|账户名称|户名',
		'IBAN|Payee Account|Counterparty Account|Counterparty IBAN|Partner Iban|Kontonummer/IBAN|Kontonummer|IBAN Zahlungsbeteiligter',
		'Tegenrekening|Tegenrekening IBAN/BBAN|Account Name',
	],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Role = keyof typeof ROLES;

/**
 * Names by which bills of payment providers and wallets are known: a table with one of them is none of a bank, however much like a statement
 * the rest of it looks.
 */
export const FOREIGN: readonly string[] = [
	'商户订单号|商户单号|微信订单号|支付宝交易号|商户号|商户编号|终端号|终端编号|参考号|检索号|检索参考号|交易单号|交易订单号|收/支|收/付款方式|支付方式|支付渠道|支付类型|收款通道|收款通道订单号|订单金额|清算日期|清算金额|结算金额|银商订单号',
	'拉卡拉流水号|资金流水号|账务流水号|商品说明|商品名称|交易分类',
	'tender|Tender|Payment Id|Order Id|Psp Reference|Card Last4|PAN Suffix|Event Type|Amount Refunded|Payout ID|Auszahlungs-ID|Auth code',
	'Autorisierungscode|occurred_at|recorded_at|balance_transaction_id',
];
