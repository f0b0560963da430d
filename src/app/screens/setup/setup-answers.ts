import type { Terminal } from '../../../domain/ledger/shop.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';

/** More terminals than this are added under More; the first start stays short. */
export const SETUP_TERMINALS_MAX = 8;

/** Leaves a tender out, or puts it last; the only one left stays, because a shop without a tender cannot sell. */
export function toggleTender(tenders: readonly Tender[], tender: Tender): readonly Tender[] {
	if (!tenders.includes(tender)) return [...tenders, tender];
	return tenders.length === 1 ? tenders : tenders.filter((other) => other !== tender);
}

/** Names as typed become terminals; one without a name is called by its place. */
export function terminalsOf(names: readonly string[], nameOfPlace: (place: string) => string): readonly Terminal[] {
	return names.map((name, index) => {
		const place = String(index + 1);
		return { id: place, name: name.trim() || nameOfPlace(place), provider: '' };
	});
}
