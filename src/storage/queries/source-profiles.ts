import type { LimitsOf } from '../../domain/cases/deadlines.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import type { SourceEdit } from '../../domain/receipts/source-profiles/edits.ts';
import { profileNamed, profileOf } from '../../domain/receipts/source-profiles/lookup.ts';
import type { SourceProfile } from '../../domain/receipts/source-profiles/profile.ts';
import { SHIPPED_PROFILES } from '../../domain/receipts/source-profiles/shipped/shipped.ts';
import { type AskedAbout, profileToAsk, type ShopSource } from '../../domain/receipts/source-profiles/shop-sources.ts';
import { shopSources, sourceEdits } from '../shop-sources.ts';
import { shopOf } from './shop.ts';
import type { Database } from './source.ts';

/**
 * The profiles of a shop: those whose bills stand or of whom it has said something, then those that its terminals are called by; and
 * everyone else of the table.
 */
export type SourceProfiles = { readonly own: readonly SourceProfile[]; readonly others: readonly SourceProfile[]; readonly edits: readonly SourceEdit[] };

export async function sourceProfiles(db: Database): Promise<SourceProfiles> {
	const [sources, edits, shop] = await Promise.all([shopSources(db), sourceEdits(db), shopOf(db)]);
	const named = (shop ?? SHOP_DEFAULT).terminals.flatMap(({ provider }) => profileNamed(provider) ?? []);
	const own = new Map([...(await inUse(db, sources, edits)).map(profileOfSource), ...named].map((profile) => [profile.id, profile]));
	return { own: [...own.values()], others: SHIPPED_PROFILES.filter(({ id }) => !own.has(id) && id !== 'usual'), edits };
}

/** A source whose bills were all withdrawn is none of the shop's any more, unless somebody has said something about it. */
async function inUse(db: Database, sources: readonly ShopSource[], edits: readonly SourceEdit[]): Promise<readonly ShopSource[]> {
	const edited = new Set(edits.filter(({ undoneBy }) => undoneBy === null).map(({ profile }) => profile));
	const kept = await Promise.all(sources.map(async (source) => edited.has(profileOfSource(source).id) || (await hasStanding(db, source))));
	return sources.filter((_, place) => kept[place]);
}

async function hasStanding(db: Database, { source, leg }: ShopSource): Promise<boolean> {
	const standing = db.imports
		.orderBy('seq')
		.reverse()
		.filter((row) => row.withdrawnBy === null && row.format === source && row.leg === leg);
	return (await standing.first()) !== undefined;
}

function profileOfSource({ source, leg }: ShopSource): SourceProfile {
	return profileOf(source, leg);
}

/** Whom to ask about a payment, with what the shop knows better about them. */
export async function askedSource(db: Database, about: AskedAbout): Promise<LimitsOf> {
	const [sources, edits, shop] = await Promise.all([shopSources(db), sourceEdits(db), shopOf(db)]);
	return { profile: profileToAsk(about, { sources, terminals: (shop ?? SHOP_DEFAULT).terminals }), edits };
}
