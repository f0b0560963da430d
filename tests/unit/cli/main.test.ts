import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { BILLS } from '../../support/bills.ts';
import { ROOT } from '../../support/source-tree.ts';

/** The command as it is installed: bundled, in a process of its own. */
async function counterfoil(...args: string[]) {
	const run = promisify(execFile)(process.execPath, [join(ROOT, 'scripts/counterfoil.mjs'), ...args], { maxBuffer: 1 << 26 });
	return run.then(
		({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
		(error) => ({ status: error.code, stdout: error.stdout, stderr: error.stderr }),
	);
}

test('read answers on stdout and ends with 0', async () => {
	const { status, stdout, stderr } = await counterfoil('read', join(BILLS, 'chinaums-tsv/20261103-20261104.txt'), '--json');
	expect([status, stderr]).toEqual([0, '']);
	expect(JSON.parse(stdout).totals).toEqual({ count: 17, sales: '522.00', refunds: '22.00', fees: '2.26' });
});

test('a file that is not there ends with 3, an unknown command with 2', async () => {
	expect(await counterfoil('read', '/no/such/file', '--json')).toMatchObject({ status: 3, stdout: '' });
	expect(await counterfoil('toString')).toMatchObject({ status: 2, stdout: '' });
	expect(await counterfoil()).toMatchObject({ status: 2, stdout: '' });
});

test('help goes to stdout', async () => {
	expect(await counterfoil('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('counterfoil read FILE') });
	for (const command of ['read', 'reconcile'])
		expect(await counterfoil(command, '--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/--as .*MAPPING\.json/), stderr: '' });
});
