import { asReceiptId } from '../../../domain/ids.ts';
import type { Leg, Receipt } from '../../../domain/receipts/receipt.ts';

/** A receipt before it has its id; `ownId` is the one that the source itself gave. */
export type ReceiptDraft = Omit<Receipt, 'id' | 'leg' | 'source'> & { readonly ownId: string | null };

/** Receipts with their ids, and the places of those that agree in everything an id is made of. */
export type Identified = { readonly receipts: readonly Receipt[]; readonly repeated: readonly (readonly number[])[] };

/**
 * Gives each receipt an id that follows from what it says: its strongest number, kind, time and amount, and, where several
 * agree in all of these, their place in the order of their content. So the same receipt has the same id in every file that
 * carries it and under every order of rows, and legal repetitions stay apart. Formats of one `family` carry the same receipts.
 */
export function withIds(drafts: readonly ReceiptDraft[], source: string, leg: Leg, family = source): Identified {
	const { ids, repeated } = distinctIds(
		drafts.map((draft) => draft.ownId ?? `${family}:${baseOf(draft)}`),
		(place) => contentOf(drafts[place]),
	);
	return { receipts: drafts.map((draft, place) => receiptOf(draft, { id: asReceiptId(ids[place] ?? ''), leg, source })), repeated };
}

/** The ids themselves, but `#2`, `#3` … behind those that repeat, in the order of what `contentAt` says. */
export function distinctIds(bases: readonly string[], contentAt: (place: number) => string): { ids: readonly string[]; repeated: readonly number[][] } {
	const ids = [...bases];
	const repeated = groupRepeated(bases);
	for (const places of repeated) {
		const byContent = places
			.map((place) => ({ place, content: contentAt(place) }))
			.sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0));
		byContent.forEach(({ place }, i) => {
			if (i > 0) ids[place] = `${bases[place]}#${i + 1}`;
		});
	}
	return { ids, repeated };
}

/** Written out field by field: a hundred thousand spreads take a second. */
function receiptOf(draft: ReceiptDraft, { id, leg, source }: Pick<Receipt, 'id' | 'leg' | 'source'>): Receipt {
	const receipt: Receipt = {
		id,
		leg,
		source,
		at: draft.at,
		offset: draft.offset,
		kind: draft.kind,
		status: draft.status,
		amountMinor: draft.amountMinor,
		tipMinor: draft.tipMinor,
		feeMinor: draft.feeMinor,
		netMinor: draft.netMinor,
		currency: draft.currency,
		tender: draft.tender,
		terminalId: draft.terminalId,
		batchNo: draft.batchNo,
		traceNo: draft.traceNo,
		rrn: draft.rrn,
		authCode: draft.authCode,
		last4: draft.last4,
		merchantOrderNo: draft.merchantOrderNo,
		channelOrderNo: draft.channelOrderNo,
		originalRef: draft.originalRef,
		settlementDate: draft.settlementDate,
		line: draft.line,
	};
	if (draft.notes === undefined && draft.cardKind === undefined) return receipt;
	return { ...receipt, ...(draft.cardKind && { cardKind: draft.cardKind }), ...(draft.notes && { notes: draft.notes }) };
}

/** Places of the values that occur more than once. */
function groupRepeated(values: readonly string[]): number[][] {
	if (new Set(values).size === values.length) return [];
	const firstAt = new Map<string, number>();
	const groups = new Map<string, number[]>();
	for (const [place, value] of values.entries()) {
		const first = firstAt.get(value);
		const group = groups.get(value);
		if (group) group.push(place);
		else if (first === undefined) firstAt.set(value, place);
		else groups.set(value, [first, place]);
	}
	return [...groups.values()];
}

function baseOf(draft: ReceiptDraft): string {
	return `${draft.kind}:${keyOf(draft) ?? digest(contentOf(draft))}:${draft.at}:${draft.amountMinor}`;
}

/** The strongest number of a receipt; null where it has none. */
export function keyOf(draft: Omit<ReceiptDraft, 'ownId'>): string | null {
	if (draft.channelOrderNo !== null) return draft.channelOrderNo;
	if (draft.rrn !== null) return draft.rrn;
	if (draft.merchantOrderNo !== null) return draft.originalRef === null ? draft.merchantOrderNo : `${draft.originalRef}/${draft.merchantOrderNo}`;
	if (draft.traceNo !== null) return `${draft.terminalId ?? ''}/${draft.batchNo ?? ''}/${draft.traceNo}`;
	return null;
}

/** Everything that a receipt says, without the place where it stood, in a fixed order. */
export function contentOf(draft: ReceiptDraft | undefined): string {
	return draft ? CONTENT.map((field) => draft[field] ?? '').join('|') : '';
}

const CONTENT = [
	...(['at', 'amountMinor', 'offset', 'kind', 'status', 'tipMinor', 'feeMinor', 'netMinor', 'currency', 'tender', 'terminalId', 'batchNo'] as const),
	...(['traceNo', 'rrn', 'authCode', 'last4', 'merchantOrderNo', 'channelOrderNo', 'originalRef', 'settlementDate'] as const),
];

/** A short name for a long content: two 32-bit sums over its characters. Rows of one file are told apart by it, nothing is secured. */
export function digest(text: string): string {
	let low = 0x811c9dc5;
	let high = 0x9e3779b9;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		low = Math.imul(low ^ code, 0x01000193);
		high = Math.imul(high ^ code, 0x5bd1e995) + low;
	}
	return [low, high].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
