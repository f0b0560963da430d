import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../../scripts/chromium.mjs';
import type { LogEntry } from '../../../src/domain/log/entry.ts';
import { type ChainFault, verifyChain } from '../../../src/domain/log/hash-chain.ts';
import { readLedger } from '../../e2e/support/till.ts';

export type KillResult = {
	readonly acknowledged: number;
	readonly recorded: number;
	/** Acknowledged amounts that are not in the ledger. */
	readonly lost: readonly number[];
	/** Amounts that are in it more often than they were tapped. */
	readonly doubled: readonly number[];
	readonly fault: ChainFault | null;
};

/**
 * Sells as fast as the till lets one, through its own keys, kills every process of the browser after `killAfterMs`, opens
 * the same profile again and compares what the till had said is saved with what the ledger holds.
 */
export async function killWhileSelling(url: string, profile: string, killAfterMs: number): Promise<KillResult> {
	const acknowledged = new Map<number, number>();
	const first = await openBrowser(profile);
	const page = await openTill(first, url);
	const before = new Set((await soldAmounts(page)).map(({ amount }) => amount));
	page.on('console', (message) => {
		const [word, seq, amount] = message.text().split(' ');
		if (word === 'acknowledged') acknowledged.set(Number(seq), Number(amount));
	});
	const begin = Math.max(100, ...before) + 1;
	await page.evaluate(sellForEver, begin);
	await new Promise((resolve) => setTimeout(resolve, killAfterMs));
	await first.kill();

	const second = await openBrowser(profile);
	const again = await openTill(second, url);
	const sold = await soldAmounts(again);
	const entries = (await readLedger(again)).map(({ subjects: _, ...entry }) => entry) as unknown as readonly LogEntry[];
	const report = await verifyChain(
		(async function* () {
			yield entries;
		})(),
		async (text) => createHash('sha256').update(text).digest('hex'),
	);
	await second.kill();
	const counts = new Map<number, number>();
	for (const { amount } of sold) counts.set(amount, (counts.get(amount) ?? 0) + 1);
	return {
		acknowledged: acknowledged.size,
		recorded: sold.length,
		lost: [...acknowledged.values()].filter((amount) => !counts.has(amount)),
		doubled: [...counts].filter(([, count]) => count > 1).map(([amount]) => amount),
		fault: report.fault,
	};
}

async function soldAmounts(page: Page): Promise<readonly { readonly amount: number }[]> {
	const entries = await readLedger(page);
	return entries.filter((entry) => entry.kind === 'sale-recorded').map((entry) => ({ amount: Number(entry.body.amountMinor) / 100 }));
}

/** Runs in the page: whole yuan from `begin` upwards, so that each amount is tapped once; tells each sale that the till calls saved. */
function sellForEver(begin: number): void {
	const key = (name: string) => document.querySelector<HTMLButtonElement>(`[data-testid="${name}"]`);
	const saved = key('saved');
	if (!saved) throw new Error('no till');
	new MutationObserver(() => {
		const amount = /[\d,]+\.\d\d/.exec(saved.textContent ?? '')?.[0]?.replaceAll(',', '');
		console.log(`acknowledged ${saved.getAttribute('data-seq')} ${Number(amount)}`);
	}).observe(saved, { attributes: true, childList: true, characterData: true, subtree: true });
	let amount = begin;
	const sellOne = () => {
		for (const digit of String(amount)) key(`key-${digit}`)?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true, button: 0 }));
		amount += 1;
		setTimeout(() => {
			key('tender-cash')?.click();
			setTimeout(sellOne, 12);
		}, 6);
	};
	sellOne();
}

type OpenBrowser = { readonly page: () => Promise<Page>; readonly kill: () => Promise<void> };

async function openBrowser(profile: string): Promise<OpenBrowser> {
	const path = chromiumPath() ?? chromium.executablePath();
	const child = spawn(
		path,
		[...CHROMIUM_ARGS, '--headless=new', '--lang=zh-CN', '--remote-debugging-port=0', '--window-size=1280,800', `--user-data-dir=${profile}`, 'about:blank'],
		{
			detached: true,
			stdio: ['ignore', 'ignore', 'pipe'],
		},
	);
	const browser = await chromium.connectOverCDP(await debuggerAddress(child));
	return {
		page: async () => browser.contexts()[0]?.pages()[0] ?? (await browser.newPage()),
		kill: async () => {
			const ended = new Promise((resolve) => child.once('close', resolve));
			process.kill(-(child.pid ?? 0), 'SIGKILL');
			await ended;
			await browser.close().catch(() => undefined);
		},
	};
}

function debuggerAddress(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.on('data', (chunk) => {
			said += String(chunk);
			const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (found) resolve(found);
		});
		child.once('close', () => reject(new Error(`the browser did not start: ${said.slice(-500)}`)));
	});
}

async function openTill(browser: OpenBrowser, url: string): Promise<Page> {
	const page = await browser.page();
	await page.goto(`${url}/sell?lang=zh-CN`);
	const setup = page.getByTestId('setup-finish');
	await Promise.race([setup.waitFor(), page.getByTestId('amount').waitFor()]);
	if (await setup.isVisible()) await setup.click();
	await page.getByTestId('amount').waitFor();
	return page;
}
