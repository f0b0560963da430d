import type { BusinessDay } from '../../time.ts';
import type { SourceReading } from '../read-options.ts';
import type { SourceEdit } from './edits.ts';
import { fieldOf } from './lookup.ts';
import { SHIPPED_PROFILES } from './shipped/shipped.ts';

/** What files of each format are read with on a day, where the shop knows it otherwise than the format's own layout has it. */
export function readingRules(day: BusinessDay, edits: readonly SourceEdit[]): Readonly<Record<string, SourceReading>> {
	const rules = SHIPPED_PROFILES.flatMap((profile) => {
		const zone = fieldOf(profile, 'zone', day, edits);
		const dayCut = fieldOf(profile, 'dayCut', day, edits);
		const own: SourceReading = { zone: zone?.by === 'shop' ? zone.value : null, dayCut: dayCut?.by === 'shop' ? dayCut.value : null };
		return own.zone === null && own.dayCut === null ? [] : profile.speaksFor.map((source) => [source, own] as const);
	});
	return Object.fromEntries(rules);
}
