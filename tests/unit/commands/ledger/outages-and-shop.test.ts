import { describe, expect, test } from 'vitest';
import { configureShop } from '../../../../src/commands/ledger/configure-shop.ts';
import { endOutage } from '../../../../src/commands/ledger/end-outage.ts';
import { recordRefund } from '../../../../src/commands/ledger/record-refund.ts';
import { recordSale } from '../../../../src/commands/ledger/record-sale.ts';
import { reverseSale } from '../../../../src/commands/ledger/reverse-sale.ts';
import { startOutage } from '../../../../src/commands/ledger/start-outage.ts';
import type { SaleInput } from '../../../../src/domain/ledger/sale-body.ts';
import { SHOP_DEFAULT } from '../../../../src/domain/ledger/shop.ts';
import { HOUR_MS } from '../../../../src/domain/time.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

const noodles: SaleInput = { amountMinor: 5000, tender: 'cash', terminalId: '1', cashier: 'Li' };

describe('an outage', () => {
	test('ends with the count and the sum of what was logged in it, undone sales left out', async () => {
		const ports = memoryPorts();
		await recordSale(ports, noodles);
		const { outage } = success(await startOutage(ports, { terminalId: null, cause: 'shop_network' }));
		const wrong = success(await recordSale(ports, { ...noodles, amountMinor: 1 }));
		await reverseSale(ports, { sale: wrong.id });
		const sold = success(await recordSale(ports, { ...noodles, amountMinor: 2850, tender: 'card' }));
		await recordRefund(ports, { ...noodles, amountMinor: 850, refundOf: sold.id });
		ports.clock.pass(HOUR_MS);
		const ended = success(await endOutage(ports));
		expect(ended).toMatchObject({ outage, count: 2, sumMinor: 2850 });
		expect(ended.endedAt - ended.startedAt).toBe(HOUR_MS);
	});

	test('over the end of the business day counts the sales of both days', async () => {
		const ports = memoryPorts();
		ports.clock.set(Date.parse('2026-11-21T03:30:00+08:00'));
		await startOutage(ports, { terminalId: '1', cause: 'unknown' });
		await recordSale(ports, noodles);
		ports.clock.pass(HOUR_MS);
		await recordSale(ports, noodles);
		expect(success(await endOutage(ports))).toMatchObject({ count: 2, sumMinor: 10_000 });
	});

	test('started twice is one outage', async () => {
		const ports = memoryPorts();
		const first = success(await startOutage(ports, { terminalId: '1', cause: 'carrier' }));
		expect(success(await startOutage(ports, { terminalId: '1', cause: 'carrier' }))).toEqual(first);
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('cannot end where none is open', async () => {
		const ports = memoryPorts();
		expectProblem(await endOutage(ports), 'not_allowed_now');
		await startOutage(ports, { terminalId: '1', cause: 'carrier' });
		await endOutage(ports);
		expectProblem(await endOutage(ports), 'not_allowed_now');
	});
});

describe('setting up the shop', () => {
	test('keeps what was not named', async () => {
		const ports = memoryPorts();
		await configureShop(ports, { name: ' 老王面馆 ', cashiers: ['小李', ' 小李', '', '敏'] });
		const shop = success(await configureShop(ports, { cutoverMinutes: 300 }));
		expect(shop).toEqual({ ...SHOP_DEFAULT, name: '老王面馆', cashiers: ['小李', '敏'], cutoverMinutes: 300 });
		expect(await ports.ledger.shop()).toEqual(shop);
	});

	test('keeps each terminal once and names a nameless one by its number', async () => {
		const ports = memoryPorts();
		const terminals = [
			{ id: ' ０1 ', name: '', provider: '' },
			{ id: '01', name: 'again', provider: '' },
			{ id: '', name: 'none', provider: '' },
		];
		expect(success(await configureShop(ports, { terminals })).terminals).toEqual([{ id: '01', name: '01', provider: '' }]);
	});

	test.each([
		[{ zone: 'Mars/Olympus' }],
		[{ currency: 'yuan' }],
		[{ cutoverMinutes: 1440 }],
		[{ cutoverMinutes: -1 }],
		[{ tenders: [] }],
		[{ cashToleranceMinor: -1 }],
		[{ cashToleranceMinor: 0.5 }],
	])('%j is refused', async (change) => {
		const ports = memoryPorts();
		expectProblem(await configureShop(ports, change), 'setting_invalid');
		expect(ports.memory.entries).toEqual([]);
	});
});
