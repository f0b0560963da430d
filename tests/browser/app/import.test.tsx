import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportScreen } from '../../../src/app/screens/import/import-screen.tsx';
import { startOver } from '../../../src/app/screens/import/session/read-files.ts';
import type { HubProblem } from '../../../src/commands/ports.ts';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay | null = null;
async function open(
	options: { readonly bills?: boolean; readonly address?: string; readonly language?: 'en'; readonly mode?: 'shop'; readonly hub?: readonly HubProblem[] } = {},
) {
	mounted = await mountOnDemoDay(<ImportScreen />, { bills: false, address: '/import', ...options });
	await expect.element(page.getByTestId('import-file')).toBeInTheDocument();
	return mounted;
}
afterEach(async () => {
	startOver();
	await mounted?.unmount();
	mounted = null;
});

async function shipped(name: string, as = name): Promise<File> {
	return new File([await (await fetch(`/practice/${name}`)).arrayBuffer()], as);
}
const choose = (...files: readonly File[]) => userEvent.upload(page.getByTestId('import-file'), [...files]);
const summary = () => page.getByTestId('import-summary');
const data = () => ({ ...(document.querySelector<HTMLElement>('[data-testid="import-summary"]')?.dataset ?? {}) });
const commit = () => page.getByTestId('import-commit').click();

describe('a bill', () => {
	test('is looked at before anything is stored', async () => {
		const { written } = await open();
		await choose(await shipped('wechat-trade-bill.csv'));
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({
			format: 'wechat-trade-bill',
			new: '54',
			known: '0',
			problems: '0',
			from: '2026-11-20T00:00:00+08:00',
			to: '2026-11-21T00:00:00+08:00',
		});
		await expect.element(page.getByText(/本机第 2 笔 10:53:38 · 确定/)).toBeVisible();
		expect(await written()).toEqual([]);
	});

	test('is taken in as one entry, and what that changed is said', async () => {
		const { written } = await open();
		await choose(await shipped('alipay-20261120.csv', '20886660000000010156_20261120_业务明细.csv'));
		await expect.element(summary()).toBeVisible();
		await commit();
		await expect.element(page.getByText(/新来 \d+ 件/)).toBeVisible();
		expect(await written()).toEqual(['receipts-imported']);
		await expect.element(page.getByText('台账缺 ¥37.00', { exact: false })).toBeVisible();
		await expect.element(page.getByRole('link', { name: /去处理/ })).toHaveAttribute('href', '/queue');
	});

	test('that is in already changes nothing and says so', async () => {
		const { written } = await open({ bills: true });
		await choose(await shipped('wechat-trade-bill.csv'));
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ new: '0', known: '54' });
		await commit();
		await expect.element(page.getByText('这份账单已经在里面了，什么都没变。')).toBeVisible();
		expect(await written()).toEqual([]);
	});

	test('that overlaps with what is there doubles nothing', async () => {
		const { db } = await open({ bills: true });
		const gaps = () => db.discrepancies.where('state').equals('open').primaryKeys();
		const before = await gaps();
		await choose(new File([`${await (await shipped('wechat-trade-bill.csv')).text()}\n`], 'downloaded-again.csv'));
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ new: '0', known: '54' });
		await commit();
		await expect.element(page.getByText('没有新的待处理')).toBeVisible();
		expect(await gaps()).toEqual(before);
	});

	test('can be withdrawn as a whole, at once and later', async () => {
		const { written, db } = await open();
		await choose(await shipped('wechat-trade-bill.csv'));
		await commit();
		await page.getByTestId('import-withdraw').click();
		await expect.element(page.getByText('已撤回', { exact: true })).toBeVisible();
		await choose(await shipped('wechat-trade-bill.csv'));
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ new: '54' });
		await commit();
		await expect.element(page.getByText(/新来|没有新的/)).toBeVisible();
		startOver();
		await page.getByTestId('import-withdraw').click();
		await expect.element(page.getByText(/已撤回，回执不再算数/)).toBeVisible();
		expect(await written()).toEqual(['receipts-imported', 'import-withdrawn', 'receipts-imported', 'import-withdrawn']);
		await expect.poll(() => db.discrepancies.where('state').equals('open').count()).toBe(0);
	});

	test('may come with others: one is looked at at a time, all are taken in', async () => {
		const { written } = await open();
		await choose(await shipped('wechat-trade-bill.csv'), await shipped('chinaums-20261120.txt'), new File(['nothing'], 'letter.txt'));
		await expect.element(summary()).toBeVisible();
		await expect.element(page.getByRole('alert')).toHaveTextContent('不认识这个文件');
		await page.getByRole('button', { name: /chinaums/ }).click();
		expect(data()).toMatchObject({ format: 'chinaums-tsv', new: '25' });
		await page.getByRole('button', { name: /收下 2 份账单/ }).click();
		await expect.element(page.getByTestId('import-withdraw')).toBeVisible();
		expect(await written()).toEqual(['receipts-imported', 'receipts-imported']);
	});

	test('with unclear lines shows each with its line, the reason and the original', async () => {
		await open();
		const text = await (await shipped('wechat-trade-bill.csv')).text();
		const damaged = text.replace(/`(\d+\.\d\d),`0\.00,`0,`0/, '`4,8.0,`0.00,`0,`0').replace(/`2026-11-20 11:0(.):/, '`2026-11-20 1x:0$1:');
		await choose(new File([damaged], 'damaged.csv'));
		await expect.element(summary()).toBeVisible();
		expect(Number(data().problems)).toBeGreaterThan(0);
		await page.getByRole('button', { name: /只看有事的/ }).click();
		await expect.element(page.getByText('先放一边，原文保留').first()).toBeVisible();
		await expect.element(page.getByText(/第 \d+ 行/).first()).toBeVisible();
	});
});

describe('several files', () => {
	const wechat = () => shipped('wechat-trade-bill.csv');

	test('one that is left out before taking in is not taken in', async () => {
		const { written } = await open();
		await choose(await wechat(), await shipped('chinaums-20261120.txt'));
		await page.getByRole('button', { name: '不收第 2 份' }).click();
		await expect.element(page.getByTestId('import-refused')).toHaveAttribute('data-problem', 'reading_stopped');
		await page.getByTestId('import-commit').click();
		await expect.element(page.getByText(/新来|没有新的/)).toBeVisible();
		expect(await written()).toEqual(['receipts-imported']);
	});

	test('that cannot be read are each named with the reason; their card numbers are not', async () => {
		await open();
		await choose(await wechat(), new File([], 'empty.csv'), new File(['x'], 'of 4111 1111 1111 1111.txt'));
		await expect.element(page.getByText('2 个文件没有读出来')).toBeVisible();
		const refused = page.getByTestId('import-refused').elements();
		expect(refused.map((one) => one.getAttribute('data-problem'))).toEqual(['file_empty', 'format_unknown']);
		expect(document.body.textContent).not.toContain('4111 1111');
		await expect.element(page.getByText('of **** **** **** 1111.txt')).toBeVisible();
	});

	test('the same file twice is taken in once', async () => {
		const { written } = await open();
		await choose(await wechat(), await shipped('wechat-trade-bill.csv', 'copy.csv'));
		await page.getByRole('button', { name: /收下 2 份账单/ }).click();
		await expect.element(page.getByText(/新来|没有新的/)).toBeVisible();
		expect(await written()).toEqual(['receipts-imported']);
	});
});

describe('what was taken in', () => {
	const takeIn = async (file: File) => {
		await choose(file);
		await expect.element(summary()).toBeVisible();
		await commit();
		await expect.element(page.getByText(/新来|没有新的/)).toBeVisible();
	};

	test('says what withdrawing would change before anybody does', async () => {
		await open();
		await takeIn(await shipped('wechat-trade-bill.csv'));
		await expect.element(page.getByTestId('withdrawal-effect')).toHaveTextContent(/54 条回执不再算数.*对要拆开/);
		startOver();
		await expect.element(page.getByTestId('withdrawal-effect')).toHaveTextContent(/54 条回执不再算数/);
	});

	test('keeps its original, from which it can be taken in again', async () => {
		const { written } = await open();
		await takeIn(await shipped('wechat-trade-bill.csv'));
		await page.getByTestId('import-withdraw').click();
		await page.getByTestId('import-details').getByText('详情').click();
		await page.getByRole('button', { name: '再收一次' }).click();
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ new: '54' });
		expect(await written()).toEqual(['receipts-imported', 'import-withdrawn']);
	});

	test('keeps its unclear lines with what to do about them', async () => {
		await open();
		const text = await (await shipped('wechat-trade-bill.csv')).text();
		await takeIn(new File([text.replace(/`2026-11-20 11:0(.):/, '`2026-11-20 1x:0$1:')], 'damaged.csv'));
		startOver();
		await page.getByTestId('import-details').getByText('详情').click();
		await expect.element(page.getByText('时间看不懂').first()).toBeVisible();
		await expect.element(page.getByText(/日期时间是不是写全了/).first()).toBeVisible();
		await expect.element(page.getByTestId('import-problems-csv')).toBeVisible();
	});
});

test('what the hub could not read stands beside the history', async () => {
	const read = { source: 'folder:bills', file: 'wechat.csv', line: 7, code: 'amount_unreadable', message: '' };
	const hang = { source: 'folder:bills', file: 'odd.csv', line: null, code: 'file_hangs', message: '' };
	await open({ mode: 'shop', hub: [read, hang] });
	await expect.element(page.getByTestId('hub-problems')).toHaveAttribute('data-count', '2');
	await expect.element(page.getByText('wechat.csv 第 7 行')).toBeVisible();
	await expect.element(page.getByText('读了太久没有结果，已跳过')).toBeVisible();
});

describe('a file that is no bill', () => {
	test.each([
		['empty', new File([], 'empty.csv'), '文件是空的'],
		['of no known format', new File(['hello'], 'hello.txt'), '不认识这个文件'],
	])('%s: says what happened, that the books are safe, and what to do', async (_, file, words) => {
		const { written } = await open();
		await choose(file);
		await expect.element(page.getByRole('alert')).toHaveTextContent(words);
		await expect.element(page.getByRole('alert')).toHaveTextContent('已记的账都在，没有变。');
		expect(page.getByTestId('import-commit').elements()).toHaveLength(0);
		expect(await written()).toEqual([]);
	});
});

describe('ways in', () => {
	test('text that is pasted is read like a file', async () => {
		await open();
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', await (await shipped('wechat-trade-bill.csv')).text());
		window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ new: '54' });
	});

	test('text that is typed into a field stays there', async () => {
		await open();
		await page.getByText('粘贴账单文字').click();
		const field = page.getByLabelText('账单文字');
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', 'abc');
		field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
		await expect.element(page.getByTestId('import-file')).toBeInTheDocument();
		expect(summary().elements()).toHaveLength(0);
	});

	test('files can be dropped anywhere', async () => {
		await open();
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(await shipped('chinaums-20261120.txt'));
		window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ format: 'chinaums-tsv' });
	});

	test('folders can be dropped, and what in them is no bill is passed over', async () => {
		await open();
		const bill = await shipped('chinaums-20261120.txt');
		const entry = { name: bill.name, isFile: true, isDirectory: false, file: (take: (file: File) => void) => take(bill) };
		const parts = [[entry, { ...entry, name: 'photo.jpg' }], []];
		const folder = {
			name: 'bills',
			isFile: false,
			isDirectory: true,
			createReader: () => ({ readEntries: (take: (found: unknown) => void) => take(parts.shift()) }),
		};
		const dataTransfer = { types: ['Files'], files: [], items: [{ kind: 'file', webkitGetAsEntry: () => folder }] };
		window.dispatchEvent(Object.assign(new Event('drop', { cancelable: true }), { dataTransfer }));
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ format: 'chinaums-tsv', new: '25' });
	});

	test('a copied table is read like a file', async () => {
		await open();
		const clipboardData = new DataTransfer();
		const rows = (await (await shipped('wechat-trade-bill.csv')).text()).split('\n').slice(0, 4);
		clipboardData.setData('text/plain', rows.map((row) => row.replaceAll('`', '').split(',').join('\t')).join('\n'));
		window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ format: 'wechat-trade-bill', new: '3' });
	});

	test('a shared file is taken over once', async () => {
		const cache = await caches.open('counterfoil-shared');
		await cache.put(`/shared/0?name=${encodeURIComponent('支付宝.csv')}`, new Response(await (await fetch('/practice/alipay-20261120.csv')).blob()));
		await open({ address: '/import?shared=1' });
		await expect.element(summary()).toBeVisible();
		expect(data()).toMatchObject({ format: 'alipay-trade', new: '38' });
		expect(await cache.keys()).toHaveLength(0);
		expect(location.search).toBe('');
	});
});

test('a preview waits while somebody is elsewhere', async () => {
	const { unmount, root } = { ...(await open()), root: document.body };
	await choose(await shipped('wechat-trade-bill.csv'));
	await expect.element(summary()).toBeVisible();
	await unmount();
	mounted = null;
	expect(root.textContent).not.toContain('先看一眼');
	await open();
	await expect.element(summary()).toBeVisible();
});
