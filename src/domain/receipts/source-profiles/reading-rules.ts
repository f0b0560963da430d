import type { BusinessDay } from '../../time.ts';
import type { SourceReading } from '../read-options.ts';
import type { SourceEdit } from './edits.ts';
import { fieldOf } from './lookup.ts';
import { SHIPPED_PROFILES } from './shipped/shipped.ts';

/** What files of each format are read with where they do not say it themselves: the zone only where the shop named one of its own. */
export function readingRules(day: BusinessDay, edits: readonly SourceEdit[]): Readonly<Record<string, SourceReading>> {
	const rules = SHIPPED_PROFILES.flatMap((profile) => {
		const zone = fieldOf(profile, 'zone', day, edits);
		const dayCut = fieldOf(profile, 'dayCut', day, edits);
		const reading: SourceReading = { zone: zone?.by === 'shop' ? zone.value : null, dayCut: dayCut?.value ?? null };
		return profile.speaksFor.map((source) => [source, reading] as const);
	});
	return Object.fromEntries(rules);
}
