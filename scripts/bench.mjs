// Speed as ratios, measured in one run on this machine: `npm run bench`.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';

install();
const { CHROMIUM_ARGS, chromiumPath, ensureChromium } = await import('./chromium.mjs');
ensureChromium();
const { root } = await import('./bundle.mjs');
const { build } = await import('vite');
const { chromium } = await import('playwright-core');
const Papa = (await import('papaparse')).default;
const { wechatBill } = await import('./bench/wechat-bill.mjs');

const SALES_STORED = 50_000;
const TAPS = 100;
const BILL_ROWS = 10_000;

const dist = await mkdtemp(join(tmpdir(), 'counterfoil-bench-app-'));
const data = await mkdtemp(join(tmpdir(), 'counterfoil-bench-data-'));
await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: dist, emptyOutDir: true }, plugins: [openPorts()] });
const hub = await startHub();
// A profile on disk: in a private context nothing is ever synced, and a transaction would cost nothing.
const profile = await mkdtemp(join(tmpdir(), 'counterfoil-bench-profile-'));
let context = null;
try {
	await benchTap();
	await benchBill();
} finally {
	await context?.close();
	hub.kill('SIGTERM');
	await Promise.all([dist, data, profile].map((folder) => rm(folder, { recursive: true, force: true })));
}

/** The bench fills the ledger through its own port; the product itself never shows it. */
function openPorts() {
	const mark = "setBoot({\n\t\tkind: 'ready',";
	return {
		name: 'open-ports',
		enforce: 'pre',
		transform(code, id) {
			if (!id.replaceAll('\\', '/').endsWith('/src/main.tsx')) return null;
			if (!code.includes(mark)) throw new Error('the bench does not find the ports in src/main.tsx');
			return code.replace(mark, `Object.assign(globalThis, { benchPorts: ports });\n\t${mark}`);
		},
	};
}

function startHub() {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['scripts/start.mjs', '--port', '4178', '--data', data, '--app', dist], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		child.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve(child));
		child.on('close', (code) => reject(new Error(`the hub ended with ${code}`)));
	});
}

async function openShop(name) {
	context = await chromium.launchPersistentContext(join(profile, name), {
		args: CHROMIUM_ARGS,
		executablePath: chromiumPath(),
		viewport: { width: 1280, height: 800 },
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
	});
	const page = await context.newPage();
	await page.goto('http://127.0.0.1:4178/sell');
	await page.getByTestId('setup-finish').click();
	await page.getByTestId('amount').waitFor();
	return page;
}

/** From the tap on a tender to the sentence "saved", against one bare strict transaction of the same three rows, turn by turn. */
async function benchTap() {
	const page = await openShop('tap');
	const filled = await page.evaluate(fillLedger, SALES_STORED);
	await page.reload();
	await page.getByTestId('amount').waitFor();
	await page.waitForTimeout(3_000);
	const { taps, bare, commits } = await page.evaluate(measureTaps, TAPS);
	console.log(`tap → durable acknowledgement, ${filled} sales stored, ${TAPS} taps`);
	console.log(`  bare strict transaction of the same rows   median ${median(bare).toFixed(2)} ms   p95 ${p95(bare).toFixed(2)} ms   ratio 1`);
	console.log(
		`  ledger commit (chain, journal, projections) median ${median(commits).toFixed(2)} ms   p95 ${p95(commits).toFixed(2)} ms   ratio ${(median(commits) / median(bare)).toFixed(2)}`,
	);
	console.log(
		`  tap → "saved" on the page                   median ${median(taps).toFixed(2)} ms   p95 ${p95(taps).toFixed(2)} ms   ratio ${(median(taps) / median(bare)).toFixed(2)}`,
	);
	await page.context().close();
}

/** A bill of 10,000 rows from the file to the queue; how long the page once stood still, and the whole against bare papaparse. */
async function benchBill() {
	const bill = wechatBill(BILL_ROWS);
	const begunParse = performance.now();
	Papa.parse(bill, { delimiter: ',' });
	const parseMs = performance.now() - begunParse;
	// By its path: a buffer would be handed over by the test driver inside the page, and counted as the page's own work.
	const file = join(profile, 'bill.csv');
	await writeFile(file, bill);
	const page = await openShop('bill');
	await page.goto('http://127.0.0.1:4178/import');
	await page.getByTestId('import-file').waitFor({ state: 'attached' });
	await page.evaluate(watchStalls);
	const begun = performance.now();
	await page.getByTestId('import-file').setInputFiles(file);
	await page.getByTestId('import-summary').waitFor({ timeout: 60_000 });
	const previewMs = performance.now() - begun;
	await page.getByTestId('import-commit').click();
	await page.getByTestId('import-withdraw').first().waitFor({ timeout: 60_000 });
	const storedMs = performance.now() - begun;
	await page.waitForFunction(() => document.querySelector('[data-testid="status-receipts"]')?.getAttribute('data-state') === 'gaps', null, { timeout: 60_000 });
	const queueMs = performance.now() - begun;
	const stalls = await page.evaluate(() => globalThis.stalls);
	console.log(`bill of ${BILL_ROWS} rows, ${(bill.length / 1e6).toFixed(1)} MB`);
	console.log(
		`  bare papaparse ${parseMs.toFixed(0)} ms · to the preview ${previewMs.toFixed(0)} ms · stored ${storedMs.toFixed(0)} ms · in the queue ${queueMs.toFixed(0)} ms (ratio ${(queueMs / parseMs).toFixed(1)})`,
	);
	console.log(`  the page stood still at most ${Math.max(...stalls).toFixed(0)} ms at once, ${stalls.filter((ms) => ms > 50).length} times longer than 50 ms`);
	await page.context().close();
}

/** Runs in the page: sales through the ledger's own port, 500 in a commit. */
async function fillLedger(count) {
	const { ledger, ids } = globalThis.benchPorts;
	const first = Date.now() - 400 * 86_400_000;
	for (let done = 0; done < count; done += 500) {
		const drafts = Array.from({ length: 500 }, (_, index) => {
			const at = first + Math.floor((done + index) / 130) * 86_400_000 + ((done + index) % 130) * 300_000;
			const day = new Date(at + 4 * 3_600_000).toISOString().slice(0, 10);
			const body = {
				amountMinor: 100 + ((done + index) % 9_000),
				tipMinor: null,
				currency: 'CNY',
				tender: 'wechat',
				terminalId: '1',
				cashier: '',
				state: 'paid_confirmed',
				day,
				keys: {},
				paperSlipNo: null,
				note: null,
				outageId: null,
				clockSuspect: false,
				enteredFor: null,
			};
			return { id: ids.entry(), at, offset: 480, kind: 'sale-recorded', v: 1, actor: '', body };
		});
		const result = await ledger.commit(drafts);
		if (!result.ok) throw new Error(JSON.stringify(result.error));
	}
	return count;
}

/** Runs in the page: a bare transaction, a commit and a tap in turn, so that all three see the same machine. */
async function measureTaps(count) {
	const { ledger, ids } = globalThis.benchPorts;
	const bareDb = await new Promise((resolve) => {
		const request = indexedDB.open('bench-bare', 1);
		request.onupgradeneeded = () => ['entries', 'sales', 'days'].map((name) => request.result.createObjectStore(name, { keyPath: 'id' }));
		request.onsuccess = () => resolve(request.result);
	});
	const rows = { entries: 'e'.repeat(900), sales: 's'.repeat(700), days: 'd'.repeat(60) };
	const bareOne = (id) =>
		new Promise((resolve) => {
			const transaction = bareDb.transaction(['entries', 'sales', 'days'], 'readwrite', { durability: 'strict' });
			for (const [name, filler] of Object.entries(rows)) transaction.objectStore(name).put({ id, filler });
			transaction.oncomplete = resolve;
		});
	const body = () => ({
		amountMinor: 1234,
		tipMinor: null,
		currency: 'CNY',
		tender: 'cash',
		terminalId: '1',
		cashier: '',
		state: 'paid_confirmed',
		day: new Date(Date.now() + 4 * 3_600_000).toISOString().slice(0, 10),
		keys: {},
		paperSlipNo: null,
		note: null,
		outageId: null,
		clockSuspect: false,
		enteredFor: null,
	});
	const commitOne = () => ledger.commit([{ id: ids.entry(), at: Date.now(), offset: 480, kind: 'sale-recorded', v: 1, actor: '', body: body() }]);
	const key = (name) => document.querySelector(`[data-testid="${name}"]`);
	const saved = key('saved');
	const tapOne = async () => {
		for (const digit of '28') key(`key-${digit}`).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true, button: 0 }));
		await new Promise((resolve) => setTimeout(resolve, 30));
		const before = saved.dataset.seq;
		const begun = performance.now();
		await new Promise((resolve) => {
			const observer = new MutationObserver(() => {
				if (saved.dataset.seq === before) return;
				observer.disconnect();
				resolve();
			});
			observer.observe(saved, { attributes: true });
			key('tender-cash').click();
		});
		return performance.now() - begun;
	};
	const timed = async (work) => {
		const begun = performance.now();
		await work();
		return performance.now() - begun;
	};
	const result = { taps: [], bare: [], commits: [] };
	for (let round = 0; round < count; round += 1) {
		result.bare.push(await timed(() => bareOne(round)));
		await new Promise((resolve) => setTimeout(resolve, 200));
		result.commits.push(await timed(commitOne));
		await new Promise((resolve) => setTimeout(resolve, 200));
		result.taps.push(await tapOne());
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	return result;
}

/** Runs in the page: how long it could not answer, measured by a timer that should come every 10 ms. */
function watchStalls() {
	globalThis.stalls = [];
	let last = performance.now();
	setInterval(() => {
		const now = performance.now();
		globalThis.stalls.push(now - last - 10);
		last = now;
	}, 10);
}

function median(values) {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function p95(values) {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];
}
