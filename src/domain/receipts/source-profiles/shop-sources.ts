import type { Terminal } from '../../ledger/shop.ts';
import type { Tender } from '../../ledger/tender.ts';
import type { Leg } from '../receipt.ts';
import { profileNamed, profileOf } from './lookup.ts';
import type { SourceProfile } from './profile.ts';

/** A source whose receipts this shop has taken in, with the tenders that it covers (null: all). */
export type ShopSource = { readonly source: string; readonly leg: Leg; readonly tenders: readonly Tender[] | null };

/** What is known of a shop's sources: those that brought receipts, and the providers that its terminals are called by. */
export type KnownSources = { readonly sources: readonly ShopSource[]; readonly terminals: readonly Terminal[] };

/** The profile of a tender where nothing of the shop is known. */
const USUAL_OF_TENDER: Partial<Readonly<Record<Tender, string>>> = { card: 'unionpay', unionpay_qr: 'unionpay', wechat: 'wechat', alipay: 'alipay' };

export function usualProfile(tender: Tender | null): SourceProfile {
	return profileOf((tender && USUAL_OF_TENDER[tender]) ?? 'usual');
}

/** Tenders that are taken at a terminal, and so through the provider who runs it. */
const AT_TERMINALS: readonly Tender[] = ['card', 'unionpay_qr'];

/**
 * Whose bills carry a tender in this shop: the providers whose bills covered it, else who runs its terminals, else the terminals
 * themselves, else whoever usually does. Never empty.
 */
export function profilesOfTender(tender: Tender, { sources, terminals }: KnownSources): readonly SourceProfile[] {
	const carrying = (leg: Leg) => sources.filter((one) => one.leg === leg && (one.tenders === null || one.tenders.includes(tender)));
	const seen = carrying('provider').map(({ source, leg }) => profileOf(source, leg));
	if (seen.length > 0) return distinct(seen);
	const named = AT_TERMINALS.includes(tender) ? terminals.flatMap(({ provider }) => profileNamed(provider) ?? []) : [];
	if (named.length > 0) return distinct(named);
	const own = carrying('terminal').map(({ source, leg }) => profileOf(source, leg));
	return own.length > 0 ? distinct(own) : [usualProfile(tender)];
}

/** One payment, as far as it tells whom to ask about it. */
export type AskedAbout = {
	/** Source of its receipt at the provider's or bank's, if there is one. */
	readonly receipt: { readonly source: string; readonly leg: Leg } | null;
	readonly tender: Tender | null;
	readonly terminalId: string | null;
};

/** Whom to ask about a payment: who sent its receipt, else who runs its terminal, else whose bills carry its tender. */
export function profileToAsk({ receipt, tender, terminalId }: AskedAbout, known: KnownSources): SourceProfile {
	if (receipt && receipt.leg !== 'terminal') return profileOf(receipt.source, receipt.leg);
	const terminal = known.terminals.find(({ id }) => id === terminalId);
	const runsIt = terminal && tender !== null && AT_TERMINALS.includes(tender) ? profileNamed(terminal.provider) : null;
	if (runsIt) return runsIt;
	const provider = tender === null ? undefined : profilesOfTender(tender, known).find(({ leg }) => leg === 'provider');
	return provider ?? usualProfile(tender);
}

/** The same from the records themselves: as the receipt says, else as it was logged. */
export function aboutOf(sales: readonly Paid[], receipts: readonly (Paid & NonNullable<AskedAbout['receipt']>)[]): AskedAbout {
	const [sale] = sales;
	const [receipt] = receipts;
	return { receipt: receipt ?? null, tender: receipt?.tender ?? sale?.tender ?? null, terminalId: receipt?.terminalId ?? sale?.terminalId ?? null };
}

type Paid = { readonly tender: Tender | null; readonly terminalId: string | null };

function distinct(profiles: readonly SourceProfile[]): readonly SourceProfile[] {
	return [...new Map(profiles.map((profile) => [profile.id, profile])).values()];
}
