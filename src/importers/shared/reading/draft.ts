import type { Stamp } from '../../../domain/time.ts';
import type { ReceiptDraft } from './identity.ts';

/** What a row says of a receipt; whatever it does not say is not known, and a status not said is success. */
export type Said = Pick<ReceiptDraft, 'kind' | 'amountMinor' | 'currency' | 'line'> &
	Partial<Omit<ReceiptDraft, 'kind' | 'amountMinor' | 'currency' | 'line' | 'at' | 'offset' | 'notes'>> & { readonly stamp: Stamp };

/** Written out field by field: objects put together by spreading are slow to make, and slow to read ever after. */
export function draftOf(said: Said): ReceiptDraft {
	const draft: ReceiptDraft = {
		ownId: said.ownId ?? null,
		at: said.stamp.at,
		offset: said.stamp.offset,
		kind: said.kind,
		status: said.status ?? 'success',
		amountMinor: said.amountMinor,
		tipMinor: said.tipMinor ?? null,
		feeMinor: said.feeMinor ?? null,
		netMinor: said.netMinor ?? null,
		currency: said.currency,
		tender: said.tender ?? null,
		terminalId: said.terminalId ?? null,
		batchNo: said.batchNo ?? null,
		traceNo: said.traceNo ?? null,
		rrn: said.rrn ?? null,
		authCode: said.authCode ?? null,
		last4: said.last4 ?? null,
		merchantOrderNo: said.merchantOrderNo ?? null,
		channelOrderNo: said.channelOrderNo ?? null,
		originalRef: said.originalRef ?? null,
		settlementDate: said.settlementDate ?? null,
		line: said.line,
	};
	return said.cardKind ? { ...draft, cardKind: said.cardKind } : draft;
}
