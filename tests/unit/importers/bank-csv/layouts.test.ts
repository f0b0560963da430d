import { describe, expect, test } from 'vitest';
import { problemsOf, statementOf } from '../../../support/bills.ts';

type Layout = {
	readonly bank: string;
	readonly text: string;
	readonly lines: readonly Readonly<Record<string, unknown>>[];
	readonly problems?: readonly string[];
};

const zone = ['-:zone_assumed'];

/** Layouts of banks as they are known, with invented content. */
const LAYOUTS: readonly Layout[] = [
	{
		bank: 'China Merchants Bank',
		text: '# 招商银行交易记录\n# 账号: [6214********1234 杭州]\n# 起始日期: [20261101]   终止日期: [20261130]\n\n记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n2026-11-03,CNY,987.65,1987.65,网联收款,财付通支付科技有限公司,清算20261102\n2026-11-04,CNY,-88.00,1899.65,转账汇款,供货商丁,货款\n\n# 合计: 收入 987.65 支出 88.00\n',
		lines: [
			{ line: 6, bookedOn: '2026-11-03', amountMinor: 98765, currency: 'CNY', counterparty: '财付通支付科技有限公司', text: '网联收款 清算20261102' },
			{ line: 7, bookedOn: '2026-11-04', amountMinor: -8800, text: '转账汇款 货款' },
		],
	},
	{
		bank: 'China Merchants Bank, older',
		text: '"交易日期","交易时间","收入","支出","余额","交易类型","交易备注"\n"20261103","10:00:00","12.00","","112.00","网联","收款"\n"20261104","11:00:00","","2.00","110.00","消费","买菜"\n',
		lines: [
			{ amountMinor: 1200, text: '收款' },
			{ amountMinor: -200, text: '买菜' },
		],
	},
	{
		bank: 'Agricultural Bank of China',
		text: '交易日期\t交易时间\t交易金额\t本次余额\t对手户名\t对手账号\t交易行\t交易渠道\t交易类型\t交易用途\t交易摘要\t日 志 号\n20261103\t132324\t+10000.00\t10100.00\t某公司\t6228\t\t\t转账\t货款\t转存\t000123456\n20261103\t140000\t-50.00\t10050.00\t某店\t6228\t\t\t消费\t\t支付\t000123457\n',
		lines: [
			{ amountMinor: 1000000, reference: '000123456', counterparty: '某公司', text: '转存 货款' },
			{ amountMinor: -5000, reference: '000123457' },
		],
	},
	{
		bank: 'Bank of China',
		text: "交易类型[ Transaction Type ],业务类型[ Business type ],付款人开户行名[ Beneficiary account bank ],付款人账号[ Debit Account No. ],付款人名称[ Payer's Name ],收款人账号[ Payee's Account Number ],收款人名称[ Payee's Name ],交易日期[ Transaction Date ],交易时间[ Transaction time ],交易货币[ Trade Currency ],交易金额[ Trade Amount ],交易后余额[ After-transaction balance ],起息日期[ Value Date ],交易流水号[ Transaction reference number ],摘要[ Reference ],用途[ Purpose ],交易附言[ Remark ],备注[ Remarks ]\n来账,汇入,某行,4563,财付通支付科技有限公司,4562,老街五金,20261103,06:10:00,CNY,987.65,1987.65,20261103,1234567,清算款,,,\n往账,汇出,某行,4562,老街五金,4563,供货商丁,20261104,09:00:00,CNY,-88.00,1899.65,20261104,1234568,货款,,,\n",
		lines: [
			{ amountMinor: 98765, valueOn: '2026-11-03', counterparty: '财付通支付科技有限公司', reference: '1234567', text: '清算款' },
			{ amountMinor: -8800, counterparty: '供货商丁', reference: '1234568', text: '货款' },
		],
	},
	{
		bank: 'Bank of Communications',
		text: '交通银行个人客户交易清单\n币种 Currency：CNY\n序号 Serial Num,交易日期 Trans Date,交易时间 Trans Time,交易类型 Trading Type,借贷 Dc Flg,交易金额 Trans Amt,余额 Balance,对方账号 Payment Receipt Account,对方户名 Payment Receipt Account Name,交易地点 Trading Place,摘要 Abstract\n1,2026-11-03,10:00:00,网银转账,贷 Cr,100.00,600.00,6222,某客,,货款\n2,2026-11-04,11:00:00,消费,借 Dr,30.00,570.00,6222,某店,杭州,\n',
		lines: [
			{ amountMinor: 10000, counterparty: '某客', text: '货款' },
			{ amountMinor: -3000, counterparty: '某店', text: '消费 杭州' },
		],
	},
	{
		bank: 'Shanghai Pudong, China CITIC',
		text: '交易日期;交易时间;交易摘要;支出金额;收入金额;账户余额;对方账号;对方户名\n20261103;10:00:00;代发;;1,000.00;1,500.00;6217;某公司\n20261104;10:00:00;消费;20.00;;1,480.00;6217;某店\n',
		lines: [{ amountMinor: 100000 }, { amountMinor: -2000 }],
	},
	{
		bank: 'Hong Kong',
		text: '交易日期,摘要,支出金額,存入金額,餘額,貨幣\n03/11/2026,轉賬,,500.00,1500.00,HKD\n24/11/2026,月費,20.00,,1480.00,HKD\n',
		lines: [
			{ bookedOn: '2026-11-03', amountMinor: 50000, currency: 'HKD' },
			{ bookedOn: '2026-11-24', amountMinor: -2000, currency: 'HKD' },
		],
	},
	{
		bank: 'Sparkasse',
		text: '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"\n"DE02";"03.11.26";"04.11.26";"GUTSCHR. UEBERW. DAUERAUFTR";"AUSZAHLUNG 41";"";"";"TX777";"";"Adyen N.V.";"NL13";"ADYB";"1.612,30";"EUR";"Umsatz gebucht"\n"DE02";"24.11.26";"24.11.26";"LASTSCHRIFT";"Strom\nNov";"";"";"NOTPROVIDED";"";"Stadtwerke";"DE03";"X";"-45,00";"EUR";"Umsatz gebucht"\n',
		lines: [
			{ line: 2, bookedOn: '2026-11-03', valueOn: '2026-11-04', amountMinor: 161230, reference: 'TX777', counterparty: 'Adyen N.V.', text: 'AUSZAHLUNG 41' },
			{ line: 3, amountMinor: -4500, reference: null, text: 'Strom Nov' },
		],
		problems: zone,
	},
	{
		bank: 'DKB',
		text: '"Girokonto";"DE02120300000000202051"\n"Kontostand vom 05.11.2026:";"567,30 EUR"\n""\n"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"\n"03.11.26";"03.11.26";"Gebucht";"Adyen N.V.";"Markt Cafe";"BATCH 41";"Eingang";"NL13";"612,30";"";"";""\n"04.11.26";"04.11.26";"Gebucht";"Markt Cafe";"Stadtwerke";"Strom";"Ausgang";"DE03";"-45";"";"";""\n',
		lines: [
			{ line: 5, amountMinor: 61230, currency: 'EUR', counterparty: 'Adyen N.V.', text: 'BATCH 41' },
			{ amountMinor: -4500, counterparty: 'Stadtwerke' },
		],
		problems: zone,
	},
	{
		bank: 'Volksbank with Soll and Haben',
		text: 'Buchungstag;Valuta;Auftraggeber/Empfänger;Verwendungszweck;Währung;Umsatz;Soll/Haben\n03.11.2026;04.11.2026;Adyen;Batch;EUR;612,30;H\n05.11.2026;05.11.2026;Mühle;Mehl;EUR;12,50;S\n',
		lines: [{ valueOn: '2026-11-04', amountMinor: 61230 }, { amountMinor: -1250 }],
		problems: zone,
	},
	{
		bank: 'ING of the Netherlands',
		text: '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"\n"20261103","STRIPE","NL99","NL88","OV","Bij","331,20","Overschrijving","PAYOUT po_1"\n"20261104","Groothandel","NL99","NL88","BA","Af","9,00","Betaalautomaat","Pas 001"\n',
		lines: [{ amountMinor: 33120, currency: 'EUR', counterparty: 'STRIPE', text: 'PAYOUT po_1' }, { amountMinor: -900 }],
		problems: zone,
	},
	{
		bank: 'a French bank',
		text: 'Date;Libellé;Débit euros;Crédit euros\n03/11/2026;VIR ADYEN;;612,30\n24/11/2026;PRLV EDF;-45,00;\n',
		lines: [
			{ bookedOn: '2026-11-03', amountMinor: 61230, currency: 'EUR' },
			{ bookedOn: '2026-11-24', amountMinor: -4500 },
		],
		problems: zone,
	},
	{
		bank: 'a Spanish bank',
		text: 'Fecha operación;Fecha valor;Concepto;Importe;Saldo;Divisa\n03/11/2026;04/11/2026;TRANSFERENCIA;1.612,30;2.612,30;EUR\n24/11/2026;24/11/2026;RECIBO;-45,00;2.567,30;EUR\n',
		lines: [{ valueOn: '2026-11-04', amountMinor: 161230 }, { amountMinor: -4500 }],
		problems: zone,
	},
	{
		bank: 'an Italian bank',
		text: 'Data contabile;Data valuta;Dare;Avere;Divisa;Descrizione\n03/11/2026;03/11/2026;;612,30;EUR;BONIFICO\n24/11/2026;24/11/2026;45,00;;EUR;ADDEBITO\n',
		lines: [{ amountMinor: 61230 }, { amountMinor: -4500 }],
		problems: zone,
	},
	{
		bank: 'a Swedish bank, with Valuta as a currency',
		text: 'Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta\n2026/11/03;612,30;1;2;Adyen;Utbetalning;1 612,30;SEK\n2026/11/04;-45,00;2;1;El;Autogiro;1 567,30;SEK\n',
		lines: [
			{ amountMinor: 61230, currency: 'SEK', counterparty: 'Adyen', valueOn: null },
			{ amountMinor: -4500, currency: 'SEK' },
		],
		problems: zone,
	},
	{
		bank: 'a British bank',
		text: 'Date,Type,Description,Paid Out,Paid In,Balance\n03 Nov 2026,BGC,STRIPE PAYOUT,,"£1,612.30","£2,612.30"\n04 Nov 2026,DD,POWER,£45.00,,"£2,567.30"\n',
		lines: [{ bookedOn: '2026-11-03', amountMinor: 161230, text: 'STRIPE PAYOUT' }, { amountMinor: -4500 }],
		problems: ['-:currency_assumed', '-:zone_assumed'],
	},
	{
		bank: 'an American bank, by the dates of other rows',
		text: 'Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #\nCREDIT,11/03/2026,SQ PAYOUT,612.30,ACH_CREDIT,1612.30,,\nDEBIT,11/24/2026,RENT,-45.00,ACH_DEBIT,1567.30,,\n',
		lines: [
			{ bookedOn: '2026-11-03', amountMinor: 61230 },
			{ bookedOn: '2026-11-24', amountMinor: -4500 },
		],
		problems: ['-:currency_assumed', '-:zone_assumed'],
	},
];

test.each(LAYOUTS)('$bank', ({ text, lines, problems = [] }) => {
	const statement = statementOf(text, 'export.csv');
	expect(statement).toMatchObject({ format: 'bank-csv', lines, totals: { count: lines.length } });
	expect(problemsOf(statement)).toEqual(problems);
});

describe('is read the same', () => {
	const [cmb] = LAYOUTS;
	const plain = cmb?.text ?? '';

	test.each([
		['with tabs', (text: string) => text.replaceAll(',', '\t')],
		['with semicolons', (text: string) => text.replaceAll(',', ';')],
		['with CR line ends', (text: string) => text.replaceAll('\n', '\r')],
		[
			'with every cell in quotes',
			(text: string) =>
				text.replace(/^[^#\n].*$/gm, (line) =>
					line
						.split(',')
						.map((cell) => `"${cell}"`)
						.join(','),
				),
		],
		[
			'with the header again on the second page',
			(text: string) => text.replace('\n2026-11-04', '\n记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n2026-11-04'),
		],
		['with a separator behind each row', (text: string) => text.replace(/^(2026.*)$/gm, '$1,')],
	])('%s', (_, change) => {
		const read = (text: string) => statementOf(text).lines.map(({ line, ...rest }) => rest);
		expect(read(change(plain))).toEqual(read(plain));
	});
});
