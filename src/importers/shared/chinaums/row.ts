import { last4Of } from '../../../domain/card-numbers.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import { CLEARING_CUT_MINUTES } from '../../../domain/receipts/source-profiles/clearing-cut.ts';
import { addDays, type Instant, MINUTE_MS } from '../../../domain/time.ts';
import { type Note, quoted } from '../reading/line-problems.ts';
import { cellOf, type Row } from '../table/tables.ts';
import { tradeKindOf } from '../trades/kinds.ts';
import { tenderOf } from '../trades/tenders.ts';
import { cellIn, type Judgement, nameIn, type TradeFormat } from '../trades/trade-row.ts';
import { BEIJING, readDay, readDayAndClock, readWallClock } from '../values/times.ts';
import { CLOCK, COLUMNS, DAY, MEANS, MOMENTS, TYPE } from './columns.ts';

/** How ChinaUMS writes a trade. 交易类型 decides what it is: exports write refunds negative or positive. */
export const CHINAUMS_TRADE: TradeFormat = { columns: COLUMNS, inFen: () => false, at: readTime, judge, tender: readTender };

function judge(row: Row, _written: number | null, note: Note): Judgement {
	const type = cellOf(row, TYPE);
	const kind = tradeKindOf(type);
	if (kind === null) note('kind_unknown', `${TYPE}: ${quoted(type)} is not known.`);
	return { kind: kind ?? 'adjustment', status: 'success' };
}

function readTime(row: Row, note: Note): Instant | null {
	const [day, clock] = [cellOf(row, DAY), cellOf(row, CLOCK)];
	const apart = day !== '' && clock !== '';
	const moment = cellIn(row, MOMENTS);
	const at = apart
		? (readDayAndClock(day, clock, BEIJING) ?? readWallClock(clock, BEIJING))
		: (readWallClock(moment, BEIJING) ?? clockOfClearingDay(row, moment));
	if (at === null)
		note('time_unreadable', `${apart ? `${DAY}, ${CLOCK}` : nameIn(row, MOMENTS)}: no such time (${quoted(apart ? `${day} ${clock}` : moment)}).`);
	return at;
}

/** A time of day alone: from the cut on it is that of the day before its clearing day. */
function clockOfClearingDay(row: Row, clock: string): Instant | null {
	const day = readDay(cellIn(row, COLUMNS.clearingDay));
	if (day === null) return null;
	const at = readDayAndClock(day, clock, BEIJING);
	const midnight = readDayAndClock(day, '00:00', BEIJING);
	return at === null || midnight === null || at < midnight + CLEARING_CUT_MINUTES * MINUTE_MS ? at : readDayAndClock(addDays(day, -1), clock, BEIJING);
}

/** By the words of the payment, else of the type; a row that says nothing but shows a card was paid by card. */
function readTender(row: Row): Tender | null {
	const words = cellIn(row, MEANS);
	const named = tenderOf(words) ?? tenderOf(cellOf(row, TYPE));
	return named ?? (words === '' && last4Of(cellIn(row, COLUMNS.card)) !== null ? 'card' : null);
}
