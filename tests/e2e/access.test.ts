import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from './support/hub.ts';
import { launchBrowser, newDevice, openPractice, type Size } from './support/till.ts';

const ROUTES = ['/sell', '/queue', '/match', '/import', '/cases', '/day', '/review', '/ledger', '/more'];
/** Pages that open inside a screen. */
const PAGES = ['/more?section=sources', '/more?section=sources&source=wechat'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
	[hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
});

const SIZES: readonly Size[] = ['landscape', 'portrait', 'phone'];
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) => ['zh-CN', 'en'].map((language) => ({ colorScheme, language })));

describe.concurrent('every screen can be used by everyone, light and dark, in both languages', () => {
	test.each(SIZES)('%s', async (size) => {
		expect(await faultsOf(ROUTES, size)).toEqual([]);
	});
});

describe('pages inside a screen can be, too', () => {
	test.each(SIZES)('%s', async (size) => {
		expect(await faultsOf(PAGES, size, '[data-testid=source-row], [data-testid=source-editor]')).toEqual([]);
	});
});

/** Everything that is wrong with the addresses in each look, in the practice shop with its bills, once `ready` is there. */
async function faultsOf(routes: readonly string[], size: Size, ready = '#main :is(h2, button, a)'): Promise<readonly unknown[]> {
	const context = await newDevice(browser, { size });
	const page = await openPractice(context, hub.url);
	await page.getByTestId('tour-bills').click();
	await expect.poll(() => page.getByTestId('status-receipts').getAttribute('data-state'), { timeout: 60_000 }).toBe('gaps');
	const faults: unknown[] = [];
	for (const route of routes) {
		for (const { colorScheme, language } of LOOKS) {
			await page.emulateMedia({ colorScheme });
			await page.goto(`${hub.url}${route}${route.includes('?') ? '&' : '?'}lang=${language}`);
			await page.locator(ready).first().waitFor();
			await page.waitForTimeout(300);
			expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
			const where = `${route} ${colorScheme} ${language}`;
			faults.push(...(await axeFaults(page, where)), ...(await layoutFaults(page, where, size)));
		}
	}
	await context.close();
	return faults;
}

async function axeFaults(page: Page, route: string) {
	const { violations } = await new AxeBuilder({ page: page as never }).withTags(TAGS).analyze();
	return violations.map(({ id, nodes }) => ({
		route,
		id,
		nodes: nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.failureSummary?.slice(0, 200)}`),
	}));
}

/** Nothing sticks out sideways, no amount is cut, and all that can be touched is 48 px large. */
function layoutFaults(page: Page, route: string, size: Size) {
	return page.evaluate(
		([path, name]) => {
			const faults: string[] = [];
			if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`${path} ${name}: wider than the window`);
			const main = document.getElementById('main');
			if (main && main.scrollWidth > main.clientWidth + 1) faults.push(`${path} ${name}: the page scrolls sideways`);
			for (const amount of document.querySelectorAll<HTMLElement>('.amt')) {
				const box = amount.getBoundingClientRect();
				if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) faults.push(`${path} ${name}: amount cut: ${amount.textContent}`);
			}
			for (const control of document.querySelectorAll<HTMLElement>('button, a[href], input:not([type=file]):not([type=hidden]), select, textarea, summary')) {
				const box = control.getBoundingClientRect();
				const hidden =
					box.width === 0 ||
					getComputedStyle(control).visibility === 'hidden' ||
					control.closest('.sr, .skip, [inert]') !== null ||
					control.matches('.skip, .sr');
				const inText = control.tagName === 'A' && getComputedStyle(control).display === 'inline';
				if (!hidden && !inText && (box.width < 47.5 || box.height < 47.5))
					faults.push(
						`${path} ${name}: ${control.tagName} "${(control.textContent ?? control.getAttribute('aria-label') ?? '').trim().slice(0, 30)}" is ${Math.round(box.width)}×${Math.round(box.height)}`,
					);
			}
			return [...new Set(faults)];
		},
		[route, size] as const,
	);
}
