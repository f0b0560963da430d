import type { Stamp } from '../../domain/time.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import type { CollectedRow } from '../shared/table/collect.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { dayOrderIn, readWallParts } from '../shared/values/wall-times.ts';
import { noteZoneAssumed, zoneClock, zoneOfName } from '../shared/values/zones.ts';
import { COLUMN } from './columns.ts';

/** When a row happened; null where its date and time are none. */
export type RowClock = { readonly read: (row: Row) => Stamp | null; readonly zones: readonly string[] };

/** Zones of shops that write the month first. */
const MONTH_FIRST = /^(?:America|US)\/|^Pacific\/(?:Honolulu|Guam)/;

/**
 * Reads date, time and zone of the rows. Each row names its zone; where one does not, or by an unknown name, it is the shop's, which is a problem
 * of the file. Where nothing tells day from month, shops in America write the month first and others the day, the latter as a problem.
 */
export function rowClock(rows: readonly CollectedRow[], shopZone: string, log: ProblemLog): RowClock {
	const names = new Set(rows.map(({ row }) => cellOf(row, COLUMN.zone)));
	const zones = new Map([...names].map((name) => [name, zoneOfName(name) ?? shopZone]));
	const unknown = [...names].filter((name) => zoneOfName(name) === null);
	if (unknown.length > 0) noteZoneAssumed(log, shopZone, unknown);
	const isAmerican = [...zones.values()].every((zone) => MONTH_FIRST.test(zone)) || unknown.length > 0;
	const { order, settled } = dayOrderIn(
		rows.map(({ row }) => cellOf(row, COLUMN.day)),
		isAmerican ? 'mdy' : 'dmy',
	);
	if (!settled && !isAmerican) log.add({ line: null, code: 'date_order_assumed', message: 'Nothing tells day from month; dates were read day first.' });
	const clocks = new Map([...zones.values()].map((zone) => [zone, zoneClock(zone)]));
	return {
		read: (row) => {
			const wall = readWallParts(cellOf(row, COLUMN.day), cellOf(row, COLUMN.clock), order);
			const clock = clocks.get(zones.get(cellOf(row, COLUMN.zone)) ?? shopZone);
			return wall === null || !clock ? null : clock(wall);
		},
		zones: [...new Set(zones.values())],
	};
}
