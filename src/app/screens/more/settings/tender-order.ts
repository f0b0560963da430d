import { TENDERS, type Tender } from '../../../../domain/ledger/tender.ts';

/** Those with a key first, in the order of the keys; then the rest, so that they can be turned on. */
export function offeredTenders(tenders: readonly Tender[]): readonly Tender[] {
	return [...tenders, ...TENDERS.filter((tender) => !tenders.includes(tender))];
}

/** One place up (-1) or down (1); at the end of the row it stays. */
export function moveTender(tenders: readonly Tender[], tender: Tender, by: -1 | 1): readonly Tender[] {
	const from = tenders.indexOf(tender);
	const other = tenders[from + by];
	if (from < 0 || other === undefined) return tenders;
	return tenders.map((each, at) => (at === from ? other : at === from + by ? tender : each));
}
