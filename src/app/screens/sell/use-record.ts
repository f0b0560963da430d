import { useCallback, useRef, useState } from 'react';
import { recordSale } from '../../../commands/ledger/record-sale.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import type { Minor } from '../../../domain/money.ts';
import { useServices } from '../../shell/services.ts';
import { addUnsaved, type NextKind, removeUnsaved, type UnsavedSale } from '../../state/till.ts';

export type SavedSale = { readonly seq: number; readonly amountMinor: Minor; readonly tender: Tender; readonly refund: boolean };
type Who = { readonly terminalId: string | null; readonly cashier: string };

/**
 * Hands a tap to the ledger. The row stands in the strip without a tick until the ledger has answered that it is durable;
 * what could not be saved stays there until it is saved again or dropped by hand.
 */
export function useRecord(who: Who) {
	const { ports } = useServices();
	const [saved, setSaved] = useState<SavedSale | null>(null);
	const counter = useRef(0);

	const write = useCallback(
		async (sale: UnsavedSale) => {
			addUnsaved({ ...sale, problem: null });
			const result = await save(ports, sale, who).catch((error: unknown) => ({
				ok: false as const,
				error: { code: 'outcome_unknown' as const, detail: String(error) },
			}));
			if (result.ok) {
				removeUnsaved(sale.key);
				setSaved({ seq: result.value.seq, amountMinor: sale.amountMinor, tender: sale.tender, refund: sale.next.kind === 'refund' });
			} else {
				addUnsaved({ ...sale, problem: result.error });
			}
		},
		[ports, who],
	);
	const record = useCallback(
		(amountMinor: Minor, tender: Tender, next: NextKind) => {
			counter.current += 1;
			void write({ key: String(counter.current), amountMinor, tender, next, problem: null });
		},
		[write],
	);
	return { record, retry: write, drop: (sale: UnsavedSale) => removeUnsaved(sale.key), saved };
}

async function save(ports: ReturnType<typeof useServices>['ports'], { amountMinor, tender, next }: UnsavedSale, { terminalId, cashier }: Who) {
	const input = { amountMinor, tender, terminalId, cashier };
	if (next.kind === 'sale') return recordSale(ports, { ...input, state: next.state });
	const { recordRefund } = await import('../../../commands/ledger/record-refund.ts');
	return recordRefund(ports, { ...input, state: 'paid_confirmed', refundOf: next.of });
}
