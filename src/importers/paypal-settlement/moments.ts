import type { Stamp } from '../../domain/time.ts';
import { readWall } from '../shared/values/wall-times.ts';
import { offsetOfZone, zoneClock } from '../shared/values/zones.ts';

/** Reads `2026/11/03 07:33:42 -0800`; `sawNoZone` tells afterwards whether some time stood without its offset and was taken as the shop's. */
export type MomentReader = { readonly read: (text: string) => Stamp | null; readonly sawNoZone: () => boolean };

export function momentReader(shopZone: string): MomentReader {
	const shopClock = zoneClock(shopZone);
	let sawNoZone = false;
	return {
		read: (text) => {
			const parts = /^(.*\d)\s*([+-]\d{2}:?\d{2}|\s[A-Z]{3,4})$/.exec(text);
			const wall = readWall(parts?.[1] ?? text, 'ymd');
			if (wall === null) return null;
			const offset = parts ? offsetOfZone((parts[2] ?? '').trim(), wall) : null;
			if (offset !== null) return { at: wall - offset * 60_000, offset };
			sawNoZone = true;
			return shopClock(wall);
		},
		sawNoZone: () => sawNoZone,
	};
}
