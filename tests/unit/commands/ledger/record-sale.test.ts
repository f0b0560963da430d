import { describe, expect, test } from 'vitest';
import { configureShop } from '../../../../src/commands/ledger/configure-shop.ts';
import { recordSale } from '../../../../src/commands/ledger/record-sale.ts';
import { startOutage } from '../../../../src/commands/ledger/start-outage.ts';
import type { SaleInput } from '../../../../src/domain/ledger/sale-body.ts';
import { AMOUNT_MINOR_MAX } from '../../../../src/domain/money.ts';
import { problem } from '../../../../src/domain/problems.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

const noodles: SaleInput = { amountMinor: 2850, tender: 'card', terminalId: '1', cashier: 'Li' };

describe('recording a sale', () => {
	test('answers with its place in the log, and the sale stands in the day of the shop', async () => {
		const ports = memoryPorts();
		const recorded = success(await recordSale(ports, noodles));
		expect(recorded).toMatchObject({ seq: 1, day: '2026-11-20' });
		expect(await ports.ledger.salesOfDay('2026-11-20')).toMatchObject([
			{ id: recorded.id, amountMinor: 2850, tender: 'card', state: 'paid_confirmed', clockSuspect: false, outageId: null },
		]);
	});

	test('is one commit with one entry by the person at the till', async () => {
		const ports = memoryPorts();
		await recordSale(ports, noodles);
		expect(ports.memory.commits).toHaveLength(1);
		expect(ports.memory.entries).toMatchObject([{ kind: 'sale-recorded', v: 1, actor: 'Mei', offset: 480 }]);
	});

	test.each([
		[0, null, 'amount_missing'],
		[-1, null, 'amount_missing'],
		[28.5, null, 'amount_missing'],
		[Number.NaN, null, 'amount_missing'],
		[AMOUNT_MINOR_MAX + 1, null, 'amount_too_large'],
		[2850, 2851, 'tip_too_large'],
		[2850, -1, 'tip_too_large'],
	] as const)('an amount of %s with a tip of %s is refused as %s and leaves no trace', async (amountMinor, tipMinor, code) => {
		const ports = memoryPorts();
		expectProblem(await recordSale(ports, { ...noodles, amountMinor, tipMinor }), code);
		expect(ports.memory.entries).toEqual([]);
	});

	test('the largest amount is recorded', async () => {
		const ports = memoryPorts();
		expect((await recordSale(ports, { ...noodles, amountMinor: AMOUNT_MINOR_MAX })).ok).toBe(true);
	});

	test('works before the shop was ever set up', async () => {
		const ports = memoryPorts();
		expect(await ports.ledger.shop()).toBeNull();
		expect((await recordSale(ports, noodles)).ok).toBe(true);
	});

	test('before the cut-over it belongs to the day before', async () => {
		const ports = memoryPorts();
		ports.clock.set(Date.parse('2026-11-21T03:59:00+08:00'));
		expect(success(await recordSale(ports, noodles)).day).toBe('2026-11-20');
		ports.clock.pass(60_000);
		expect(success(await recordSale(ports, noodles)).day).toBe('2026-11-21');
	});

	test('the day follows the zone of the shop, not that of the tablet', async () => {
		const ports = memoryPorts();
		await configureShop(ports, { zone: 'America/New_York' });
		ports.clock.set(Date.parse('2026-11-20T12:00:00+08:00'), 480);
		expect(success(await recordSale(ports, noodles)).day).toBe('2026-11-19');
	});

	test('a doubtful clock is written down and never refuses the sale', async () => {
		const ports = memoryPorts();
		ports.clock.doubt(true);
		ports.clock.set(0);
		success(await recordSale(ports, noodles));
		expect(await ports.ledger.salesOfDay('1970-01-01')).toMatchObject([{ clockSuspect: true }]);
	});

	test('during an outage it belongs to it, unless it was taken on another terminal', async () => {
		const ports = memoryPorts();
		const { outage } = success(await startOutage(ports, { terminalId: '1', cause: 'carrier' }));
		await recordSale(ports, noodles);
		await recordSale(ports, { ...noodles, terminalId: '2' });
		await recordSale(ports, { ...noodles, terminalId: null });
		const sales = await ports.ledger.salesOfDay('2026-11-20');
		expect(sales.map((sale) => sale.outageId)).toEqual([outage, null, outage]);
	});

	test('a card number never gets into the log, wherever it was typed', async () => {
		const ports = memoryPorts();
		const pan = '4111 1111 1111 1111';
		await recordSale(ports, {
			...noodles,
			note: `table 6, ${pan}`,
			paperSlipNo: pan,
			keys: { authCode: pan, last4: pan, merchantOrderNo: pan.replaceAll(' ', '') },
		});
		const [sale] = await ports.ledger.salesOfDay('2026-11-20');
		expect(sale?.keys).toMatchObject({ authCode: '1111', last4: '1111', merchantOrderNo: '1111' });
		expect(JSON.stringify(ports.memory.entries).replace(/\D/g, '')).not.toContain('4111111111111111');
		expect(sale?.note).toContain('table 6');
	});

	test('full-width digits count as digits, and blank fields as empty', async () => {
		const ports = memoryPorts();
		await recordSale(ports, { ...noodles, note: '   ', keys: { traceNo: ' ００４５８８ ', rrn: '' } });
		expect(await ports.ledger.salesOfDay('2026-11-20')).toMatchObject([{ note: null, keys: { traceNo: '004588', rrn: null } }]);
	});

	test('what the storage refuses is not acknowledged', async () => {
		const ports = memoryPorts();
		ports.memory.refuseNext = problem('storage_full');
		expectProblem(await recordSale(ports, noodles), 'storage_full');
	});
});
