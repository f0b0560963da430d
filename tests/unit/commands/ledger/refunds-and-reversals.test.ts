import { describe, expect, test } from 'vitest';
import { annotateSale } from '../../../../src/commands/ledger/annotate-sale.ts';
import { recordRefund } from '../../../../src/commands/ledger/record-refund.ts';
import { recordSale } from '../../../../src/commands/ledger/record-sale.ts';
import { reverseSale } from '../../../../src/commands/ledger/reverse-sale.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import type { SaleInput } from '../../../../src/domain/ledger/sale-body.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

const noodles: SaleInput = { amountMinor: 5000, tender: 'wechat', terminalId: '1', cashier: 'Li' };

async function soldOnce() {
	const ports = memoryPorts();
	const { id } = success(await recordSale(ports, noodles));
	return { ports, id };
}

describe('recording a refund', () => {
	test('stands as a refund of its sale', async () => {
		const { ports, id } = await soldOnce();
		success(await recordRefund(ports, { ...noodles, amountMinor: 2000, refundOf: id }));
		expect(await ports.ledger.refundsOf(id)).toMatchObject([{ kind: 'refund', amountMinor: 2000, refundOf: id }]);
	});

	test('all refunds of a sale together may not exceed it', async () => {
		const { ports, id } = await soldOnce();
		success(await recordRefund(ports, { ...noodles, amountMinor: 3000, refundOf: id }));
		expectProblem(await recordRefund(ports, { ...noodles, amountMinor: 2001, refundOf: id }), 'refund_exceeds_sale');
		success(await recordRefund(ports, { ...noodles, amountMinor: 2000, refundOf: id }));
	});

	test('an undone refund gives its amount free again', async () => {
		const { ports, id } = await soldOnce();
		const refund = success(await recordRefund(ports, { ...noodles, refundOf: id }));
		success(await reverseSale(ports, { sale: refund.id }));
		expect((await recordRefund(ports, { ...noodles, refundOf: id })).ok).toBe(true);
	});

	test('a refund of a sale that nobody knows, of an undone sale, or of a refund is refused', async () => {
		const { ports, id } = await soldOnce();
		expectProblem(await recordRefund(ports, { ...noodles, refundOf: asEntryId('gone') }), 'sale_not_found');
		const refund = success(await recordRefund(ports, { ...noodles, amountMinor: 100, refundOf: id }));
		expectProblem(await recordRefund(ports, { ...noodles, amountMinor: 100, refundOf: refund.id }), 'not_allowed_now');
		const other = success(await recordSale(ports, noodles));
		success(await reverseSale(ports, { sale: other.id }));
		expectProblem(await recordRefund(ports, { ...noodles, refundOf: other.id }), 'already_reversed');
	});

	test('a refund of an unknown sale may be recorded by itself', async () => {
		const ports = memoryPorts();
		expect((await recordRefund(ports, { ...noodles, refundOf: null })).ok).toBe(true);
		expectProblem(await recordRefund(ports, { ...noodles, amountMinor: 0, refundOf: null }), 'amount_missing');
	});
});

describe('undoing a sale', () => {
	test('is a new entry; the sale stays and is marked', async () => {
		const { ports, id } = await soldOnce();
		const { entry } = success(await reverseSale(ports, { sale: id }));
		expect(await ports.ledger.sale(id)).toMatchObject({ reversedBy: entry, amountMinor: 5000 });
		expect(ports.memory.entries.map(({ kind }) => kind)).toEqual(['sale-recorded', 'sale-reversed']);
	});

	test('a second time is a problem and no second entry', async () => {
		const { ports, id } = await soldOnce();
		await reverseSale(ports, { sale: id });
		expectProblem(await reverseSale(ports, { sale: id }), 'already_reversed');
		expect(ports.memory.entries).toHaveLength(2);
		expectProblem(await reverseSale(ports, { sale: asEntryId('gone') }), 'sale_not_found');
	});

	test('a refunded sale is undone only after its refunds', async () => {
		const { ports, id } = await soldOnce();
		const refund = success(await recordRefund(ports, { ...noodles, amountMinor: 100, refundOf: id }));
		expectProblem(await reverseSale(ports, { sale: id }), 'not_allowed_now');
		success(await reverseSale(ports, { sale: refund.id }));
		expect((await reverseSale(ports, { sale: id })).ok).toBe(true);
	});
});

describe('adding to a sale', () => {
	test('writes only what differs', async () => {
		const { ports, id } = await soldOnce();
		success(await annotateSale(ports, { sale: id, tender: 'alipay', terminalId: '1', keys: { traceNo: '004588' }, note: 'table 6' }));
		expect(ports.memory.entries.at(-1)?.body).toEqual({ sale: id, tender: 'alipay', keys: { traceNo: '004588' }, note: 'table 6' });
		expect(await ports.ledger.sale(id)).toMatchObject({ tender: 'alipay', keys: { traceNo: '004588', rrn: null }, note: 'table 6' });
	});

	test('leaves no entry where nothing differs', async () => {
		const { ports, id } = await soldOnce();
		expect(success(await annotateSale(ports, { sale: id, state: 'paid_confirmed', note: ' ', keys: { rrn: '' } }))).toEqual({ entry: null });
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('clears a field that was emptied', async () => {
		const { ports, id } = await soldOnce();
		await annotateSale(ports, { sale: id, note: 'table 6', keys: { last4: '3456' } });
		await annotateSale(ports, { sale: id, note: '', terminalId: null, keys: { last4: null } });
		expect(await ports.ledger.sale(id)).toMatchObject({ note: null, terminalId: null, keys: { last4: null } });
	});

	test('tells the result once it is known', async () => {
		const { ports, id } = await soldOnce();
		await annotateSale(ports, { sale: id, state: 'failed' });
		expect(await ports.ledger.sale(id)).toMatchObject({ state: 'failed' });
	});

	test('an undone or unknown sale takes no more', async () => {
		const { ports, id } = await soldOnce();
		await reverseSale(ports, { sale: id });
		expectProblem(await annotateSale(ports, { sale: id, note: 'late' }), 'already_reversed');
		expectProblem(await annotateSale(ports, { sale: asEntryId('gone'), note: 'late' }), 'sale_not_found');
	});
});
