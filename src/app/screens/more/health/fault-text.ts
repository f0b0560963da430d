import type { LedgerFault } from '../../../../storage/queries/ledger/ledger-check.ts';
import type { Messages } from '../../../messages/messages-context.ts';

/** What is wrong with the ledger, in one line that can be read out to support. */
export function faultText(fault: LedgerFault, { text, format }: Messages): string {
	const words = text.more.fault;
	switch (fault.kind) {
		case 'chain':
			return words.chain[fault.fault.code](fault.device.slice(0, 8), format.count(fault.fault.seq));
		case 'receipts':
			return words.receipts(fault.name, format.count(fault.have), format.count(fault.want));
		case 'sales':
			return words.sales(format.count(fault.have), format.count(fault.want));
		case 'loss':
			return words.loss(fault.loss.device.slice(0, 8), format.count(fault.loss.have), format.count(fault.loss.want));
	}
}
