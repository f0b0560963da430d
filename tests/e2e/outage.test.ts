import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger, sell } from './support/till.ts';

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub({ sources: ['simulator:faulty:7'] }), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

/** What the customers pay, in yuan; the simulator's fault of each payment is known by its number. */
const PAYMENTS = [
	['31', 'card'],
	['42', 'wechat'],
	['53', 'alipay'],
	['64', 'card'],
	['75', 'wechat'],
	['86', 'card'],
	['97', 'card'],
	['108', 'wechat'],
	['119', 'wechat'],
	['130', 'alipay'],
] as const;

async function payAtTerminal(amount: string, tender: string, at: number): Promise<void> {
	const answer = await fetch(`${hub.url}/hub/v1/simulator/payments`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ amount: `${amount}.00`, tender, at: new Date(at).toISOString() }),
	});
	expect(answer.status).toBe(201);
}

const gapsOf = async (page: Page) => {
	const items = await page
		.getByTestId('queue-item')
		.evaluateAll((nodes) => nodes.map((node) => `${node.getAttribute('data-kind')} ${node.getAttribute('data-minor')}`));
	return items.sort();
};

describe('an outage', () => {
	test('sales are logged without a network; when it is back, exactly the true gaps stand in the queue, without a tap', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		await expect.poll(() => page.getByTestId('status-network').getAttribute('data-state'), { timeout: 20_000 }).toBe('online');
		await context.setOffline(true);
		const begun = Date.now();
		for (const [index, [amount, tender]] of PAYMENTS.entries()) {
			const at = begun + index * 150_000;
			await page.clock.setFixedTime(at);
			await sell(page, amount, tender);
			await payAtTerminal(amount, tender, at + 20_000);
		}
		await page.clock.setFixedTime(begun + PAYMENTS.length * 150_000);
		await sell(page, '141', 'card');
		await expect.poll(() => page.getByTestId('status-network').getAttribute('data-state'), { timeout: 40_000 }).toBe('offline');
		expect((await readLedger(page)).filter((entry) => entry.kind === 'receipts-imported' && entry.body.count !== 0)).toEqual([]);

		await fetch(`${hub.url}/hub/v1/simulator/advance`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ seconds: 3_600 }),
		});
		await context.setOffline(false);
		await expect.poll(() => page.getByTestId('status-receipts').getAttribute('data-state'), { timeout: 40_000 }).toBe('gaps');
		await expect.poll(() => page.locator('[data-testid=recent-sale][data-state=matched]').count(), { timeout: 20_000 }).toBeGreaterThan(1);

		await page.getByRole('link', { name: /待处理/ }).click();
		const truth = (await (await fetch(`${hub.url}/hub/v1/simulator/truth`)).json()) as unknown;
		await expect.poll(() => gapsOf(page), { timeout: 20_000, message: JSON.stringify(truth) }).toEqual(await expectedGaps());
		await context.close();
	});
});

/** 2nd lost, 5th doubled, 7th charged too little, 9th under another tender, a stray after the 4th, and the sale nobody paid. */
async function expectedGaps(): Promise<string[]> {
	const { payments } = (await (await fetch(`${hub.url}/hub/v1/simulator/truth`)).json()) as {
		readonly payments: readonly { readonly fault: string | null; readonly amount: string; readonly printed: readonly { readonly amount: string }[] }[];
	};
	const minor = (text: string) => Math.round(Number(text) * 100);
	const gaps = payments.flatMap((payment) => {
		switch (payment.fault) {
			case 'lost':
				return [`missing_at_terminal ${minor(payment.amount)}`];
			case 'doubled':
				return [`duplicate_charge ${minor(payment.amount)}`];
			case 'amount_short':
				return [`amount_short ${minor(payment.amount) - minor(payment.printed[0]?.amount ?? '0')}`];
			case 'other_tender':
				return [`tender_mismatch ${minor(payment.amount)}`];
			case 'stray':
				return [`missing_in_ledger ${minor(payment.printed[0]?.amount ?? payment.amount)}`];
			default:
				return [];
		}
	});
	return [...gaps, 'missing_at_terminal 14100'].sort();
}
