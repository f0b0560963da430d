import type { Minor } from '../../domain/money.ts';
import type { ReceiptStatus } from '../../domain/receipts/receipt.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import type { Row } from '../shared/table/tables.ts';
import { tradeKindOf } from '../shared/trades/kinds.ts';
import { cellIn, type Judgement } from '../shared/trades/trade-row.ts';
import { STATE, TYPE } from './columns.ts';

/** What a state says about the money, the first that fits: a failed refund is failed, one under way pending. */
const STATUSES: readonly (readonly [RegExp, ReceiptStatus])[] = [
	[/失败|失效|超时|作废|拒|关闭|取消|ERROR|FAIL|CLOSED|^CANCEL|PAY_CANCEL/i, 'failed'],
	[/中$|待|未|CREATED|IN_QUEUE|PROCESSING|INPROGRESS/i, 'pending'],
	[/成功|完成|已|^支付$|^付款$|^收款$|退款|退货|撤|PAID|SUCCESS|REFUND/i, 'success'],
];
const GIVES_BACK = /退款|退货|REFUND/i;
const UNDOES = /撤单|撤销|冲正|REVOKE/i;
const GIVES_BACK_PART = /部分退|PARTIAL/i;

/** What a row is: 退款 in type or state, or a minus, makes it a refund. Some exports have no type, others no state. */
export function judge(row: Row, written: Minor | null, note: Note): Judgement {
	const [type, state] = [cellIn(row, TYPE), cellIn(row, STATE)];
	const negative = written !== null && written < 0;
	const status = statusOf(state, note);
	const typed = type === '' ? null : (tradeKindOf(type) ?? (GIVES_BACK.test(type) ? 'refund' : null));
	if (type !== '' && typed === null) {
		note('kind_unknown', `${TYPE[0]}: ${quoted(type)} is not known.`);
		return { kind: 'adjustment', status };
	}
	if (typed === 'void' || (negative && UNDOES.test(state))) return { kind: 'void', status };
	if (typed !== 'refund' && !negative && GIVES_BACK_PART.test(state)) {
		note('kind_unknown', `${STATE[0]}: ${quoted(state)} does not say how much was given back; the row counts as the sale.`);
		return { kind: 'sale', status };
	}
	if (typed === 'refund' || negative || GIVES_BACK.test(state)) return { kind: 'refund', status };
	return { kind: 'sale', status: UNDOES.test(state) && status === 'success' ? 'reversed' : status };
}

/** A row without a state happened; in a state that nobody knows it may have, or not. */
function statusOf(state: string, note: Note): ReceiptStatus {
	const status = state === '' ? 'success' : STATUSES.find(([pattern]) => pattern.test(state))?.[1];
	if (!status) note('kind_unknown', `${STATE[0]}: ${quoted(state)} is not known.`);
	return status ?? 'pending';
}
