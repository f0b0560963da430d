import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asDiscrepancyId, asEntryId } from '../../../../src/domain/ids.ts';
import { DAY_MS, HOUR_MS } from '../../../../src/domain/time.ts';
import { Database, type DecisionRow } from '../../../../src/storage/database.ts';
import { reviewView } from '../../../../src/storage/queries/day/review.ts';
import { rootCauses } from '../../../../src/storage/queries/day/review-causes.ts';
import { DAY, MIDNIGHT, SHOP, storeDay } from '../../../support/noodle-day.ts';

const NOW = MIDNIGHT + 23 * HOUR_MS;
let db: Database;
let opened = 0;
const review = () => reviewView(db, DAY, { shop: SHOP, now: NOW, today: DAY });

beforeEach(async () => {
	opened += 1;
	db = new Database(`review-${opened}`);
	await db.open();
	await storeDay(db);
});
afterEach(() => db.delete());

describe("the owner's day", () => {
	test('puts every record into exactly one place', async () => {
		const { segments, day } = await review();
		expect(segments).toEqual({ matched: 145, cash: 33, awaiting: 6, open: 3, escalated: 0, settled: 0 });
		const strays = day.gaps.filter(({ sale }) => sale === null).length;
		expect(Object.values(segments).reduce((sum, count) => sum + count, 0)).toBe(day.salesCount + strays);
	});

	test('keeps what may be lost apart from what is owed and from what only the books differ by', async () => {
		const before = await review();
		expect(before.lossMinor).toBe(before.day.gaps.filter(({ kind }) => kind !== 'missing_in_ledger').reduce((sum, { amountMinor }) => sum + amountMinor, 0));
		await db.discrepancies.filter(({ kind }) => kind === 'amount_short').modify({ risk: 'owed' });
		expect(await review()).toMatchObject({ lossMinor: before.lossMinor - 500, owedMinor: 500 });
	});

	test('asks for a decision about the most urgent open gap, and no more once all are decided', async () => {
		const { first, undecided } = await review();
		expect(undecided).toBe(3);
		expect(first?.gap.state).toBe('open');
		await db.discrepancies.toCollection().modify({ state: 'escalated' });
		const decided = await review();
		expect(decided.first).toBeNull();
		expect(decided.segments).toMatchObject({ open: 0, escalated: 3 });
		expect(decided.day.gaps).toHaveLength(3);
	});

	test('marks which days of the trend were days of trade', async () => {
		const { trend } = await review();
		expect(trend).toHaveLength(14);
		expect(trend.filter(({ traded }) => traded).map(({ day }) => day)).toEqual([DAY]);
		expect(trend.at(-1)).toMatchObject({ day: DAY, gaps: 3 });
	});

	test('draws the hours in the order of the business day with their gaps', async () => {
		const { hours, day } = await review();
		expect(hours.reduce((sum, { salesCount }) => sum + salesCount, 0)).toBe(day.salesCount);
		expect(hours.reduce((sum, { gaps }) => sum + gaps, 0)).toBe(3);
	});
});

describe('root causes', () => {
	let seq = 0;
	const decision = (gap: string, kind: DecisionRow['kind'], body: object, undone = false) => {
		seq += 1;
		const row = { id: asEntryId(`d${seq}`), seq, at: NOW - DAY_MS, offset: 480, actor: '李敏', kind, body, discrepancy: asDiscrepancyId(gap) };
		return { ...row, undoneBy: undone ? asEntryId('u') : null } as unknown as DecisionRow;
	};

	test('count each gap once, by the last decision that stands', () => {
		const decisions = [
			decision('a', 'discrepancy-explained', { reason: 'tip' }),
			decision('a', 'discrepancy-explained', { reason: 'typed_wrong' }),
			decision('b', 'discrepancy-entered', { kind: 'missing_in_ledger' }),
			decision('c', 'discrepancy-entered', { kind: 'missing_in_ledger' }),
			decision('d', 'discrepancy-written-off', { reason: 'x' }, true),
			decision('e', 'discrepancy-snoozed', { until: 1 }),
		];
		expect(rootCauses(decisions, new Set())).toEqual([
			{ cause: 'not_logged', count: 2 },
			{ cause: 'mistyped', count: 1 },
		]);
	});

	test('put what arose during an outage down to the network, but not a slip of the fingers', () => {
		const decisions = [
			decision('a', 'discrepancy-explained', { reason: 'known_delay' }),
			decision('b', 'discrepancy-explained', { reason: 'typed_wrong' }),
			decision('c', 'discrepancy-explained', { reason: 'known_delay' }),
		];
		expect(rootCauses(decisions, new Set(['a', 'b']))).toEqual([
			{ cause: 'network', count: 1 },
			{ cause: 'mistyped', count: 1 },
			{ cause: 'delay', count: 1 },
		]);
	});

	test('come from the decisions of the last thirty days', async () => {
		const old = decision('old', 'discrepancy-explained', { reason: 'tip' });
		const recent = decision('recent', 'discrepancy-explained', { reason: 'split_payment' });
		await db.decisions.bulkPut([{ ...old, at: NOW - 40 * DAY_MS }, recent]);
		expect((await review()).causes).toEqual([{ cause: 'split', count: 1 }]);
	});
});
