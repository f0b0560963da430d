import { last4Of } from '../../domain/card-numbers.ts';
import type { Minor } from '../../domain/money.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';
import type { Instant } from '../../domain/time.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { readMinorAmount } from '../shared/values/amounts.ts';
import { BEIJING, readWallClock } from '../shared/values/times.ts';
import { FIELD, type Field, fieldOf } from './fields.ts';

/** 交易类型: 消费, 退货, 消费撤销. */
const KINDS: Readonly<Record<string, ReceiptKind>> = { '01': 'sale', '04': 'refund', '31': 'void' };

/** One record as a receipt; null where its time or amount is unreadable, which is noted. `clearingDay` is that of the file. */
export function readRecord(record: string, at: { readonly line: number; readonly clearingDay: string | null }, note: Note): ReceiptDraft | null {
	const moment = readTime(record, note);
	const amountMinor = readDigits(fieldOf(record, FIELD.amount));
	if (amountMinor === null) note('amount_unreadable', `Field 7, 交易金额: no amount of fen (${quoted(fieldOf(record, FIELD.amount))}).`);
	const type = fieldOf(record, FIELD.type);
	const kind = KINDS[type] ?? 'adjustment';
	if (!KINDS[type]) note('kind_unknown', `Field 20, 交易类型: ${quoted(type)} is not known.`);
	if (moment === null || amountMinor === null) return null;
	const credited = readSigned(record, FIELD.settled);
	const fee = readSigned(record, FIELD.fee);
	if (fee === undefined) note('amount_unreadable', `Field 16, 商户手续费: no amount with C or D (${quoted(fieldOf(record, FIELD.fee))}).`);
	const reference = (field: Field) => fieldOf(record, field) || null;
	return {
		ownId: null,
		at: moment,
		offset: BEIJING,
		kind,
		status: 'success',
		amountMinor,
		tipMinor: null,
		feeMinor: fee ? 0 - fee : (fee ?? null),
		netMinor: kind === 'adjustment' ? null : (credited ?? null),
		currency: 'CNY',
		tender: 'card',
		terminalId: reference(FIELD.terminal),
		batchNo: null,
		traceNo: reference(FIELD.traceNo),
		rrn: null,
		authCode: null,
		last4: last4Of(fieldOf(record, FIELD.card)),
		merchantOrderNo: reference(FIELD.orderNo),
		channelOrderNo: reference(FIELD.queryNo),
		originalRef: kind === 'sale' ? null : reference(FIELD.originalQueryNo),
		settlementDate: at.clearingDay,
		line: at.line,
	};
}

/** Field 5 has no year: it is that of the query number, unless New Year lies between the two. */
function readTime(record: string, note: Note): Instant | null {
	const sentAt = fieldOf(record, FIELD.sentAt);
	const queryNo = fieldOf(record, FIELD.queryNo);
	const [sent, asked] = [sentAt.slice(0, 2), queryNo.slice(4, 6)];
	const turn = sent === '12' && asked === '01' ? -1 : sent === '01' && asked === '12' ? 1 : 0;
	const at = readWallClock(`${Number(queryNo.slice(0, 4)) + turn}${sentAt}`, BEIJING);
	if (at === null) note('time_unreadable', `Fields 5 and 10, 交易传输时间: no such time (${quoted(`${queryNo.slice(0, 4)} ${sentAt}`)}).`);
	return at;
}

/** `C` credits the shop, `D` debits it. Null where the field is empty, undefined where it cannot be read. */
function readSigned(record: string, field: Field): Minor | null | undefined {
	const text = fieldOf(record, field);
	if (text === '') return null;
	const amountMinor = readDigits(text.slice(1));
	if (!/^[CD]/.test(text) || amountMinor === null) return undefined;
	return text.startsWith('C') ? amountMinor : 0 - amountMinor || 0;
}

function readDigits(text: string): Minor | null {
	const amount = readMinorAmount(text);
	return /^\d+$/.test(text) && amount.ok ? amount.value : null;
}
