import type { Tender } from '../../ledger/tender.ts';
import type { BusinessDay } from '../../time.ts';
import type { Leg } from '../receipt.ts';
import type { ProfileField, ProfileFields } from './fields.ts';

/**
 * How sure a shipped value is: read in the source's own papers; read in a weak place, good enough to begin with;
 * not confirmed anywhere, so that it is offered in the editor and never shown as a fact; our own assumption.
 */
export type Confidence = 'verified' | 'weak' | 'unverified' | 'assumed';

/** One value of one field as it was looked up. A later `from` takes the place of an earlier one. */
export type ShippedFact<F extends ProfileField = ProfileField> = {
	[K in F]: {
		readonly field: K;
		readonly value: ProfileFields[K];
		/** First day on which it held; null: always, as far as is known. */
		readonly from: BusinessDay | null;
		/** When its paper was written, else when it was looked up: `YYYY-MM` or `YYYY`. */
		readonly asOf: string;
		/** Where it was found. */
		readonly foundIn: Named;
		readonly confidence: Confidence;
	};
}[F];

/** A name in the languages of the app. */
export type Named = { readonly 'zh-CN': string; readonly en: string };

export type Region = 'cn' | 'tw' | 'abroad' | 'any';

/** A provider, acquirer, wallet or bank as the table ships it. */
export type SourceProfile = {
	readonly id: string;
	readonly name: Named;
	/** Other names under which shops write it down. */
	readonly aliases: readonly string[];
	readonly region: Region;
	readonly leg: Leg;
	/** Format ids and names of the hub's sources whose receipts come from it. */
	readonly speaksFor: readonly string[];
	/** How its files write money. */
	readonly unit: 'major' | 'minor';
	/** Tenders that it alone settles; empty where it depends on the contract. */
	readonly tenders: readonly Tender[];
	/** The profile whose facts hold wherever this one has none. */
	readonly basedOn: string | null;
	readonly facts: readonly ShippedFact[];
};

/** Facts of one origin. */
export type Origin = Pick<ShippedFact, 'asOf' | 'foundIn' | 'confidence'>;

/** A fact of the shipped table. */
export function fact<K extends ProfileField>(field: K, value: ProfileFields[K], origin: Origin, from: BusinessDay | null = null): ShippedFact {
	return { field, value, from, ...origin } as unknown as ShippedFact;
}
