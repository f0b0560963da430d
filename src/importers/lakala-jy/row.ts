import { last4Of } from '../../domain/card-numbers.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Instant } from '../../domain/time.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { tradeKindOf } from '../shared/trades/kinds.ts';
import { tenderOf } from '../shared/trades/tenders.ts';
import type { Judgement, TradeFormat } from '../shared/trades/trade-row.ts';
import { BEIJING, readDayAndClock } from '../shared/values/times.ts';
import { CLOCK, COLUMNS, DAY, MEANS, TYPE } from './columns.ts';

/** How Lakala writes a trade; the unit is the file's. */
export function lakalaTrade(inFen: (column: string) => boolean): TradeFormat {
	return { columns: COLUMNS, inFen, at: readTime, judge, tender: readTender };
}

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
	const named = MEANS.map((name) => tenderOf(cellOf(row, name))).find((tender) => tender !== null);
	return named ?? (last4Of(cellOf(row, '卡号')) === null ? null : 'card');
}
