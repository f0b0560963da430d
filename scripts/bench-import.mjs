// A large bill from the file to stored receipts, as a ratio to bare papaparse in the same run: `npm run bench:import -- [rows]`.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wechatBill } from './bench/wechat-bill.mjs';
import { install } from './install.mjs';

install();
const { CHROMIUM_ARGS, chromiumPath, ensureChromium } = await import('./chromium.mjs');
ensureChromium();
const { root } = await import('./bundle.mjs');
const { buildApp } = await import('./app-build.mjs');
const { chromium } = await import('playwright-core');

const ROWS = Number(process.argv[2] ?? 100_000);
const PORT = 4179;
const BARE_RUNS = 3;
const WAIT_MS = 300_000;
/** A task that holds the page longer than this is noticed by people. */
const LONG_MS = 50;

const dist = process.env.COUNTERFOIL_APP ?? (await buildApp(new AbortController().signal))[0];
const folder = await mkdtemp(join(tmpdir(), 'counterfoil-bench-import-'));
const hub = await startHub();
let context = null;
try {
	await bench();
} finally {
	await context?.close();
	hub.kill('SIGTERM');
	await rm(folder, { recursive: true, force: true });
}

async function bench() {
	const text = wechatBill(ROWS);
	const bill = join(folder, 'bill.csv');
	await writeFile(bill, text);
	// A profile on disk: in a private context nothing is ever synced, and storing would cost nothing.
	context = await chromium.launchPersistentContext(join(folder, 'profile'), {
		args: CHROMIUM_ARGS,
		executablePath: chromiumPath(),
		viewport: { width: 1280, height: 800 },
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
	});
	const bareMs = await bareParse(bill);
	const page = await openShop();
	await page.evaluate(watchTasks, LONG_MS);
	const before = await memoryOf(page);
	const chosen = await now(page);
	await page.getByTestId('import-file').setInputFiles(bill);
	await page.getByTestId('import-summary').waitFor({ timeout: WAIT_MS });
	const previewed = await now(page);
	// A person looks at the preview; what is worked out meanwhile is not part of taking in.
	await page.waitForTimeout(500);
	const pressed = await now(page);
	await page.getByTestId('import-commit').click();
	await page.getByTestId('import-withdraw').first().waitFor({ timeout: WAIT_MS });
	const stored = await now(page);
	await page.waitForFunction(() => document.querySelector('[data-testid="import-compared"]') !== null, null, { timeout: WAIT_MS });
	const compared = await now(page);
	// No sale of the new shop matches: every row of the bill waits in the queue.
	await page.locator('a[href="/queue"]').last().click();
	await page.getByTestId('queue-item').first().waitFor({ timeout: WAIT_MS });
	const queued = await now(page);
	const tasks = await page.evaluate(() => globalThis.benchTasks);
	const during = (from, to) => tasks.filter(({ at }) => at >= from && at < to).map(({ ms }) => ms);
	const phases = [
		['file → preview', chosen, previewed],
		['preview → press (looking ahead)', previewed, pressed],
		['press → receipts stored', pressed, stored],
		['stored → compared and shown', stored, compared],
		['link → queue shown', compared, queued],
	];
	const inMs = previewed - chosen + (stored - pressed);
	console.log(`WeChat bill of ${ROWS} rows, ${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`);
	console.log(`  bare papaparse in a page of the same browser: ${bareMs.toFixed(0)} ms (median of ${BARE_RUNS})`);
	for (const [name, from, to] of phases) {
		const long = during(from, to);
		console.log(
			`  ${name.padEnd(32)} ${(to - from).toFixed(0).padStart(6)} ms   longest task ${Math.max(0, ...long).toFixed(0)} ms, ${long.length} over ${LONG_MS} ms`,
		);
	}
	console.log(`  from file to stored receipts: ${inMs.toFixed(0)} ms = ${(inMs / bareMs).toFixed(2)} × bare papaparse`);
	const peak = await memoryOf(page);
	if (before !== null && peak !== null) console.log(`  peak memory of the page's process: ${peak} MB (before: ${before} MB)`);
}

function now(page) {
	return page.evaluate(() => performance.now());
}

/** The same file through papaparse alone, in a page of its own: nothing decoded, nothing stored. */
async function bareParse(bill) {
	const page = await context.newPage();
	await page.evaluate(await readFile(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'), 'utf8'));
	await page.setContent('<input type="file">');
	await page.locator('input').setInputFiles(bill);
	const times = await page.evaluate(async (runs) => {
		const text = await document.querySelector('input').files[0].text();
		const found = [];
		for (let run = 0; run < runs; run += 1) {
			const begun = performance.now();
			globalThis.Papa.parse(text, { delimiter: ',' });
			found.push(performance.now() - begun);
		}
		return found;
	}, BARE_RUNS);
	await page.close();
	return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

async function openShop() {
	const page = await context.newPage();
	await page.goto(`http://127.0.0.1:${PORT}/sell`);
	await page.getByTestId('setup-finish').click();
	await page.getByTestId('amount').waitFor();
	await page.goto(`http://127.0.0.1:${PORT}/import`);
	await page.getByTestId('import-file').waitFor({ state: 'attached' });
	await page.waitForTimeout(1_500);
	return page;
}

/** Runs in the page: every task that held it for longer than the limit. */
function watchTasks(limit) {
	globalThis.benchTasks = [];
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) if (duration > limit) globalThis.benchTasks.push({ at: startTime, ms: duration });
	}).observe({ type: 'longtask' });
}

/** Peak resident memory of the process that runs page and worker, in MB; null where the system does not tell. */
async function memoryOf(page) {
	const session = await page.context().browser().newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	await session.detach();
	const peaks = await Promise.all(
		processInfo
			.filter(({ type }) => type === 'renderer')
			.map(async ({ id }) => Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8').catch(() => ''))?.[1] ?? 0)),
	);
	return Math.max(...peaks) === 0 ? null : Math.round(Math.max(...peaks) / 1024);
}

function startHub() {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['scripts/start.mjs', '--port', String(PORT), '--data', join(folder, 'data'), '--app', dist], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		child.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve(child));
		child.on('close', (code) => reject(new Error(`the hub ended with ${code}`)));
	});
}
