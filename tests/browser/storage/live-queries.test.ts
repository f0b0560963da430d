import { liveQuery } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { DAY, saleDraft } from '../../support/ledger-fixture.ts';
import { closeAll, freshName, openReady } from './harness.ts';

afterEach(closeAll);

/** What a live query has answered so far, and a promise of the answer that is awaited. */
function watch<T>(query: () => Promise<T>) {
	const seen: T[] = [];
	const waiting: { readonly wanted: (value: T) => boolean; readonly resolve: () => void }[] = [];
	const subscription = liveQuery(query).subscribe((value) => {
		seen.push(value);
		for (const { wanted, resolve } of waiting) if (wanted(value)) resolve();
	});
	const until = (wanted: (value: T) => boolean) => new Promise<void>((resolve) => (seen.some(wanted) ? resolve() : waiting.push({ wanted, resolve })));
	return { seen, until, stop: () => subscription.unsubscribe() };
}

test('screens see every sale once it is committed, whichever index they ask', async () => {
	const { ledger, db } = await openReady(freshName());
	await ledger.commit([saleDraft()]);
	const latest = watch(async () => (await db.sales.orderBy('seq').reverse().first())?.seq ?? 0);
	const ofDay = watch(() => db.sales.where('[day+number]').between([DAY, 0], [DAY, 9_999]).count());
	const byAmount = watch(() => db.sales.where('amountMinor').equals(4242).count());
	const byTail = watch(() => db.sales.where('tails').equals('777').count());
	const dirty = watch(() => db.dirtyDays.toArray());
	await ledger.commit([saleDraft()]);
	await ledger.commit([saleDraft({ amountMinor: 4242, keys: { traceNo: '000777' } })]);
	await Promise.all([
		latest.until((seq) => seq === 3),
		ofDay.until((count) => count === 3),
		byAmount.until((count) => count === 1),
		byTail.until((count) => count === 1),
	]);
	const tip = (await ledger.head()).hash;
	await dirty.until((rows) => rows.some((row) => row.tip === tip));
	for (const query of [latest, ofDay, byAmount, byTail, dirty]) query.stop();
});

test('a query that the sale does not touch is not asked again', async () => {
	const { ledger, db } = await openReady(freshName());
	await ledger.commit([saleDraft()]);
	const otherDay = watch(() => db.sales.where('[day+number]').between(['2026-01-01', 0], ['2026-01-01', 9_999]).count());
	const all = watch(() => db.sales.count());
	await otherDay.until(() => true);
	await ledger.commit([saleDraft()]);
	await ledger.commit([saleDraft()]);
	await all.until((count) => count === 3);
	expect(otherDay.seen).toEqual([0]);
	otherDay.stop();
	all.stop();
});

test('another window hears of it, too', async () => {
	const name = freshName();
	const [mine, theirs] = [await openReady(name), await openReady(name)];
	await mine.ledger.commit([saleDraft()]);
	const count = watch(() => theirs.db.sales.count());
	await count.until((found) => found === 1);
	await mine.ledger.commit([saleDraft()]);
	await count.until((found) => found === 2);
	count.stop();
});
