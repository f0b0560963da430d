import type { PaymentKeys } from '../../src/domain/ledger/sale.ts';
import type { SaleRow } from '../../src/domain/matching/rows.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { receipt, sale } from './matching-rows.ts';

const KEYS: Readonly<Record<string, keyof PaymentKeys>> = {
	auth: 'authCode',
	rrn: 'rrn',
	trace: 'traceNo',
	batch: 'batchNo',
	last4: 'last4',
	order: 'merchantOrderNo',
	channel: 'channelOrderNo',
};
const TENDERS = ['card', 'wechat', 'alipay', 'cash', 'other'];

/**
 * Rows written down as people would: `s1 12:00:05 50.00 card T2 auth:7QK42M` is a sale where the id begins with s and a
 * receipt where it begins with r; a day `18/` before the time is one of November. `?` stands for no tender and no terminal.
 */
export function rowsOf(script: string): { readonly sales: SaleRow[]; readonly receipts: Receipt[] } {
	const sales: SaleRow[] = [];
	const receipts: Receipt[] = [];
	for (const line of script.split('\n').map((one) => one.trim())) {
		if (line === '') continue;
		const [id = '', time = '', amount = '', ...words] = line.split(/\s+/);
		const change: Record<string, unknown> = Object.assign({}, ...words.map((word) => wordOf(word, id)));
		if (id.startsWith('s')) sales.push(sale(id, timeOf(time), amount, withKeys(change)));
		else receipts.push(receipt(id, timeOf(time), amount, change));
	}
	return { sales, receipts };
}

function timeOf(text: string): string {
	const [, day, time = text] = /^(\d\d)\/(.*)$/.exec(text) ?? [];
	return day === undefined ? text : `2026-11-${day}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}

function wordOf(word: string, id: string): Record<string, unknown> {
	const [name = '', value = ''] = word.split(':');
	const key = KEYS[name];
	if (key) return { [key]: value };
	if (name === 'tip') return { tipMinor: Math.round(Number(value) * 100) };
	if (name === 'of') return id.startsWith('s') ? { ref: value } : { originalRef: value };
	if (name === 'in') return { currency: value };
	if (word === '?') return { tender: null, terminalId: null };
	if (TENDERS.includes(word)) return { tender: word };
	if (/^T\d$/.test(word)) return { terminalId: word };
	if (['refund', 'reversal', 'void', 'chargeback'].includes(word)) return { kind: word };
	if (['pending', 'failed', 'reversed'].includes(word)) return { status: word };
	throw new Error(`unknown word: ${word}`);
}

function withKeys(change: Record<string, unknown>): Parameters<typeof sale>[3] {
	const names = new Set<string>(Object.values(KEYS));
	const keys = Object.fromEntries(Object.entries(change).filter(([name]) => names.has(name)));
	return { ...Object.fromEntries(Object.entries(change).filter(([name]) => !names.has(name))), keys };
}
