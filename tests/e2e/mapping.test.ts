import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, LOOKS, layoutFaults, SIZES } from './support/access.ts';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openShop, readLedger } from './support/till.ts';

const TABLES = fileURLToPath(new URL('../fixtures/mapped/', import.meta.url));

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

async function choose(page: Page, name: string, file = name): Promise<void> {
	await page.getByTestId('import-file').setInputFiles({ name, mimeType: 'text/csv', buffer: await readFile(TABLES + file) });
}

async function readAs(page: Page): Promise<string> {
	await page.getByTestId('import-summary').waitFor();
	return (await page.getByTestId('import-summary').getAttribute('data-format')) ?? '';
}

describe('a table that no format knows, in the built app', () => {
	test('is explained by keyboard alone, and read without asking after a restart', async () => {
		const context = await newDevice(browser);
		const page = await openShop(context, hub.url);
		await page.goto(`${hub.url}/import`);
		await choose(page, 'takings.csv', 'zh-asks-unit.csv');
		await page.getByTestId('mapping-step').waitFor();
		// From the heading over the rows to the question, and its second answer by an arrow key; then on to the name, which is all marked.
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => page.locator('[data-about="unit"] :checked').getAttribute('value')).toBe('minor');
		await expect.poll(() => page.getByTestId('mapping-result').innerText()).toContain('¥12.50');
		await page.keyboard.press('Tab');
		await page.keyboard.type('corner');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		expect(await readAs(page)).toBe('mapped:corner');
		await page.goto(`${hub.url}/import`);
		await choose(page, 'next.csv', 'zh-asks-unit.csv');
		expect(await readAs(page)).toBe('mapped:corner');
		expect((await readLedger(page)).map(({ kind }) => kind)).toEqual(['shop-configured', 'bill-mapping-saved']);
		await context.close();
	});
});

describe('the step can be used by everyone, light and dark, in both languages', () => {
	test.each(SIZES)('%s', async (size) => {
		const context = await newDevice(browser, { size });
		const page = await openShop(context, hub.url);
		const faults: unknown[] = [];
		for (const { colorScheme, language } of LOOKS) {
			await page.emulateMedia({ colorScheme });
			await page.goto(`${hub.url}/import?lang=${language}`);
			await choose(page, 'card report.csv', 'en-ambiguous.csv');
			await page.getByTestId('mapping-result').and(page.locator('[data-count="4"]')).waitFor();
			for (const summary of await page.locator('[data-testid="mapping-step"] summary').all()) await summary.click();
			const where = `mapping ${colorScheme} ${language}`;
			faults.push(...(await axeFaults(page, where)), ...(await layoutFaults(page, where, size)));
		}
		expect(faults).toEqual([]);
		await context.close();
	});
});
