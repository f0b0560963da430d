import { describe, expect, test } from 'vitest';
import { recordSale } from '../../../../src/commands/ledger/record-sale.ts';
import { reconcile } from '../../../../src/commands/matching/reconcile.ts';
import { SHOP_HABITS } from '../../../../src/domain/matching/habits.ts';
import type { ReconcileInput } from '../../../../src/domain/matching/rows.ts';
import { problem } from '../../../../src/domain/problems.ts';
import { fail, ok } from '../../../../src/domain/result.ts';
import { DAY_MS } from '../../../../src/domain/time.ts';
import { match, outcome } from '../../../support/builders.ts';
import { NOON } from '../../../support/ledger-fixture.ts';
import { type MemoryPorts, memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

/** Ports whose engine writes down what it was asked and finds nothing. */
function watched(meanwhile: (ports: MemoryPorts, call: number) => Promise<void> = async () => undefined) {
	const asked: ReconcileInput[] = [];
	const ports: MemoryPorts = memoryPorts({
		engine: {
			reconcile: async (input) => {
				asked.push(input);
				await meanwhile(ports, asked.length);
				return ok(outcome());
			},
		},
	});
	return { ports, asked };
}

async function sellOn(ports: MemoryPorts, day: number): Promise<void> {
	ports.clock.set(NOON + day * DAY_MS);
	success(await recordSale(ports, { amountMinor: 2850, tender: 'card', terminalId: '1', cashier: 'Li' }));
}

describe('comparing again', () => {
	test('judges only the days whose facts changed, with the rules of the shop', async () => {
		const { ports, asked } = watched();
		await sellOn(ports, 0);
		expect(success(await reconcile(ports))).toEqual({ days: ['2026-11-20'], busy: false, pending: false });
		expect(asked).toMatchObject([{ rules: { zone: 'Asia/Shanghai', cutoverMinutes: 240, lateDays: 3 }, now: ports.clock.now().at }]);
		expect(success(await reconcile(ports)).days).toEqual([]);
		expect(asked).toHaveLength(1);
	});

	test('learns how the shop works from what was confirmed before', async () => {
		const { ports, asked } = watched();
		const told: string[] = [];
		const evidence = [{ field: 'terminal', relation: 'differs', milliBits: 0 } as const];
		const confirmed = Array.from({ length: 40 }, (_, k) => ({ ...match([`s${k}`], [`r${k}`], { confirmed: true }), evidence }));
		const derived: MemoryPorts['derived'] = {
			...ports.derived,
			confirmedBefore: async (day) => {
				told.push(day);
				return confirmed;
			},
		};
		await sellOn(ports, 0);
		success(await reconcile({ ...ports, derived }));
		expect(told).toEqual(['2026-11-14']);
		expect(asked[0]?.rules.habits?.terminalDiffers).toBeGreaterThan(SHOP_HABITS.counter.terminalDiffers);
		expect(asked[0]?.rules.habits?.keyWrong).toBe(SHOP_HABITS.counter.keyWrong);
	});

	test('takes facts from twice as far as it saves results', async () => {
		const { ports } = watched();
		await sellOn(ports, 0);
		const loaded: (readonly string[])[] = [];
		const saved: (readonly string[])[] = [];
		const derived: MemoryPorts['derived'] = {
			...ports.derived,
			facts: (days) => {
				loaded.push(days);
				return ports.derived.facts(days);
			},
			save: (days, found, mark, at) => {
				saved.push(days);
				return ports.derived.save(days, found, mark, at);
			},
		};
		success(await reconcile({ ...ports, derived }));
		expect([loaded[0]?.[0], loaded[0]?.at(-1)]).toEqual(['2026-11-14', '2026-11-26']);
		expect([saved[0]?.[0], saved[0]?.at(-1)]).toEqual(['2026-11-17', '2026-11-23']);
	});

	test('days far apart do not drag those between them along', async () => {
		const { ports, asked } = watched();
		await sellOn(ports, 0);
		await sellOn(ports, 40);
		await reconcile(ports);
		expect(asked).toHaveLength(2);
		expect(asked.map(({ sales }) => sales.length)).toEqual([1, 1]);
	});

	test('facts that change under the engine are judged again', async () => {
		const { ports, asked } = watched(async (own, call) => {
			if (call === 1) await sellOn(own, 0);
		});
		await sellOn(ports, 0);
		expect(success(await reconcile(ports))).toMatchObject({ pending: false, days: ['2026-11-20'] });
		expect(asked.map(({ sales }) => sales.length)).toEqual([1, 2]);
	});

	test('where they keep changing, the rest is left to the next run', async () => {
		const { ports, asked } = watched((own) => sellOn(own, 0));
		await sellOn(ports, 0);
		expect(success(await reconcile(ports))).toEqual({ days: [], busy: false, pending: true });
		expect(asked).toHaveLength(3);
		expect(await ports.derived.dirtyDays()).toEqual(['2026-11-20']);
	});

	test('an engine that stops is a problem, and the days stay to be judged', async () => {
		const ports = memoryPorts({ engine: { reconcile: async () => fail(problem('engine_stopped')) } });
		await sellOn(ports, 0);
		expectProblem(await reconcile(ports), 'engine_stopped');
		expect(await ports.derived.dirtyDays()).toEqual(['2026-11-20']);
	});

	test('a second window does nothing meanwhile', async () => {
		const { ports } = watched();
		await sellOn(ports, 0);
		const [first, second] = await Promise.all([reconcile(ports), reconcile(ports)]);
		expect([success(first).busy, success(second).busy]).toEqual([false, true]);
	});

	test('a sale whose bill falls due is judged again without any new fact', async () => {
		const dueAt = NOON + DAY_MS;
		const ports: MemoryPorts = memoryPorts({
			engine: {
				reconcile: async (input) => ok(outcome({ awaiting: input.now < dueAt ? input.sales.map(({ id, offset }) => ({ sale: id, dueAt, offset })) : [] })),
			},
		});
		await sellOn(ports, 0);
		await reconcile(ports);
		expect(await ports.derived.awaitingOfDay('2026-11-20')).toHaveLength(1);
		expect(success(await reconcile(ports)).days).toEqual([]);
		ports.clock.set(dueAt);
		expect(success(await reconcile(ports)).days).toEqual(['2026-11-20']);
		expect(await ports.derived.awaitingOfDay('2026-11-20')).toEqual([]);
	});

	test('tells how much of the days due is judged, and nothing where none is', async () => {
		const heard: number[] = [];
		const ports = memoryPorts({
			engine: {
				reconcile: async (_, onProgress) => {
					onProgress?.(0.5);
					onProgress?.(1);
					return ok(outcome());
				},
			},
		});
		const onProgress = (done: number) => heard.push(done);
		for (const day of [0, 40, 80]) await sellOn(ports, day);
		success(await reconcile(ports, { onProgress }));
		expect(heard.map((done) => Math.round(done * 100))).toEqual([0, 15, 30, 33, 48, 63, 67, 82, 97]);
		success(await reconcile(ports, { onProgress }));
		expect(heard).toHaveLength(9);
	});

	test('stopped by a person it keeps the days that are judged, nothing of the others, and leaves those due', async () => {
		const stop = new AbortController();
		const ports = memoryPorts({
			engine: {
				reconcile: async (input, _, signal) => {
					if (input.sales.some(({ day }) => day === '2026-12-30')) stop.abort();
					return signal?.aborted ? fail(problem('comparing_stopped')) : ok(outcome());
				},
			},
		});
		for (const day of [0, 40, 80]) await sellOn(ports, day);
		expectProblem(await reconcile(ports, { signal: stop.signal }), 'comparing_stopped');
		expect(await ports.derived.dirtyDays()).toEqual(['2026-12-30', '2027-02-08']);
		expectProblem(await reconcile(ports, { signal: stop.signal }), 'comparing_stopped');
		expect(success(await reconcile(ports)).days).toEqual(['2026-12-30', '2027-02-08']);
	});
});
