import { isZone, type OffsetMinutes, type Stamp, zonedStamp } from '../../../domain/time.ts';
import type { ProblemLog } from '../reading/line-problems.ts';
import type { WallTime } from './wall-times.ts';
import { ABBREVIATIONS, ZONE_NAMES } from './zone-names.ts';

/** Zones as exports write them, and what they make of a wall clock. */

const BY_NAME = new Map(Object.entries(ZONE_NAMES).flatMap(([zone, names]) => names.split('|').map((name) => [plain(name), zone] as const)));

/**
 * The IANA zone that a name stands for: one of the names that programs show in lists (`Eastern Time (US & Canada)`, `Beijing`), also behind
 * `(GMT-05:00)`, or an IANA id itself. Null for other words.
 */
export function zoneOfName(name: string): string | null {
	const words = name.replace(/^\((?:GMT|UTC)[^)]*\)\s*/i, '').trim();
	const known = BY_NAME.get(plain(words)) ?? BY_NAME.get(plain(words.replace(/ (?:Standard|Daylight) Time$/i, ' Time')));
	if (known !== undefined) return known;
	return /^[A-Z][A-Za-z]+\/[A-Z][\w+/-]+$/.test(words) && isZone(words) ? words : null;
}

/**
 * The offset that an abbreviation (`PST`, `CEST`), an offset (`+01:00`, `GMT+8`, `UTC`) or a zone's name stands for at the time; null for other words.
 * Where places share an abbreviation the one is meant that the providers use it for: CST in America, IST in India, BST in Britain.
 */
export function offsetOfZone(text: string, wall: WallTime): OffsetMinutes | null {
	const known = ABBREVIATIONS[text.toUpperCase()];
	if (known !== undefined) return known;
	const parts = /^(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(text);
	if (parts) {
		const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
		return minutes > 14 * 60 ? null : parts[1] === '-' ? 0 - minutes : minutes;
	}
	const zone = zoneOfName(text);
	return zone === null ? null : zonedStamp(wall, zone).offset;
}

const QUARTER_MS = 900_000;

/** As `zonedStamp` in one zone, but quick for many: clocks change on quarters of an hour. */
export function zoneClock(zone: string): (wall: WallTime) => Stamp {
	const offsets = new Map<number, OffsetMinutes>();
	return (wall) => {
		const quarter = Math.floor(wall / QUARTER_MS);
		let offset = offsets.get(quarter);
		if (offset === undefined) {
			offset = zonedStamp(quarter * QUARTER_MS, zone).offset;
			offsets.set(quarter, offset);
		}
		return { at: wall - offset * 60_000, offset };
	};
}

/** A clock for zones as the rows name them, by `offsetOfZone`; in the shop's zone where a name is not known. */
export function namedClock(shopZone: string): (wall: WallTime, zone: string) => Stamp {
	const clocks = new Map<string, (wall: WallTime) => Stamp>();
	return (wall, zone) => {
		let clock = clocks.get(zone);
		if (!clock) {
			clock = clockOf(zone) ?? zoneClock(shopZone);
			clocks.set(zone, clock);
		}
		return clock(wall);
	};
}

function clockOf(zone: string): ((wall: WallTime) => Stamp) | null {
	const named = zoneOfName(zone);
	if (named !== null && ABBREVIATIONS[zone.toUpperCase()] === undefined) return zoneClock(named);
	const offset = offsetOfZone(zone, 0);
	return offset === null ? null : (wall) => ({ at: wall - offset * 60_000, offset });
}

/** Says that times were read in the shop's zone because the file names none, or some rows none that is known. */
export function noteZoneAssumed(log: ProblemLog, zone: string, unknown: readonly string[] = []): void {
	const named = unknown.filter((name) => name !== '').sort();
	const why =
		unknown.length === 0
			? 'The file names'
			: named.length === 0
				? 'Rows name'
				: `Rows name a time zone that is not known (${named.slice(0, 3).join(', ')}), or`;
	log.add({ line: null, code: 'zone_assumed', message: `${why} no time zone; times were read as those of ${zone}.` });
}

function plain(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^\p{L}\d]+/gu, ' ')
		.trim();
}
