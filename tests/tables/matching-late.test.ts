import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { at, compareRows, covering, gapsOf, matchesOf, receipt, sale } from '../support/matching-rows.ts';

/** Receipts that come long after their sales, many at once. */
const days = { coverage: [covering('terminal', ['2026-11-15', '2026-11-26'])], now: at('2026-11-29T12:00:00+08:00') };
const MINUTE = 60_000;

/** Amounts of a menu with few prices, so that an amount alone tells little. */
const PRICES = [18, 22, 18, 31, 22, 18, 45, 31, 22, 18, 27, 45];

/** A morning that went well, then an outage from noon on: a sale every three minutes, of which nothing arrives at once. */
function outage({ count = 12, shift = 0, burst = false, missing = [] as readonly number[], terminal = 'T1' as string | null }) {
	const morning = Array.from({ length: 20 }, (_, k) => at('09:00') + k * 7 * MINUTE);
	const lost = Array.from({ length: count }, (_, k) => at('12:00') + k * 3 * MINUTE);
	const priced = (k: number) => `${PRICES[k % PRICES.length]}.00`;
	const row = (id: string, time: number, amount: string) => ({ ...sale(id, '12:00', amount, { terminalId: terminal }), at: time });
	const arrival = (k: number) => (burst ? at('12:00') + shift + k * 8_000 : (lost[k] ?? 0) + shift + (k % 5) * 1_000);
	const late = lost.flatMap((_, k): Receipt[] => (missing.includes(k) ? [] : [{ ...receipt(`r${k}`, '12:00', priced(k)), at: arrival(k) }]));
	return {
		...days,
		sales: [...morning.map((time, k) => row(`m${k}`, time, `${60 + k}.00`)), ...lost.map((time, k) => row(`s${k}`, time, priced(k)))],
		receipts: [...morning.map((time, k) => ({ ...receipt(`n${k}`, '12:00', `${60 + k}.00`), at: time + (k % 3) * 1_000 })), ...late],
	};
}

const rightOf = (input: ReturnType<typeof outage>) => matchesOf(compareRows(input)).filter((pair) => /^s(\d+) = r\1$/.test(pair)).length;

describe('an outage of a terminal', () => {
	it.each([
		['two hours late', 120 * MINUTE],
		['a day late', 24 * 60 * MINUTE],
		['nearly three days late', 71 * 60 * MINUTE],
	])('whose receipts keep their distances, %s, is matched one by one', (_, shift) => {
		expect(rightOf(outage({ shift }))).toBe(12);
		expect(gapsOf(compareRows(outage({ shift })))).toEqual([]);
	});

	it('that is one receipt short misses that one', () => {
		const input = outage({ shift: 130 * MINUTE, missing: [6] });
		expect(rightOf(input)).toBe(11);
		expect(gapsOf(compareRows(input))).toEqual(['missing_at_terminal: s6, 1, 4500']);
	});

	it('whose receipts all come within two minutes leaves no sale without one', () => {
		const input = outage({ shift: 150 * MINUTE, burst: true });
		const outcome = compareRows(input);
		expect(gapsOf(outcome)).toEqual([]);
		const amount = new Map([...input.sales, ...input.receipts].map((row) => [row.id as string, row.amountMinor]));
		for (const match of outcome.matches) expect(amount.get(match.sales[0] ?? '')).toBe(amount.get(match.receipts[0] ?? ''));
	});

	it('is found for sales that name no terminal', () => {
		expect(rightOf(outage({ shift: 120 * MINUTE, terminal: null }))).toBe(12);
	});

	it('of few sales is no block: four, and three of them of one price', () => {
		const input = outage({ count: 4, shift: 26 * 60 * MINUTE });
		expect(gapsOf(compareRows(input))).toEqual([]);
	});
});

/** A day of numbered payments, of which those named come `minutes` late. */
function numbered(posted: ReadonlyMap<number, number>, change: (k: number) => Partial<Receipt> = () => ({})) {
	const sales = Array.from({ length: 24 }, (_, k) => ({ ...sale(`s${k}`, '10:00', '25.00'), at: at('10:00') + k * 9 * MINUTE }));
	const receipts = sales.map((row, k) => ({
		...receipt(`r${k}`, '10:00', '25.00', { traceNo: String(500 + k).padStart(6, '0'), batchNo: '12' }),
		at: row.at + 5_000 + (posted.get(k) ?? 0) * MINUTE,
		...change(k),
	}));
	return { ...days, sales, receipts };
}

describe('a receipt whose number is too low for its time', () => {
	const found = (input: ReturnType<typeof numbered>, k: number) => matchesOf(compareRows(input)).includes(`s${k} = r${k}`);

	it('was posted late, and is matched with the sale of its number', () => {
		const input = numbered(
			new Map([
				[6, 200],
				[13, 400],
			]),
		);
		expect([found(input, 6), found(input, 13), found(input, 7)]).toEqual([true, true, true]);
		expect(gapsOf(compareRows(input))).toEqual([]);
	});

	it('says so in every batch and on every terminal by itself', () => {
		const input = numbered(new Map([[6, 200]]), (k) => (k % 2 === 0 ? {} : { batchNo: '13', traceNo: String(900 - k).padStart(6, '0') }));
		expect(found(input, 6)).toBe(true);
	});

	it('does not say so where numbers are no numbers, or of no terminal', () => {
		const words = numbered(new Map([[6, 200]]), (k) => ({ traceNo: `A${500 + k}` }));
		const nowhere = numbered(new Map([[6, 200]]), () => ({ terminalId: null }));
		const sure = (input: ReturnType<typeof numbered>) => compareRows(input).matches.find((match) => match.receipts[0] === 'r6')?.band;
		expect(sure(numbered(new Map([[6, 200]])))).toBe('auto');
		expect(sure(words)).not.toBe('auto');
		expect(sure(nowhere)).not.toBe('auto');
	});

	it('does not say so of few numbers, nor where many are out of order', () => {
		const band = (input: ReturnType<typeof numbered>) => compareRows(input).matches.find((match) => match.receipts.includes('r3'))?.band;
		const cut = (size: number) => {
			const input = numbered(new Map([[3, 100]]));
			return { ...input, sales: input.sales.slice(0, size), receipts: input.receipts.slice(0, size) };
		};
		expect(band(cut(8))).toBe('auto');
		expect(band(cut(7))).not.toBe('auto');
	});
});

describe('a sale logged from its slip at the end of the day', () => {
	it('finds its receipt of the morning', () => {
		const sales = [sale('s1', '21:00', '87.31'), sale('s2', '21:01', '44.10')];
		const receipts = [receipt('r1', '10:00', '87.31'), receipt('r2', '12:00', '44.10')];
		expect(matchesOf(compareRows({ ...days, sales, receipts }))).toEqual(['s1 = r1', 's2 = r2']);
	});
});

describe('other amounts', () => {
	/** Of one sale and one receipt, so that the clock is as it is. */
	const bandAt = (seconds: number, logged: string, charged: string) => {
		const receipts = [{ ...receipt('r1', '12:00', charged), at: at('12:00') + seconds * 1_000 }];
		return compareRows({ sales: [sale('s1', '12:00', logged)], receipts }).matches[0]?.band;
	};

	it.each([
		['one digit wrong, within five minutes', '168.00', '118.00', 300, 301],
		['two digits swapped, within five minutes', '83.10', '38.10', 300, 301],
		['one digit wrong, five minutes before', '168.00', '118.00', -300, -301],
		['a tip, within twenty minutes', '100.00', '115.00', 1_200, 1_201],
		['a tip, twenty minutes before', '100.00', '115.00', -1_200, -1_201],
	])('are looked for: %s', (_, logged, charged, within, beyond) => {
		expect(bandAt(within, logged, charged)).toBeDefined();
		expect(bandAt(beyond, logged, charged)).toBeUndefined();
	});

	it('of two fifths more are a tip, and not a cent above', () => {
		expect(bandAt(1_100, '14.00', '19.60')).toBeDefined();
		expect(bandAt(1_100, '14.00', '19.61')).toBeUndefined();
	});
});
