import type { Stamp } from '../../domain/time.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import type { CollectedRow } from '../shared/table/collect.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { dayOrderIn, readWall } from '../shared/values/wall-times.ts';
import { namedClock, noteZoneAssumed, offsetOfZone } from '../shared/values/zones.ts';
import { COLUMN } from './columns.ts';

/** Reads when a row was made, or else booked, in the zone whose abbreviation stands beside it; where none does, in the shop's, as a problem of the file. */
export function rowClock(rows: readonly CollectedRow[], shopZone: string, log: ProblemLog): (row: Row) => Stamp | null {
	const { order, settled } = dayOrderIn(
		rows.map(({ row }) => placeOf(row).time),
		'dmy',
	);
	if (!settled) log.add({ line: null, code: 'date_order_assumed', message: 'Nothing tells day from month; dates were read day first.' });
	const zones = new Set(rows.map(({ row }) => placeOf(row).zone));
	const unknown = [...zones].filter((zone) => offsetOfZone(zone, 0) === null);
	if (unknown.length > 0) noteZoneAssumed(log, shopZone, unknown);
	const clock = namedClock(shopZone);
	return (row) => {
		const { time, zone } = placeOf(row);
		const wall = readWall(time, order);
		return wall === null ? null : clock(wall, zone);
	};
}

function placeOf(row: Row): { readonly time: string; readonly zone: string } {
	const created = cellOf(row, COLUMN.created);
	if (created !== '') return { time: created, zone: cellOf(row, COLUMN.createdZone) };
	return { time: cellOf(row, COLUMN.booked), zone: cellOf(row, COLUMN.bookedZone) || cellOf(row, COLUMN.createdZone) };
}
