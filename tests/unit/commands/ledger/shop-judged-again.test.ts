import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { closeDay } from '../../../../src/commands/end-of-day/close-day.ts';
import { configureShop } from '../../../../src/commands/ledger/configure-shop.ts';
import { recordSale } from '../../../../src/commands/ledger/record-sale.ts';
import { reconcile } from '../../../../src/commands/matching/reconcile.ts';
import type { Ports } from '../../../../src/commands/ports.ts';
import { commitImport } from '../../../../src/commands/receipts/commit-import.ts';
import type { Shop } from '../../../../src/domain/ledger/shop.ts';
import { SHOP_HABITS } from '../../../../src/domain/matching/habits.ts';
import { reconcile as compare } from '../../../../src/domain/matching/reconcile.ts';
import type { MatchRules } from '../../../../src/domain/matching/rows.ts';
import { ok } from '../../../../src/domain/result.ts';
import { DAY_MS } from '../../../../src/domain/time.ts';
import { bill } from '../../../support/builders.ts';
import type { FakeClock } from '../../../support/fake-clock.ts';
import { DAY, NOON } from '../../../support/ledger-fixture.ts';
import { type MemoryOptions, memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';
import { storedPorts } from '../../../support/stored-ports.ts';

type TestPorts = Ports & { readonly clock: FakeClock };
const KINDS = ['memory', 'storage'] as const;

/** A set-up shop with a card sale on 20 November, judged on the evening of that day; and the rules it is judged by from here on. */
async function judgedShop(kind: (typeof KINDS)[number], shop: Partial<Shop> = {}): Promise<{ ports: TestPorts; rules: MatchRules[] }> {
	const rules: MatchRules[] = [];
	const options: MemoryOptions = {
		engine: {
			reconcile: async (input) => {
				rules.push(input.rules);
				return ok(compare(input));
			},
		},
	};
	const ports: TestPorts = kind === 'memory' ? memoryPorts(options) : (await storedPorts(options)).ports;
	success(await configureShop(ports, shop));
	ports.clock.set(NOON);
	success(await recordSale(ports, { amountMinor: 5_000, tender: 'card', terminalId: '1', cashier: 'Li' }));
	success(await reconcile(ports));
	expect(await ports.derived.dirtyDays()).toEqual([]);
	return { ports, rules };
}

describe.each(KINDS)('settings of the shop, over %s', (kind) => {
	test.each<[string, Partial<Shop>]>([
		['its zone', { zone: 'Europe/Berlin' }],
		['the hour at which its day ends', { cutoverMinutes: 360 }],
		['what kind of place it is', { kind: 'restaurant' }],
		['what the drawer may differ by', { cashToleranceMinor: 500 }],
		['who runs a terminal', { terminals: [{ id: '1', name: '1', provider: '拉卡拉' }] }],
	])('%s has every judged day judged again', async (_, change) => {
		const { ports } = await judgedShop(kind);
		success(await configureShop(ports, change));
		expect(await ports.derived.dirtyDays()).toContain(DAY);
		success(await reconcile(ports));
		expect(await ports.derived.dirtyDays()).toEqual([]);
	});

	test.each<[string, Partial<Shop>]>([
		['its name', { name: '老王面馆' }],
		['who is at the till', { cashiers: ['小李'] }],
		['the order of the keys', { tenders: ['cash', 'card'] }],
		['the same kind once more', { kind: 'counter' }],
		['what a terminal is called', { terminals: [{ id: '1', name: '门口', provider: '' }] }],
	])('%s leaves the days as they are', async (_, change) => {
		const { ports } = await judgedShop(kind);
		success(await configureShop(ports, change));
		expect(await ports.derived.dirtyDays()).toEqual([]);
	});

	test('the kind of shop is what the comparison believes about its people, and a counter where nobody has said', async () => {
		const { ports, rules } = await judgedShop(kind);
		success(await configureShop(ports, { kind: 'restaurant' }));
		success(await reconcile(ports));
		expect(rules.map(({ habits }) => habits)).toEqual([SHOP_HABITS.counter, SHOP_HABITS.restaurant]);
		success(await configureShop(ports, { name: '老王面馆' }));
		expect((await ports.ledger.shop())?.kind).toBe('restaurant');
	});

	test('a sale that was awaited by the old clock is missing by the new one, without any new fact', async () => {
		const { ports } = await judgedShop(kind, { zone: 'Asia/Dubai' });
		success(
			await commitImport(ports, {
				file: { name: 'empty.csv', bytes: new Uint8Array(1) },
				reading: { hash: 'empty', bills: [bill([], { tenders: ['card'] })], statements: [] },
			}),
		);
		// Ten o'clock of the next day has come in Shanghai, and not in Dubai.
		ports.clock.set(Date.parse('2026-11-21T11:00:00+08:00'));
		success(await reconcile(ports));
		expect([await ports.derived.awaitingOfDay(DAY), await ports.derived.discrepanciesOfDay(DAY)].map(({ length }) => length)).toEqual([1, 0]);
		success(await configureShop(ports, { zone: 'Asia/Shanghai' }));
		success(await reconcile(ports));
		expect([await ports.derived.awaitingOfDay(DAY), await ports.derived.discrepanciesOfDay(DAY)].map(({ length }) => length)).toEqual([0, 1]);
	});

	test('sales keep their business day, and a closed day stays as it was sealed', async () => {
		const { ports } = await judgedShop(kind);
		ports.clock.set(NOON + DAY_MS);
		success(await closeDay(ports, { day: DAY, handedOverBy: 'Li Min', checkedBy: null }));
		const sealed = await ports.work.dayClose(DAY);
		success(await configureShop(ports, { zone: 'Pacific/Auckland', cutoverMinutes: 720, kind: 'market' }));
		success(await reconcile(ports));
		expect(await ports.work.dayClose(DAY)).toEqual(sealed);
		expect((await ports.ledger.salesOfDay(DAY)).map(({ amountMinor }) => amountMinor)).toEqual([5_000]);
	});
});

test('a kind that there is not is refused', async () => {
	const ports = memoryPorts();
	expectProblem(await configureShop(ports, { kind: 'castle' as never }), 'setting_invalid');
	expect(await ports.ledger.shop()).toBeNull();
});
