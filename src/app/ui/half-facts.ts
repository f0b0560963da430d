import type { PaymentKeys, Sale } from '../../domain/ledger/sale.ts';
import type { Receipt } from '../../domain/receipts/receipt.ts';
import type { Messages } from '../messages/messages-context.ts';

/** One line of a half: what it is called, what stands there, and whether the other half disagrees. */
export type Fact = { readonly name: string; readonly value: string; readonly differs: boolean };

/** How many lines a half has room for. */
const FACTS_MAX = 5;

/** What we know about our half, the other half's disagreements marked. */
export function saleFacts(messages: Messages, sale: Sale, other: Receipt | null): Fact[] {
	const { text, format } = messages;
	const { common } = text;
	return [
		fact(common.at, format.clock(sale.at, sale.offset)),
		fact(common.tenderLabel, common.tender[sale.tender], other !== null && other.tender !== null && other.tender !== sale.tender),
		sale.state === 'paid_confirmed' ? null : fact(text.queue.stateLabel, common.saleState[sale.state]),
		sale.reversedBy === null ? null : fact(text.queue.stateLabel, text.queue.undoneHere, true),
		...keyFacts(messages, sale.keys),
		fact(common.cashier, sale.cashier),
		sale.terminalId === null ? null : fact(text.queue.keys.terminal, sale.terminalId),
		sale.note === null ? null : fact(common.note, sale.note),
	]
		.filter((one): one is Fact => one !== null && one.value !== '')
		.slice(0, FACTS_MAX);
}

/** What their record says. */
export function receiptFacts(messages: Messages, receipt: Receipt, other: Sale | null): Fact[] {
	const { text, format } = messages;
	const { common } = text;
	const status = receipt.status === 'success' ? null : text.queue.receiptStatus[receipt.status];
	const kind = receipt.kind === 'sale' ? null : text.queue.receiptKind[receipt.kind];
	return [
		fact(common.at, format.clock(receipt.at, receipt.offset)),
		receipt.tender === null ? null : fact(common.tenderLabel, common.tender[receipt.tender], other !== null && other.tender !== receipt.tender),
		kind === null ? null : fact(text.queue.kindLabel, kind, other !== null && other.kind !== receipt.kind),
		status === null ? null : fact(text.queue.stateLabel, status, true),
		...keyFacts(messages, receipt),
		receipt.terminalId === null ? null : fact(text.queue.keys.terminal, receipt.terminalId),
	]
		.filter((one): one is Fact => one !== null && one.value !== '')
		.slice(0, FACTS_MAX);
}

function keyFacts({ text }: Messages, keys: PaymentKeys): (Fact | null)[] {
	const names = text.queue.keys;
	const order = keys.channelOrderNo ?? keys.merchantOrderNo;
	return [
		keys.traceNo === null ? null : fact(names.traceNo, keys.traceNo),
		keys.rrn === null || keys.traceNo !== null ? null : fact(names.rrn, keys.rrn),
		keys.last4 === null ? null : fact(names.last4, keys.last4),
		order === null || keys.traceNo !== null ? null : fact(text.queue.orderTail, tail(order)),
	];
}

/** The number by which a record is named on its half: the shortest one that its paper shows. */
export function receiptNumber({ text }: Messages, receipt: Receipt): string | null {
	const names = text.queue.keys;
	if (receipt.traceNo !== null) return `${names.traceNo} ${receipt.traceNo}`;
	if (receipt.rrn !== null) return `${names.rrn} ${tail(receipt.rrn)}`;
	const order = receipt.channelOrderNo ?? receipt.merchantOrderNo;
	return order === null ? null : `${text.queue.orderTail} ${tail(order)}`;
}

/** Order numbers have up to 32 characters; people compare the last four. */
function tail(no: string): string {
	return no.length > 8 ? `…${no.slice(-4)}` : no;
}

function fact(name: string, value: string, differs = false): Fact {
	return { name, value, differs };
}
