import type { Entry } from '../../domain/entries.ts';
import { unreachable } from '../../domain/invariant.ts';

/** Stands with every entry about mappings, so that all of them are found together. */
export const MAPPING_SUBJECT = 'bill-mappings';

/** The ids that an entry is about, its own among them where it creates a record; the history of a record is found by them. */
export function subjectsOf(entry: Entry): string[] {
	return [...new Set(named(entry))];
}

function named(entry: Entry): readonly string[] {
	switch (entry.kind) {
		case 'sale-recorded':
		case 'outage-started':
		case 'receipts-imported':
		case 'shop-configured':
		case 'source-profile-set':
		case 'source-profile-reset':
			return [entry.id];
		case 'refund-recorded':
			return entry.body.refundOf === null ? [entry.id] : [entry.id, entry.body.refundOf];
		case 'sale-reversed':
		case 'sale-annotated':
			return [entry.body.sale];
		case 'outage-ended':
			return [entry.body.outage];
		case 'import-withdrawn':
			return [entry.body.import];
		case 'match-confirmed':
			return [...entry.body.sales, ...entry.body.receipts];
		case 'match-rejected':
			return [entry.body.sale, entry.body.receipt];
		case 'decision-undone':
			return [entry.body.decision];
		case 'discrepancy-entered':
			return [...members(entry.body), ...(entry.body.created === null ? [] : [entry.body.created]), ...(entry.body.createdMore ?? [])];
		case 'discrepancy-collected':
			return [...members(entry.body), entry.body.sale];
		case 'discrepancy-assigned':
		case 'discrepancy-explained':
		case 'discrepancy-written-off':
		case 'discrepancy-snoozed':
			return members(entry.body);
		case 'case-opened':
			return [entry.id, ...members(entry.body)];
		case 'case-moved':
		case 'case-noted':
		case 'contact-logged':
			return [entry.body.case];
		case 'cash-counted':
		case 'day-closed':
			return [entry.body.day];
		case 'bill-mapping-saved':
			return [entry.id, MAPPING_SUBJECT];
		case 'bill-mapping-removed':
			return [entry.body.mapping, MAPPING_SUBJECT];
		default:
			return unreachable(entry);
	}
}

function members(ref: { readonly discrepancy: string; readonly sales: readonly string[]; readonly receipts: readonly string[] }): readonly string[] {
	return [ref.discrepancy, ...ref.sales, ...ref.receipts];
}
