import type { Tender } from '../../domain/ledger/tender.ts';
import type { Instant } from '../../domain/time.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { tenderOf } from '../shared/trades/tenders.ts';
import { cellIn, nameIn, type TradeFormat } from '../shared/trades/trade-row.ts';
import { BEIJING, readDayAndClock, readWallClock } from '../shared/values/times.ts';
import { CLOCK, COLUMNS, DAY, MEANS, MOMENT } from './columns.ts';
import { judge } from './judge.ts';

/** How these exports write a trade. */
export const SHOUQIANBA_TRADE: TradeFormat = { columns: COLUMNS, inFen: () => false, at: readTime, judge, tender: readTender };

function readTime(row: Row, note: Note): Instant | null {
	const [day, clock, moment] = [cellOf(row, DAY), cellIn(row, CLOCK), cellIn(row, MOMENT)];
	const at = readWallClock(moment, BEIJING) ?? readDayAndClock(day, clock, BEIJING) ?? readWallClock(day, BEIJING);
	const apart = day !== '';
	if (at === null) note('time_unreadable', `${apart ? DAY : nameIn(row, MOMENT)}: no such time (${quoted(apart ? `${day} ${clock}` : moment)}).`);
	return at;
}

function readTender(row: Row): Tender | null {
	return MEANS.map((name) => tenderOf(cellOf(row, name))).find((tender) => tender !== null) ?? null;
}
