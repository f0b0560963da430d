import type { BusinessDay } from '../../time.ts';
import type { Leg } from '../receipt.ts';
import { editInForce, type SourceEdit } from './edits.ts';
import type { FeeModel, PayoutRule, ProfileField, ProfileFields } from './fields.ts';
import type { ShippedFact, SourceProfile } from './profile.ts';
import { USUAL } from './shipped/bases.ts';
import { SHIPPED_PROFILES } from './shipped/shipped.ts';

/** What holds for a field on a day, and who says so. */
export type FieldValue<F extends ProfileField> = {
	readonly value: ProfileFields[F];
	/** The shop's own word, or the table's. */
	readonly by: 'shop' | 'shipped';
	/** First day on which it holds; null: always, as far as is known. */
	readonly from: BusinessDay | null;
	/** What the table says; null where it says nothing. */
	readonly shipped: Shipped<F> | null;
	/** The edit that decides; null where the table does. */
	readonly edit: SourceEdit | null;
};
export type Shipped<F extends ProfileField> = Omit<ShippedFact, 'field' | 'value'> & { readonly value: ProfileFields[F] };

const byId = new Map(SHIPPED_PROFILES.map((profile) => [profile.id, profile]));
const bySource = new Map(SHIPPED_PROFILES.flatMap((profile) => profile.speaksFor.map((source) => [source, profile] as const)));

/**
 * The profile that speaks for a source: by format id, name of the hub's source, or its own id. One that the table does not know
 * gets a profile of its own name, on which the shop's word and what is usual of its leg hold.
 */
export function profileOf(source: string, leg: Leg = 'provider'): SourceProfile {
	return bySource.get(source) ?? byId.get(source) ?? unknownSource(source, leg);
}

/** The profile of that id as shipped; null for one that the table does not know. */
export function shippedProfile(id: string): SourceProfile | null {
	return byId.get(id) ?? null;
}

/** The profile that a shop means by a name it typed (终端的服务商); null where none is meant for certain. */
export function profileNamed(name: string): SourceProfile | null {
	const wanted = plain(name);
	if (wanted === '') return null;
	const names = (profile: SourceProfile) => [profile.id, ...Object.values(profile.name), ...profile.aliases].map(plain);
	const exact = SHIPPED_PROFILES.find((profile) => names(profile).includes(wanted));
	if (exact) return exact;
	const held = SHIPPED_PROFILES.flatMap((profile) => names(profile).flatMap((each) => (each.length > 1 && wanted.includes(each) ? [{ profile, each }] : [])));
	// 银联商务 holds 银联: the longest name is meant.
	return held.sort((a, b) => b.each.length - a.each.length)[0]?.profile ?? null;
}

function plain(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s()·.-]/g, '');
}

function unknownSource(source: string, leg: Leg): SourceProfile {
	return { ...USUAL, id: source, name: { 'zh-CN': source, en: source }, leg, speaksFor: [source], basedOn: leg === 'provider' ? 'usual' : leg };
}

/** What holds for a field of a profile on a day: the shop's own word where there is one, else the table's, else that of the profile it is based on. */
export function fieldOf<F extends ProfileField>(profile: SourceProfile, field: F, day: BusinessDay, edits: readonly SourceEdit[]): FieldValue<F> | null {
	const shipped = shippedFact(profile, field, day);
	const edit = editInForce(edits, { profile: profile.id, field, day });
	if (edit && edit.value !== null) return { value: edit.value as ProfileFields[F], by: 'shop', from: edit.from, shipped, edit };
	return shipped && { value: shipped.value, by: 'shipped', from: shipped.from, shipped, edit: null };
}

/** The same without what is not confirmed anywhere: what may be shown as a fact and reckoned with. */
export function confirmedField<F extends ProfileField>(profile: SourceProfile, field: F, day: BusinessDay, edits: readonly SourceEdit[]): FieldValue<F> | null {
	const found = fieldOf(profile, field, day, edits);
	return found?.by === 'shipped' && found.shipped?.confidence === 'unverified' ? null : found;
}

/** Whose rule is asked for: a source of receipts by its name, on the day of the payment. */
export type RuleAsked = { readonly source: string; readonly leg?: Leg; readonly day: BusinessDay };

/** How a source pays out what it took on a day, and the minute after midnight at which its day ends; null where nobody has said. */
export function payoutRuleOf({ source, leg, day }: RuleAsked, edits: readonly SourceEdit[]): (PayoutRule & { readonly dayCut: number }) | null {
	const profile = profileOf(source, leg);
	const payout = confirmedField(profile, 'payout', day, edits);
	return payout && { ...payout.value, dayCut: confirmedField(profile, 'dayCut', day, edits)?.value ?? 0 };
}

/** What a source charges for payments of a day; null where nobody has said: rates are the shop's own contract and never shipped. */
export function feeModelOf({ source, leg, day }: RuleAsked, edits: readonly SourceEdit[]): FeeModel | null {
	return confirmedField(profileOf(source, leg), 'fees', day, edits)?.value ?? null;
}

function shippedFact<F extends ProfileField>(profile: SourceProfile, field: F, day: BusinessDay): Shipped<F> | null {
	let found: ShippedFact | null = null;
	for (const one of profile.facts) {
		if (one.field !== field || (one.from ?? '') > day) continue;
		if (found === null || (one.from ?? '') >= (found.from ?? '')) found = one;
	}
	if (found) return found as unknown as Shipped<F>;
	const base = profile.basedOn === null ? null : byId.get(profile.basedOn);
	return base ? shippedFact(base, field, day) : null;
}
