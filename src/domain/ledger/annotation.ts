import type { SaleAnnotated } from './entries.ts';
import type { PaymentKeys, Sale } from './sale.ts';
import { typedKeys, typedText } from './typed-text.ts';

/** What may change about a sale after it was recorded. */
export type SaleChange = Omit<SaleAnnotated, 'sale'>;

/** The body of an annotation with only what really differs from the sale as it stands; null where nothing does. */
export function annotationOf(sale: Sale, change: SaleChange): SaleAnnotated | null {
	const keys = changedKeys(sale.keys, change.keys);
	const paperSlipNo = change.paperSlipNo === undefined ? sale.paperSlipNo : typedText(change.paperSlipNo);
	const note = change.note === undefined ? sale.note : typedText(change.note);
	const body: SaleAnnotated = {
		sale: sale.id,
		...(keys && { keys }),
		...(change.state !== undefined && change.state !== sale.state && { state: change.state }),
		...(change.tender !== undefined && change.tender !== sale.tender && { tender: change.tender }),
		...(change.terminalId !== undefined && change.terminalId !== sale.terminalId && { terminalId: change.terminalId }),
		...(paperSlipNo !== sale.paperSlipNo && { paperSlipNo }),
		...(note !== sale.note && { note }),
	};
	return Object.keys(body).length > 1 ? body : null;
}

function changedKeys(before: PaymentKeys, change: Partial<PaymentKeys> | undefined): Partial<PaymentKeys> | null {
	const typed = Object.entries(typedKeys(change ?? {})) as [keyof PaymentKeys, string | null][];
	const changed = typed.filter(([name, value]) => before[name] !== value);
	return changed.length > 0 ? Object.fromEntries(changed) : null;
}
