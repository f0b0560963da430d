import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eventually, temporaryFolder } from '../unit/hub/support/hub-fixtures.ts';
import { builtApp } from '../unit/hub/support/running-hub.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HEADER = 'id,occurred_at,kind,status,amount,currency,tender';
const row = (id: string) => `${id},2026-11-20T12:00:00+08:00,sale,success,10.00,CNY,card`;

type Started = { readonly child: ChildProcess; readonly out: () => string; readonly err: () => string; readonly ended: Promise<number | null> };

/** `npm start` without npm, in a process of its own. */
function start(...args: string[]): Started {
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('COUNTERFOIL_')));
	const child = spawn(process.execPath, ['scripts/start.mjs', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
	const heard = { out: '', err: '' };
	child.stdout.on('data', (chunk: Buffer) => {
		heard.out += chunk.toString();
	});
	child.stderr.on('data', (chunk: Buffer) => {
		heard.err += chunk.toString();
	});
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await ended;
	});
	return { child, out: () => heard.out, err: () => heard.err, ended };
}

const ready = async (hub: Started) => {
	const line = await eventually(hub.out, (out) => out.includes('\n'), 30_000);
	return /^Counterfoil is ready: (http:\/\/\S+)\n$/.exec(line)?.[1] ?? `not the ready line: ${line}`;
};

async function startWith(...args: string[]) {
	const hub = start('--port', '0', '--app', await builtApp(), ...args);
	return { ...hub, url: await ready(hub) };
}

const receipts = async (url: string, after = '') => {
	const answer = await fetch(`${url}/hub/v1/receipts?after=${after}`);
	return (await answer.json()) as { receipts: { id: string }[]; next: string; withdrawn: string[] };
};

describe('the hub as a process', { timeout: 60_000 }, () => {
	test.each(['SIGTERM', 'SIGINT'] as const)('says one line when it answers, logs elsewhere, and ends cleanly on %s', async (signal) => {
		const hub = await startWith('--data', await temporaryFolder());
		expect((await fetch(`${hub.url}/sell`)).status).toBe(200);
		expect((await receipts(hub.url)).receipts).toHaveLength(117);
		hub.child.kill(signal);
		expect(await hub.ended).toBe(0);
		expect(hub.out().split('\n')).toHaveLength(2);
	});

	test('ends even while a connection is held open', async () => {
		const hub = await startWith('--data', await temporaryFolder());
		const held = await fetch(`${hub.url}/hub/v1/health`);
		hub.child.kill('SIGTERM');
		expect(await hub.ended).toBe(0);
		expect(held.status).toBe(200);
	});

	test('keeps cursors over a kill in the middle of its work', async () => {
		const [data, bills] = [await temporaryFolder(), await temporaryFolder()];
		await writeFile(join(bills, 'a.csv'), `${[HEADER, row('a1'), row('a2')].join('\n')}\n`);
		const first = await startWith('--data', data, '--source', `folder:${bills}`);
		const { next } = await eventually(
			() => receipts(first.url),
			(page) => page.receipts.length === 2,
		);
		first.child.kill('SIGKILL');
		await first.ended;
		await writeFile(join(bills, 'b.csv'), `${[HEADER, row('b1')].join('\n')}\n`);
		const again = await startWith('--data', data, '--source', `folder:${bills}`);
		const after = await eventually(
			() => receipts(again.url, next),
			(page) => page.receipts.length > 0,
		);
		expect(after).toMatchObject({ receipts: [{ id: 'b1' }], withdrawn: [] });
	});

	test('does not serve a file that is half written', async () => {
		const bills = await temporaryFolder();
		const hub = await startWith('--data', await temporaryFolder(), '--source', `folder:${bills}`);
		const file = join(bills, 'a.csv');
		await writeFile(file, `${HEADER}\n`);
		for (let n = 0; n < 6; n++) {
			await appendFile(file, `${row(`a${n}`)}\n`);
			await new Promise((resolve) => setTimeout(resolve, 500));
			expect((await receipts(hub.url)).receipts).toEqual([]);
		}
		const page = await eventually(
			() => receipts(hub.url),
			(now) => now.receipts.length > 0,
		);
		expect(page.receipts).toHaveLength(6);
	});
});

describe('what is off ends it with a sentence', { timeout: 60_000 }, () => {
	const ending = async (...args: string[]) => {
		const hub = start('--app', await builtApp(), '--data', await temporaryFolder(), ...args);
		return { status: await hub.ended, out: hub.out(), err: hub.err() };
	};

	test('a port that is taken', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		onTestFinished(() => void other.close());
		const address = other.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		expect(await ending('--port', String(port))).toMatchObject({ status: 1, out: '', err: expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`) });
	});

	test('a folder that is not there', async () => {
		expect(await ending('--source', 'folder:/nowhere/at/all')).toMatchObject({ status: 2, out: '', err: 'There is no folder /nowhere/at/all.\n' });
	});

	test('a source that nobody knows, and no trace of a crash', async () => {
		const { status, err } = await ending('--source', 'fax:1234');
		expect([status, err.split('\n')[0]]).toEqual([2, '"fax:1234" is no source. There are folder:DIR, upstream:URL and simulator:SCENARIO[:SEED].']);
		expect(err).not.toMatch(/\n\s+at /);
	});

	test('another host without a token', async () => {
		expect(await ending('--host', '0.0.0.0')).toMatchObject({ status: 2, err: expect.stringContaining('needs a --token') });
	});

	test('a data folder that another hub is using', async () => {
		const data = await temporaryFolder();
		await startWith('--data', data);
		const second = start('--port', '0', '--app', await builtApp(), '--data', data);
		expect(await second.ended).toBe(1);
		expect(second.err()).toContain('Another hub is using the data folder');
	});
});
