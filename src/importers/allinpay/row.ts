import { last4Of } from '../../domain/card-numbers.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Instant } from '../../domain/time.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { tradeKindOf } from '../shared/trades/kinds.ts';
import { tenderOf } from '../shared/trades/tenders.ts';
import type { Judgement, TradeFormat } from '../shared/trades/trade-row.ts';
import { BEIJING, readDayAndClock } from '../shared/values/times.ts';
import { CLOCK, COLUMNS, DAY, TYPE } from './columns.ts';

/** How 收银宝 writes a trade: in yuan, and what gives money back with a minus. */
export const ALLINPAY_TRADE: TradeFormat = { columns: COLUMNS, inFen: () => false, at: readTime, judge, tender: readTender };

/** What a terminal does with a card has no means of payment in its name. */
const BY_CARD = /^(?:消费|退货|消费撤销|撤销)$/;

function readTime(row: Row, note: Note): Instant | null {
	const [day, clock] = [cellOf(row, DAY), cellOf(row, CLOCK)];
	const at = readDayAndClock(day, clock, BEIJING);
	if (at === null) note('time_unreadable', `${DAY}, ${CLOCK}: no such time (${quoted(`${day} ${clock}`)}).`);
	return at;
}

function judge(row: Row, _written: number | null, note: Note): Judgement {
	const type = cellOf(row, TYPE);
	const kind = tradeKindOf(type);
	if (kind === null) note('kind_unknown', `${TYPE}: ${quoted(type)} is not known.`);
	return { kind: kind ?? 'adjustment', status: 'success' };
}

function readTender(row: Row): Tender | null {
	const type = cellOf(row, TYPE);
	return tenderOf(type) ?? (BY_CARD.test(type) || last4Of(cellOf(row, '卡号')) !== null ? 'card' : null);
}
