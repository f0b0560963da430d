import type { MappedField } from '../../domain/receipts/bill-mapping.ts';

/**
 * Names under which columns are met, in the languages of the formats that are known (Chinese, English, German, French, Spanish, Italian, Dutch,
 * Danish, Swedish). Written without blanks and marks, as `plainName` makes them; the likelier ones first.
 */
const ALIASES: Readonly<Record<MappedField, readonly string[]>> = {
	dateTime: words(`
		交易时间 订单时间 支付时间 付款时间 收款时间 完成时间 交易完成时间 交易日期时间 交易创建时间 消费时间 日期时间 时间
		transactiontime transactiondatetime datetime dateandtime createdtime
		createdat created timestamp paidat paiddate transactiondate creationdate
		paymentdate date datumuhrzeit datumundzeit zeitstempel buchungszeit
		dateheure fechayhora fechahora dataora datumtijd tidspunkt datotid datumtid
		datum dato fecha data
	`),
	date: words(`
		交易日期 日期 交易日 消费日期 支付日期 订单日期 收款日期 付款日期 业务日期 清算日期 transactiondate date
		tradedate localdate paymentdate businessdate txndate saledate datum
		transaktionsdatum buchungsdatum kaufdatum belegdatum fecha data dato
		transaktionsdato
	`),
	time: words(`
		交易时间 时间 交易时刻 消费时间 支付时间 收款时间 transactiontime time localtime timeofday
		txntime tradetime uhrzeit zeit transaktionszeit heure hora ora tijd tid
		klokkeslæt klockslag
	`),
	amount: words(`
		交易金额 订单金额 消费金额 支付金额 付款金额 收款金额 刷卡金额 交易额 金额 实付金额 消费者实付金额 总金额
		transactionamount amount totalamount total grossamount gross totalcollected
		paymentamount txnamount saleamount orderamount betrag bruttobetrag umsatz
		transaktionsbetrag zahlbetrag gesamtbetrag brutto summe betraginklmwst
		montant montantbrut importe importetotal monto importo bedrag beløb belob
		belopp summa tamount
	`),
	moneyIn: words(`
		收入金额 收入 收款 入账金额 贷方金额 贷方发生额 交易收入 credit creditamount moneyin paidin
		grosscredit received haben gutschrift einnahme crédit crédito abono ingreso
		accredito avere indbetaling insättning ind inn in
	`),
	moneyOut: words(`
		支出金额 支出 退款金额 出账金额 借方金额 借方发生额 debit debitamount moneyout paidout
		grossdebit refunded refundamount soll belastung ausgabe débit débito cargo
		addebito dare udbetaling uttag ud ut out
	`),
	kind: words(`
		交易类型 业务类型 交易种类 订单类型 类型 交易类别 交易名称 收支类型 transactiontype type event eventtype
		recordtype txntype kind operation reportingcategory transaktionsart
		umsatzart vorgang buchungsart art typ typedetransaction typedopération
		opération tipo tipodetransacción tipodeoperación tipooperazione soort
		transactiesoort hændelse transaktionstype händelse
	`),
	status: words(`
		交易状态 订单状态 支付状态 状态 交易结果 收款状态 status state transactionstatus paymentstatus
		result outcome statut estado stato zustand ergebnis
	`),
	tender: words(`
		支付方式 付款方式 收款方式 支付渠道 收款通道 支付类型 支付产品 交易渠道 支付通道 卡种 卡类型 钱包类型 paymentmethod
		paymenttype tender tendertype method cardtype cardbrand brand scheme
		paymentproduct wallet cardscheme zahlungsart zahlungsmethode zahlart
		kartenart kartentyp kartenmarke modedepaiement moyendepaiement typedecarte
		métododepago formadepago tipodetarjeta metododipagamento betaalmethode
		betaalwijze kaartsoort betalingsmetode korttype betalsätt tcardtype
	`),
	currency: words(`
		币种 货币种类 货币类型 货币 交易币种 currency currencycode ccy transactioncurrency währung
		waehrung devise moneda divisa valuta munt
	`),
	tip: words(`
		小费 小费金额 tip tipamount gratuity trinkgeld trinkgeldbetrag pourboire propina
		mancia fooi drikkepenge dricks
	`),
	fee: words(`
		手续费 服务费 交易手续费 商户手续费 费用 手续费金额 扣率手续费 fee fees transactionfee commission
		feeamount processingfee merchantfee servicecharge mdr gebühr gebuehr
		gebühren entgelt provision disagio frais comisión comision commissione
		kosten gebyr afgift avgift
	`),
	net: words(`
		结算金额 清算金额 到账金额 实收金额 入账净额 净额 应结金额 结算净额 net netamount payout settlementamount
		settledamount netsettlement nettotal netto nettobetrag auszahlungsbetrag
		auszahlung montantnet neto importeneto importonetto nettobedrag nettobeløb
		nettobelopp
	`),
	channelOrderNo: words(`
		收款通道订单号 平台订单号 交易单号 支付宝交易号 微信订单号 银商订单号 渠道订单号 平台流水号 交易号 渠道流水号 支付订单号 拉卡拉流水号
		系统订单号 第三方订单号 支付单号 transactionid paymentid pspreference transactionreference
		transactionnumber transid txnid providerreference transactioncode id
		transaktionsid transaktionsnummer transaktionscode vorgangsnummer
		identifianttransaction iddetransaction idtransacción iddetransacción
		idtransazione transactienummer transaktionsnr txnno paymentreference
	`),
	merchantOrderNo: words(`
		商户订单号 商家订单号 商户单号 订单号 商户内部订单号 业务系统订单号 外部订单号 商户流水号 门店订单号 小票号
		merchantreference merchantorderno ordernumber orderno orderid orderref orderreference reference
		invoiceid invoicenumber receiptnumber receiptno merchanttransactionid
		externalreference ref bestellnummer auftragsnummer rechnungsnummer
		belegnummer belegnr beleg referenz numérodecommande référence
		númerodepedido pedido referencia numeroordine riferimento ordernummer
		bestelnummer ordrenummer ordrenr ordre kvitteringsnummer númeroderecibo numéroderecu bonnummer torderno
	`),
	rrn: words(`
		参考号 系统参考号 检索号 检索参考号 银行参考号 交易参考号 系统检索号 rrn retrievalreferencenumber
		retrievalreference retrievalrefno hostreference arn acquirerreference
		referenznummer
	`),
	traceNo: words(`
		流水号 凭证号 终端流水号 交易流水号 pos流水号 系统跟踪号 票据号 trace traceno tracenumber stan
		vouchernumber voucherno systemtraceauditnumber tanummer tracenr spurnummer
		transactionseqno
	`),
	authCode: words(`
		授权码 授权号 授权编号 预授权码 authcode authorisationcode authorizationcode approvalcode
		authorisation authorization authno autorisierungscode genehmigungsnummer
		genehmigungscode autorisierungsnummer codedautorisation
		códigodeautorización codiceautorizzazione autorisatiecode godkendelseskode
	`),
	batchNo: words(`
		批次号 交易批次号 批次 结算批次号 batch batchno batchnumber batchid settlementbatch
		chargennummer stapel lote numérodelot
	`),
	terminalId: words(`
		终端号 终端编号 设备号 终端 pos终端号 终端sn 设备编号 机具号 终端设备号 terminalid terminal terminalno
		terminalnumber tid uniqueterminalid deviceid devicename terminalnr
		terminalnummer terminalserial poi poiid idterminal kasse gerätenummer
	`),
	card: words(`
		卡号 银行卡号 交易卡号 付款卡号 主账号 卡号后四位 卡尾号 尾号 cardnumber cardno pan maskedpan last4
		last4digits lastfour pansuffix cardlast4 last4carddigits carddigits
		tcardnumber kartennummer kartennr letzte4ziffern numérodecarte
		númerodetarjeta tarjeta numerodicarta kaartnummer kortnummer kortnr
		sidstecifre últimosdígitos
	`),
	originalRef: words(`
		原交易单号 原订单号 退货订单号 原交易单 原商户订单号 原参考号 原流水号 原拉卡拉流水号 关联订单号 原交易号
		originaltransactionid originalreference originalorderid parenttransactionid
		originaltransaction chargeid relatedtransaction refundof
		originalpspreference ursprungstransaktion originalreferenz
		transactionoriginale transacciónoriginal
	`),
	settlementDate: words(`
		清算日期 结算日期 到账日期 入账日期 清算日 结算日 settlementdate settledon payoutdate depositdate
		valuedate settledate clearingdate bookingdate auszahlungsdatum valutadatum
		abrechnungsdatum wertstellung datederèglement fechadeliquidación
		dataaccredito afregningsdato utbetalningsdatum
	`),
};

function words(text: string): readonly string[] {
	return text.trim().split(/\s+/);
}

/** A column's name for comparing: small letters, without blanks, brackets with what they hold, and marks. */
export function plainName(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[([{【].*?[)\]}】]/g, '')
		.replace(/[\s_.:/\\#°'’"`*-]+/g, '');
}

const EXACT = 100;
const CONTAINED = 40;
/** Shorter names stand inside too many others. */
const CONTAINED_LETTERS_MIN = 4;
const CONTAINED_SIGNS_MIN = 2;

/** How well a column's name says that it is the field: 0 not at all, up to 100. */
export function nameScore(field: MappedField, name: string): number {
	const plain = plainName(name);
	if (plain === '') return 0;
	const aliases = ALIASES[field];
	const exact = aliases.indexOf(plain);
	if (exact >= 0) return EXACT - Math.min(exact, CONTAINED / 2);
	const longest = aliases.reduce((most, alias) => (isTelling(alias) && plain.includes(alias) ? Math.max(most, alias.length / plain.length) : most), 0);
	return Math.round(longest * CONTAINED);
}

function isTelling(alias: string): boolean {
	return /\p{Script=Han}/u.test(alias) ? alias.length >= CONTAINED_SIGNS_MIN : alias.length >= CONTAINED_LETTERS_MIN;
}

/** Whether some field goes by this name. */
export function isKnownName(name: string): boolean {
	const plain = plainName(name);
	return KNOWN_NAMES.has(plain);
}

const KNOWN_NAMES = new Set(Object.values(ALIASES).flat());
