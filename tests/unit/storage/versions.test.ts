import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHOP_DEFAULT } from '../../../src/domain/ledger/shop.ts';
import { canonicalJson } from '../../../src/domain/log/canonical-json.ts';
import { Database } from '../../../src/storage/database.ts';
import { createDerivedStore } from '../../../src/storage/stores/derived-store.ts';
import { PINNED_V1, STORES_V1 } from '../../../src/storage/versions/v01.ts';
import { DAY, draftOf, NOON, sha256 } from '../../support/ledger-fixture.ts';
import { openTestLedger } from '../../support/open-test-ledger.ts';
import { randomLog } from '../../support/random-log.ts';

test('the tables of version 1 are what they were when it was released', async () => {
	expect(new Database('pin').verno).toBe(1);
	expect(await sha256(canonicalJson(STORES_V1))).toBe(PINNED_V1.stores);
});

test('the rows of version 1 have the shape they had when it was released', async () => {
	const shapes = await storedShapes();
	// A failure means that what is stored has changed: write a new version with its migration, then pin that one.
	expect({ shapes, hash: await sha256(canonicalJson(shapes)) }).toMatchObject({ hash: PINNED_V1.rows });
});

/** Field paths with the types met in them, per table, from logs that hold every kind of entry. */
async function storedShapes(): Promise<Record<string, readonly string[]>> {
	const found = new Map<string, Set<string>>();
	for (const log of fc.sample(randomLog(120), { seed: 20_261_123, numRuns: 12 })) {
		const { db, ledger } = await openTestLedger();
		await ledger.commit([draftOf('shop-configured', { shop: SHOP_DEFAULT })]);
		for (const draft of log.drafts) {
			const batch = log.batches.get(draft.id);
			await ledger.commit([draft], batch ? [batch] : []);
		}
		await judge(db);
		for (const table of db.tables) for (const row of await table.toArray()) describeInto(found, table.name, row);
		db.close();
	}
	return Object.fromEntries([...found].map(([path, types]) => [path, [...types].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function judge(db: Database): Promise<void> {
	const derived = createDerivedStore(db);
	const { facts, mark } = await derived.facts([DAY]);
	const sale = facts.sales[0];
	if (!sale) return;
	const members = { sales: [sale.id], receipts: ['r'] };
	const evidence = { field: 'amount' as const, relation: 'equal', milliBits: 1 };
	await derived.save(
		[DAY],
		{
			engineVersion: 1,
			matches: [
				{
					...members,
					band: 'auto',
					probabilityMillionths: 1,
					differenceMinor: 0,
					evidence: [evidence],
					runnerUp: { ...members, milliBitsBehind: 1 },
					confirmed: false,
				},
			],
			discrepancies: [
				{
					...members,
					kind: 'missing_at_terminal',
					count: 1,
					amountMinor: 1,
					currency: 'CNY',
					hypotheses: [{ code: 'other_tender', weight: 1 }],
					cluster: null,
				},
			],
			awaiting: [{ sale: sale.id, dueAt: NOON, offset: 480 }],
			netted: [{ ...members, reason: 'void' }],
			excluded: [{ sale: sale.id, receipt: null, reason: 'cash_sale' }],
			problems: [{ sale: sale.id, receipt: null, code: 'not_covered', message: '' }],
			clocks: [{ clock: '1', skewSeconds: 0, spreadSeconds: 1, anchors: 0 }],
		},
		mark,
		NOON,
	);
}

function describeInto(found: Map<string, Set<string>>, path: string, value: unknown): void {
	const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
	const types = found.get(path) ?? new Set();
	found.set(path, types.add(type));
	if (Array.isArray(value)) for (const item of value) describeInto(found, `${path}[]`, item);
	else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) describeInto(found, `${path}.${key}`, item);
}
