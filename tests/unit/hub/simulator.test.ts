import { describe, expect, onTestFinished, test } from 'vitest';
import { SCENARIO_NAMES, type ScenarioName } from '../../../hub/sources/simulator/scenarios.ts';
import { openSimulator } from '../../../hub/sources/simulator/simulator.ts';
import type { PaymentRequest } from '../../../hub/sources/simulator/terminal.ts';
import { parseIso } from '../../../src/domain/time.ts';
import { readReceipt } from '../../../src/feeds/protocol.ts';
import { temporaryFolder, temporaryJournal } from './support/hub-fixtures.ts';

const START = Date.UTC(2026, 10, 20, 4);

/** A simulated terminal whose clock stands until the test advances it. */
async function terminal(scenario: ScenarioName, seed = '1', folder?: string) {
	const dataFolder = folder ?? (await temporaryFolder());
	const journal = await temporaryJournal(dataFolder);
	const { source, control } = await openSimulator({ scenario, seed, dataFolder }, journal, { now: () => START, elapsed: () => 0, log: () => {} });
	onTestFinished(() => source.stop());
	await source.start();
	/** What the feed holds now. */
	const held = async () => {
		await source.refresh();
		return journal.parts().flatMap(({ receipts }) => [...receipts.values()]);
	};
	const pay = (amountMinor: number, change: Partial<PaymentRequest> = {}) =>
		control.pay({ amountMinor, currency: 'CNY', tender: 'card', terminalId: 'T1', at: { at: control.now(), offset: 480 }, ...change });
	/** So many payments of ¥20.00, ¥21.00, …, ten seconds apart. */
	const payMany = async (count: number) => {
		for (let n = 0; n < count; n++) {
			await pay(2_000 + n * 100);
			await control.advance(10);
		}
	};
	const covers = (at: number) => source.coverage().some(({ from, to }) => (parseIso(from)?.at ?? 0) <= at && at < (parseIso(to)?.at ?? 0));
	const stop = async () => {
		await source.stop();
		await journal.close();
	};
	return { source, control, journal, held, pay, payMany, covers, dataFolder, stop };
}

describe('clean', () => {
	test('leaves one receipt for each payment, with the amount, tender and time of the payment', async () => {
		const { held, payMany } = await terminal('clean');
		await payMany(12);
		const receipts = await held();
		expect(receipts.map(({ amount }) => amount)).toEqual(Array.from({ length: 12 }, (_, n) => `${20 + n}.00`));
		expect(new Set(receipts.map(({ rrn }) => rrn)).size).toBe(12);
		for (const receipt of receipts) expect(readReceipt(receipt).ok).toBe(true);
	});

	test('covers the time up to a few seconds ago', async () => {
		const { held, pay, covers, control } = await terminal('clean');
		await pay(1_000);
		await held();
		expect(covers(START)).toBe(false);
		await control.advance(3);
		await held();
		expect(covers(START)).toBe(true);
		expect(covers(control.now() - 1_000)).toBe(false);
	});
});

describe('outage', () => {
	test('holds everything back for ten minutes, then gives it in one batch, but for the second payment', async () => {
		const { source, held, payMany, covers, control } = await terminal('outage');
		await control.advance(60);
		await payMany(4);
		expect(await held()).toEqual([]);
		expect(source.state()).toBe('offline');
		expect(covers(START + 60_000)).toBe(false);
		expect(covers(START + 30_000)).toBe(true);
		await control.advance(600);
		expect((await held()).map(({ amount }) => amount)).toEqual(['20.00', '22.00', '23.00']);
		expect(source.state()).toBe('ok');
		expect(covers(START + 100_000)).toBe(true);
		expect(control.truth().payments.map(({ fault, gap }) => [fault, gap])).toEqual([
			['late', null],
			['lost', 'missing_at_terminal'],
			['late', null],
			['late', null],
		]);
	});
});

describe('faulty', () => {
	test('plants exactly its known mix', async () => {
		const { held, payMany, control } = await terminal('faulty');
		await payMany(12);
		const receipts = await held();
		const { payments } = control.truth();
		const asked = payments.filter(({ fault }) => fault !== 'stray');
		expect(asked.map(({ gap }) => gap)).toEqual([
			...[null, 'missing_at_terminal', null, null, 'duplicate_charge', null, 'amount_short', null, 'tender_mismatch', null, null, null],
		]);
		expect(asked.map(({ printed }) => printed.length)).toEqual([1, 0, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1]);
		expect(payments.filter(({ fault }) => fault === 'stray').map(({ gap }) => gap)).toEqual(['missing_in_ledger']);
		const told = payments.flatMap(({ printed }) => printed.map(({ id }) => id));
		expect(receipts.map(({ id }) => id).sort()).toEqual(told.sort());
	});

	test('the second charge of a doubled payment carries the same card under numbers of its own', async () => {
		const { held, payMany, control } = await terminal('faulty');
		await payMany(6);
		const ids = control
			.truth()
			.payments.find(({ fault }) => fault === 'doubled')
			?.printed.map(({ id }) => id);
		const [first, again] = (await held()).filter(({ id }) => ids?.includes(id));
		expect(again).toMatchObject({ amount: first?.amount, last4: first?.last4, terminalId: first?.terminalId });
		expect(again?.rrn).not.toBe(first?.rrn);
	});

	test('charges the seventh less than was asked, but something', async () => {
		const { payMany, control } = await terminal('faulty', 'x');
		await payMany(7);
		const seventh = control.truth().payments.find(({ fault }) => fault === 'amount_short');
		const [charged, asked] = [Number(seventh?.printed[0]?.amount), Number(seventh?.amount)];
		expect(charged).toBeGreaterThan(0);
		expect(charged).toBeLessThan(asked);
	});
});

describe('noon-rush', () => {
	test('customers come by themselves, and what is covered has always been given', async () => {
		const { source, held, control } = await terminal('noon-rush');
		await held();
		const before = control.truth().payments.length;
		for (let step = 0; step < 60; step++) {
			await control.advance(60);
			const until = parseIso(source.coverage()[0]?.to ?? '')?.at ?? 0;
			for (const { at, printed } of control.truth().payments) {
				if ((parseIso(at)?.at ?? 0) < until) expect(printed.every(({ given }) => given)).toBe(true);
			}
		}
		expect(control.truth().payments.length).toBeGreaterThan(before + 20);
	});

	test('while the terminals are offline coverage stands where the network failed', async () => {
		const { source, control } = await terminal('noon-rush');
		await control.advance(25 * 60);
		expect([source.state(), source.coverage()[0]?.to]).toEqual(['offline', '2026-11-20T12:20:00+08:00']);
		await control.advance(15 * 60);
		expect([source.state(), source.coverage()[0]?.to]).toEqual(['ok', '2026-11-20T12:39:58+08:00']);
	});

	test('a day has about 130 customers and faults of several kinds', async () => {
		const { control } = await terminal('noon-rush', '3');
		await control.advance(20 * 3_600);
		const { payments } = control.truth();
		expect(payments.length).toBeGreaterThanOrEqual(130);
		expect(new Set(payments.map(({ fault }) => fault)).size).toBeGreaterThan(3);
	});
});

describe('every scenario', () => {
	test.each(SCENARIO_NAMES)('%s: the same seed and payments give the same receipts, another seed gives others', async (scenario) => {
		const runs = await Promise.all(
			['1', '1', '2'].map(async (seed) => {
				const { held, payMany, control } = await terminal(scenario, seed);
				await payMany(10);
				await control.advance(3_600);
				return held();
			}),
		);
		expect(runs[0]).toEqual(runs[1]);
		expect(runs[0]).not.toEqual(runs[2]);
	});

	test.each(SCENARIO_NAMES)('%s: goes on after a restart where it stopped', async (scenario) => {
		const first = await terminal(scenario);
		await first.payMany(3);
		const [held, truth] = [await first.held(), first.control.truth()];
		await first.stop();
		const again = await terminal(scenario, '1', first.dataFolder);
		expect(await again.held()).toEqual(held);
		expect(again.control.truth()).toEqual(truth);
	});

	test('another scenario takes back what the one before has invented', async () => {
		const first = await terminal('clean');
		await first.payMany(2);
		const ids = (await first.held()).map(({ id }) => id);
		await first.stop();
		const again = await terminal('faulty', '1', first.dataFolder);
		expect(await again.held()).toEqual([]);
		const slice = again.journal.slice('', 500);
		const next = again.journal.slice(slice.ok ? slice.value.next : '', 500);
		expect(next).toMatchObject({ ok: true, value: { withdrawn: ids } });
	});
});

test('a payment dated earlier is covered only once its receipt is there', async () => {
	const { held, pay, covers } = await terminal('clean');
	const at = START - 3_600_000;
	await pay(1_000, { at: { at, offset: 480 } });
	expect(await held()).toHaveLength(1);
	expect(covers(at)).toBe(true);
});
