import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PRACTICE_DAY } from '../../../../src/app/practice/demo-day.ts';
import { PRACTICE_SHOP } from '../../../../src/app/practice/practice-day.ts';
import { seedPractice } from '../../../../src/app/practice/seed-practice.ts';
import type { Ports } from '../../../../src/commands/ports.ts';
import type { Draft } from '../../../../src/domain/entries.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import type { Sale } from '../../../../src/domain/ledger/sale.ts';
import { ok } from '../../../../src/domain/result.ts';
import { formatIso } from '../../../../src/domain/time.ts';

const shipped = (path: string) => readFile(`public${path}`, 'utf8');

test('the demo day goes through the ledger in one commit, the shop first', async () => {
	const { ports, commits } = practiceLedger();
	expect(await seedPractice(ports, shipped)).toEqual(ok({ seeded: 140 }));
	expect(commits).toHaveLength(1);
	expect(commits[0]?.[0]).toMatchObject({ kind: 'shop-configured', body: { shop: PRACTICE_SHOP } });
});

test('amounts by tender are those of the day', async () => {
	const { ports, commits } = practiceLedger();
	await seedPractice(ports, shipped);
	const totals: Record<string, [number, number]> = {};
	for (const draft of commits[0] ?? []) {
		if (draft.kind !== 'sale-recorded') continue;
		const [count, minor] = totals[draft.body.tender] ?? [0, 0];
		totals[draft.body.tender] = [count + 1, minor + draft.body.amountMinor];
	}
	expect(totals).toEqual({ alipay: [36, 111_700], card: [26, 119_300], cash: [22, 86_800], wechat: [55, 210_300] });
});

test('every entry keeps its own time, its cashier and its business day', async () => {
	const { ports, commits } = practiceLedger();
	await seedPractice(ports, shipped);
	const sales = (commits[0] ?? []).filter((draft) => draft.kind === 'sale-recorded' || draft.kind === 'refund-recorded');
	expect(sales.map((draft) => draft.body.day)).toEqual(Array(140).fill(PRACTICE_DAY));
	expect(new Set(sales.map((draft) => draft.actor))).toEqual(new Set(PRACTICE_SHOP.cashiers));
	const first = sales[0];
	expect(first && formatIso(first)).toBe('2026-11-20T10:43:47+08:00');
});

test('the refund names the sale that it gives back', async () => {
	const { ports, commits } = practiceLedger();
	await seedPractice(ports, shipped);
	const refund = (commits[0] ?? []).find((draft) => draft.kind === 'refund-recorded');
	const sale = (commits[0] ?? []).find(
		(draft) => draft.kind === 'refund-recorded' || (refund?.kind === 'refund-recorded' && draft.id === refund.body.refundOf),
	);
	expect(refund).toMatchObject({ body: { amountMinor: 2800 } });
	expect(sale).toMatchObject({ kind: 'sale-recorded', body: { amountMinor: 2800, tender: 'wechat' } });
});

test('a day that stands is not recorded twice', async () => {
	const { ports, commits } = practiceLedger([{} as Sale]);
	expect(await seedPractice(ports, shipped)).toEqual(ok({ seeded: 0 }));
	expect(commits).toHaveLength(0);
});

test('files that cannot be had are told, and nothing is recorded', async () => {
	const { ports, commits } = practiceLedger();
	const answer = await seedPractice(ports, () => Promise.reject(new Error('offline')));
	expect(answer).toMatchObject({ ok: false, error: { code: 'practice_unavailable' } });
	expect(commits).toHaveLength(0);
});

function practiceLedger(standing: readonly Sale[] = []) {
	const commits: (readonly Draft[])[] = [];
	let minted = 0;
	const ports = {
		ids: { entry: () => asEntryId(`e${++minted}`) },
		ledger: {
			salesOfDay: () => Promise.resolve(standing),
			commit: (drafts: readonly Draft[]) => {
				commits.push(drafts);
				return Promise.resolve(ok({ entries: [] }));
			},
		},
	} as unknown as Pick<Ports, 'ledger' | 'ids'>;
	return { ports, commits };
}
