import type { ReceiptWire } from '../../src/feeds/protocol.ts';
import type { PartContent } from '../journal/journal.ts';
import type { BillFile } from './read-bills.ts';

/** Serving thread → worker. */
export type ReadRequest = { readonly id: number; readonly file: BillFile; readonly source: string };

/** Worker → serving thread: receipts in parts, so that taking them over never holds up an answer, then the rest. */
export type ReadAnswer =
	| { readonly id: number; readonly kind: 'receipts'; readonly receipts: readonly ReceiptWire[] }
	| { readonly id: number; readonly kind: 'done'; readonly rest: Omit<PartContent, 'receipts'> };
