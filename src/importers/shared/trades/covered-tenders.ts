import { TENDERS, type Tender } from '../../../domain/ledger/tender.ts';

/**
 * The tenders that an acquirer's file speaks for: those it surely carries, and of the others only what it shows. Whether a shop's
 * WeChat sales run over this acquirer, nobody can tell from a file without one.
 */
export function coveredTenders(rows: readonly { readonly tender: Tender | null }[], sure: readonly (Tender | null)[]): Tender[] {
	const seen = new Set<Tender | null>([...sure, ...rows.map((row) => row.tender)]);
	return TENDERS.filter((tender) => seen.has(tender));
}
