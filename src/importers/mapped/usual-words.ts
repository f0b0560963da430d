import type { Tender } from '../../domain/ledger/tender.ts';
import { wordKey } from '../../domain/receipts/bill-mapping.ts';
import type { WordGuess } from '../../domain/receipts/mapping/table-description.ts';
import type { ReceiptKind, ReceiptStatus } from '../../domain/receipts/receipt.ts';

/** The first that fits counts: what undoes stands before what it undoes. */
type Meanings<T> = readonly (readonly [RegExp, T])[];

const KINDS: Meanings<ReceiptKind> = [
	[/拒付|调单|chargeback|dispute|rückbelastung|rücklastschrift|rétrofacturation|contracargo/, 'chargeback'],
	[/撤销|撤消|冲正|取消|\bvoid|revers|revoke|cancel|storno|annul|anul|annull|makuler/, 'void'],
	[
		/退款|退货|退单|支出|rückzahlung|refund|return|credit ?note|rückerstattung|erstattung|gutschrift|rembours|reembols|devoluci|rimbors|terugbetaling|refusion|återbetalning|krediter/,
		'refund',
	],
	[/手续费|服务费|\bfees?\b|commission|gebühr|frais|comisi|commissione|gebyr|avgift/, 'fee'],
	[/提现|结算|划款|到账|payout|settlement|deposit|transfer|auszahlung|überweisung|virement|transferencia|bonifico|udbetaling|utbetalning/, 'payout'],
	[/消费|收款|支付|付款|交易成功|销售|收入|预授权完成|success|\bsales?\b|payment|purchase|charge|capture|settled|umsatz|verkauf|kauf|zahlung/, 'sale'],
	[/vente|paiement|achat|venta|pago|compra|vendita|pagamento|acquisto|verkoop|betaling|aankoop|salg|køb|köp|försäljning|betalning/, 'sale'],
];

const STATUSES: Meanings<ReceiptStatus> = [
	[
		/失败|不成功|未成功|unpaid|拒绝|关闭|未支付|取消|超时|fail|declin|refus|denied|reject|cancel|error|expired|abandon|fehlgeschlagen|abgelehnt|abgebrochen|échou|rechaz|rifiut/,
		'failed',
	],
	[/已撤销|已冲正|revers|voided|storniert|annul|anulad/, 'reversed'],
	[
		/处理中|待|进行中|未知|未完成|incomplete|pending|processing|authori[sz]ed|in progress|open|ausstehend|offen|in bearbeitung|en attente|pendiente|in sospeso/,
		'pending',
	],
	[/成功|完成|已支付|已付|已退|正常|success|complet|paid|captured|settled|approved|accepted|refunded|^ok$|^00$|erfolgreich|genehmigt|gezahlt/, 'success'],
	[/abgeschlossen|gebucht|réussi|payé|accept|éxito|exitos|complet|pagad|riuscit|pagat|gelukt|betaald|gennemført|godkendt|genomför|godkänd/, 'success'],
];

const TENDERS: Meanings<Tender> = [
	[/微信|wechat|weixin|wxpay/, 'wechat'],
	[/支付宝|alipay|花呗/, 'alipay'],
	[/云闪付|银联.*(?:二维码|扫码)|unionpay ?qr|quickpass/, 'unionpay_qr'],
	[/现金|\bcash\b|\bbar\b|bargeld|espèces|efectivo|contanti|contant|kontant/, 'cash'],
	[
		/银行卡|刷卡|信用卡|借记卡|贷记卡|储蓄卡|银联|\bcards?\b|visa|master|maestro|amex|american express|\bv ?pay\b|girocard|\bec\b|karte|carte|tarjeta|carta/,
		'card',
	],
	[
		/unionpay|\bjcb\b|diners|discover|debit|credit|kredit|dankort|bancontact|contactless|chip|kort|kaart|interac|eftpos|sin contacto|sans contact|kontaktlos|^pos$|apple ?pay|google ?pay|\bcup\b/,
		'card',
	],
	[/数字人民币|翼支付|和包|储值|voucher|gift|paypal|klarna|twint|swish|mobilepay|gutschein|\bvale\b|\bother\b|\bsonstige|autre|otro|altro/, 'other'],
];

/** What a word usually means as a kind, a state, a way of paying; null where it says nothing of the sort. */
export function usualMeaning(word: string): WordGuess {
	const plain = wordKey(word);
	return { word, kind: meaning(KINDS, plain), status: meaning(STATUSES, plain), tender: meaning(TENDERS, plain) };
}

function meaning<T>(meanings: Meanings<T>, plain: string): T | null {
	return meanings.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
