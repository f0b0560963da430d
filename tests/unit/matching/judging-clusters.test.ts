import { describe, expect, it } from 'vitest';
import { type Fate, findClusters, withClusters } from '../../../src/domain/matching/judging/clusters.ts';
import type { FoundDiscrepancy } from '../../../src/domain/matching/outcome.ts';
import { sale } from '../../support/matching-rows.ts';

/** Sales a minute apart from noon on: `m` missing, `k` matched, `o` neither; a letter's place is the sale's number. */
function fates(text: string, change: Parameters<typeof sale>[3] | ((place: number) => Parameters<typeof sale>[3]) = {}, from = 0): Fate[] {
	const words = { m: 'missing', k: 'matched', o: 'other' } as const;
	return [...text].map((letter, k) => {
		const place = String(from + k).padStart(2, '0');
		return { sale: sale(`s${place}`, `12:${place}`, '10.00', typeof change === 'function' ? change(k) : change), fate: words[letter as keyof typeof words] };
	});
}
/** Names of runs with their sales. */
function runs(...all: readonly (readonly Fate[])[]): readonly string[] {
	const byName = new Map<string, string[]>();
	for (const [id, name] of findClusters(all.flat())) byName.set(name, [...(byName.get(name) ?? []), id]);
	return [...byName].map(([name, ids]) => `${name}: ${ids.sort().join(' ')}`).sort();
}
const named = (minute: number, ids: string, terminal = 'T1') => `${terminal} 2026-11-20T12:${String(minute).padStart(2, '0')}:00+08:00: ${ids}`;

describe('a run of lost sales', () => {
	it.each([
		['is five in a row', 'mmmmm', ['s00 s01 s02 s03 s04']],
		['is no four', 'mmmm', []],
		['may have one matched in between', 'mmkmmm', ['s00 s01 s03 s04 s05']],
		['may not have two', 'mmkmkmm', []],
		['has none that is matched within where five stand on one side', 'mkmmmmm', ['s00 s02 s03 s04 s05 s06']],
		['passes over what is neither', 'mmoomomm', ['s00 s01 s04 s06 s07']],
	])('%s', (_, text, found) => {
		expect(runs(fates(text))).toEqual(found.map((ids) => named(0, ids)));
	});

	it('are two with two matched in between', () => {
		expect(runs(fates('mmmmmkkmmmmm'))).toEqual([named(0, 's00 s01 s02 s03 s04'), named(7, 's07 s08 s09 s10 s11')]);
	});

	it('goes on under its first name as long as it overlaps', () => {
		// Three and three are a run; its second half and the last three are one whose first sale bears that name.
		expect(runs(fates('mmmkmmmkmmm'))).toEqual([named(0, 's00 s01 s02 s04 s05 s06 s08 s09 s10')]);
		expect(runs(fates('mmmkmmmkm'))).toEqual([named(0, 's00 s01 s02 s04 s05 s06')]);
	});

	it('is of one terminal, and of a known one', () => {
		expect(runs(fates('mmmmm', (k) => ({ terminalId: k % 2 === 0 ? 'T1' : 'T2' })))).toEqual([]);
		expect(runs(fates('mmmmmmmmmm', (k) => ({ terminalId: k % 2 === 0 ? 'T2' : 'T1' })))).toEqual([
			named(1, 's01 s03 s05 s07 s09', 'T1'),
			named(0, 's00 s02 s04 s06 s08', 'T2'),
		]);
		expect(runs(fates('mmmmm', { terminalId: null }))).toEqual([]);
	});

	it('may be of one tender among others that were matched', () => {
		expect(runs(fates('mkmkmkmkm', (k) => ({ tender: k % 2 === 0 ? 'card' : 'wechat' })))).toEqual([named(0, 's00 s02 s04 s06 s08')]);
		expect(runs(fates('mkmkmkmkm'))).toEqual([]);
		expect(runs(fates('mkmkmkmkm', (k) => ({ tender: k % 2 === 0 ? null : 'wechat' })))).toEqual([]);
	});

	it('takes along those of its tenders that name no terminal, between its first and its last', () => {
		const loose = (minute: number, change: Parameters<typeof sale>[3] = {}): Fate[] => [
			{ sale: sale('x', `12:${String(minute).padStart(2, '0')}`, '9.00', { terminalId: null, ...change }), fate: 'missing' },
		];
		const run = fates('mmmmm', {}, 5);
		const alone = [named(5, 's05 s06 s07 s08 s09')];
		const along = [named(5, 's05 s06 s07 s08 s09 x')];
		expect([5, 7, 9].map((minute) => runs(loose(minute), run))).toEqual([along, along, along]);
		expect([4, 10].map((minute) => runs(run, loose(minute)))).toEqual([alone, alone]);
		expect(runs(run, loose(7, { tender: 'card' }))).toEqual(alone);
		expect(runs(run, loose(7, { terminalId: 'T2' }))).toEqual(alone);
		expect(
			runs(
				run,
				loose(7).map((one) => ({ ...one, fate: 'matched' })),
			),
		).toEqual(alone);
	});

	it('is the same in whatever order the sales come, those of one moment by their ids', () => {
		const all = fates('mmmmmk').map((one) => ({ ...one, sale: { ...one.sale, at: fates('m')[0]?.sale.at ?? 0 } }));
		expect(runs([...all].reverse())).toEqual(runs(all));
		expect(runs([...fates('kmmmmmk')].reverse())).toEqual([named(1, 's01 s02 s03 s04 s05')]);
	});
});

describe('the name of a run', () => {
	it('goes on the gaps of its sales, and on no other', () => {
		const gap = (sales: readonly string[]): FoundDiscrepancy => ({
			...{ kind: 'missing_at_terminal', sales, receipts: [], count: 1, amountMinor: 1_000, currency: 'CNY', hypotheses: [], cluster: null },
		});
		const found = withClusters([gap(['s1']), gap(['s8', 's2']), gap(['s9']), gap([])], new Map(Object.entries({ s1: 'A', s2: 'B' })));
		expect(found.map(({ cluster }) => cluster)).toEqual(['A', 'B', null, null]);
	});
});
