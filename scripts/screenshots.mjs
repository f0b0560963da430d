// Makes the pictures of README and manifest from the app itself: `npm run screenshots`.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';

install();
const { CHROMIUM_ARGS, chromiumPath, ensureChromium } = await import('./chromium.mjs');
ensureChromium();
const { root } = await import('./bundle.mjs');
const { chromium } = await import('playwright-core');

const PORT = 4177;
const url = `http://127.0.0.1:${PORT}`;
const docs = join(root, 'docs', 'screenshots');
const manifest = join(root, 'public', 'screenshots');
const data = await mkdtemp(join(tmpdir(), 'counterfoil-pictures-'));
await Promise.all([docs, manifest].map((folder) => mkdir(folder, { recursive: true })));

const hub = await startHub();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, executablePath: chromiumPath() });
try {
	await walk({ name: 'zh', language: 'zh-CN', dark: false, viewport: { width: 1280, height: 800 } }, ['sell', 'queue', 'match', 'day', 'review', 'import']);
	await walk({ name: 'en', language: 'en', dark: true, viewport: { width: 1280, height: 800 } }, ['sell', 'queue', 'match']);
	await walk({ name: 'phone', language: 'zh-CN', dark: false, viewport: { width: 390, height: 844 } }, ['review', 'sell']);
	await shop({ file: 'sell-wide.png', viewport: { width: 1280, height: 800 }, scale: 1 });
	await shop({ file: 'sell-narrow.png', viewport: { width: 390, height: 844 }, scale: 2 });
} finally {
	await browser.close();
	hub.kill('SIGTERM');
	await rm(data, { recursive: true, force: true });
}

/** The demo day with its bills, screen by screen. */
async function walk({ name, language, dark, viewport }, screens) {
	const context = await browser.newContext({ viewport, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: dark ? 'dark' : 'light', hasTouch: true });
	const page = await context.newPage();
	await page.goto(`${url}/sell?practice=1&lang=${language}`);
	await page.getByTestId('tour-bills').click();
	await page.locator('[data-testid=status-receipts][data-state=gaps]').waitFor({ timeout: 60_000 });
	await page.locator('.tour button').last().click();
	for (const screen of screens) {
		await page.goto(`${url}/${screen}`);
		await page.waitForTimeout(1_500);
		if (screen === 'sell') for (const key of ['1', '8', 'plus', '1', '4', 'plus', '4', 'dot', '5']) await page.getByTestId(`key-${key}`).tap();
		await page.waitForTimeout(300);
		await page.screenshot({ path: join(docs, `${screen}-${name}.png`) });
	}
	await context.close();
}

/** The till of a shop in the middle of its day, for the install dialog. */
async function shop({ file, viewport, scale }) {
	const context = await browser.newContext({ viewport, deviceScaleFactor: scale, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true });
	const page = await context.newPage();
	await page.goto(`${url}/sell?lang=zh-CN`);
	await page.getByTestId('setup-finish').click();
	await page.getByTestId('amount').waitFor();
	for (const [amount, tender] of [
		['22', 'cash'],
		['118', 'wechat'],
		['46', 'alipay'],
		['28', 'card'],
		['64', 'wechat'],
	]) {
		for (const digit of amount) await page.getByTestId(`key-${digit}`).tap();
		await page.getByTestId(`tender-${tender}`).tap();
		await page.waitForTimeout(400);
	}
	for (const key of ['3', '6', 'dot', '5']) await page.getByTestId(`key-${key}`).tap();
	await page.waitForTimeout(800);
	await page.screenshot({ path: join(manifest, file) });
	await context.close();
}

function startHub() {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['scripts/start.mjs', '--port', String(PORT), '--data', data], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
		child.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve(child));
		child.on('close', (code) => reject(new Error(`the hub ended with ${code}`)));
	});
}
