import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportScreen } from '../../../src/app/screens/import/import-screen.tsx';
import { startOver } from '../../../src/app/screens/import/session/read-files.ts';
import { mappingList } from '../../../src/storage/queries/mapping-list.ts';
import deBytes from '../../fixtures/mapped/de-windows-1252.csv?url';
import enText from '../../fixtures/mapped/en-ambiguous.csv?raw';
import zhText from '../../fixtures/mapped/zh-fen.txt?raw';
import { mountOnDemoDay, type OnDemoDay } from './queue-mount.tsx';

let mounted: OnDemoDay | null = null;
async function open(options: { readonly language?: 'en' } = {}) {
	mounted = await mountOnDemoDay(<ImportScreen />, { bills: false, address: '/import', ...options });
	await expect.element(page.getByTestId('import-file')).toBeInTheDocument();
	return mounted;
}
afterEach(async () => {
	startOver();
	await mounted?.unmount();
	mounted = null;
});

const choose = (...files: readonly File[]) => userEvent.upload(page.getByTestId('import-file'), [...files]);
const zhFile = (name = '梧桐小馆_20261102.txt') => new File([zhText], name);
const result = () => page.getByTestId('mapping-result');
const field = (name: string) => document.querySelector<HTMLSelectElement>(`[data-testid="mapping-step"] [data-field="${name}"]`);
const data = () => ({ ...(document.querySelector<HTMLElement>('[data-testid="import-summary"]')?.dataset ?? {}) });

describe('a table that no format knows', () => {
	test('is asked about with a proposal, read at once, remembered, and taken in', async () => {
		const { written, db } = await open();
		await choose(zhFile());
		await expect.element(page.getByRole('heading', { name: '每一列是什么？' })).toHaveFocus();
		await expect.element(result()).toHaveAttribute('data-count', '6');
		await expect.element(result()).toHaveAttribute('data-problems', '0');
		await expect.element(page.getByText('收款 ¥536.50 · 退款 ¥128.00')).toBeVisible();
		await expect.element(page.getByText('合计行对得上')).toBeVisible();
		expect([field('date')?.value, field('amount')?.value, field('tender')?.value, field('fee')?.value]).toEqual(['交易日期', '订单金额', '支付渠道', '手续费']);
		await page.getByTestId('mapping-name').fill('梧桐收银');
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		expect(data()).toMatchObject({
			format: 'mapped:梧桐收银',
			new: '6',
			known: '0',
			problems: '0',
			from: '2026-11-02T00:00:00+08:00',
			to: '2026-11-03T00:00:00+08:00',
		});
		expect(await written()).toEqual(['bill-mapping-saved']);
		await page.getByTestId('import-commit').click();
		await expect.element(page.getByTestId('import-withdraw').first()).toBeVisible();
		expect(await written()).toEqual(['bill-mapping-saved', 'receipts-imported']);
		expect((await mappingList(db)).map(({ mapping }) => [mapping.name, mapping.unit])).toEqual([['梧桐收银', 'minor']]);
	});

	test('is read without asking the next time; what its columns are can be changed from the preview', async () => {
		await open();
		await choose(zhFile());
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		await choose(new File([zhText.replaceAll('2026-11-02', '2026-11-03')], 'next-day.txt'));
		await expect.element(page.getByText('next-day.txt', { exact: true })).toBeVisible();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		expect(data()).toMatchObject({ format: 'mapped:梧桐小馆', new: '6' });
		await page.getByTestId('mapping-change').click();
		await expect.element(page.getByTestId('mapping-name')).toHaveValue('梧桐小馆');
		await userEvent.selectOptions(field('fee') as HTMLSelectElement, '');
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		expect(document.querySelector('[data-testid="mapping-step"]')).toBeNull();
	});

	test('what cannot be told is asked by an example; before it is answered nothing goes on', async () => {
		const { written } = await open({ language: 'en' });
		await choose(new File([enText], 'harbour-grill 2026-11.csv'));
		await expect.element(page.getByRole('group', { name: 'Which day is "03/11/2026"?' })).toBeVisible();
		await expect.element(page.getByTestId('mapping-name')).toHaveValue('harbour grill');
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByText('A question above is still open.')).toBeVisible();
		expect(await written()).toEqual([]);
		await page.getByRole('radio', { name: /Wed 11 Mar/ }).click();
		await expect.element(result().getByText('11 Mar, 12:04')).toBeVisible();
		await page.getByRole('radio', { name: /Tue 3 Nov/ }).click();
		await page.getByRole('radio', { name: /1250/ }).click();
		await expect.element(result().getByText('3 Nov, 12:04')).toBeVisible();
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		expect(data()).toMatchObject({ new: '4', from: '2026-11-03T00:00:00+08:00', to: '2026-11-05T00:00:00+08:00' });
	});

	test('a wrong column shows at once in what is read, and a word that nobody knows can be explained', async () => {
		await open();
		await choose(new File([await (await fetch(deBytes)).arrayBuffer()], 'Café.csv'));
		await expect.element(result()).toHaveAttribute('data-problems', '1');
		const word = document.querySelector<HTMLSelectElement>('[data-word="Trinkgeldbuchung"]');
		await userEvent.selectOptions(word as HTMLSelectElement, 'sale');
		await expect.element(result()).toHaveAttribute('data-problems', '0');
		await userEvent.selectOptions(field('amount') as HTMLSelectElement, 'Trace-Nr.');
		await expect.element(result().getByText('€181.00')).toBeVisible();
		await userEvent.selectOptions(field('amount') as HTMLSelectElement, '');
		await expect.element(page.getByText('先选好时间和金额，这里就会读出来。')).toBeVisible();
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByText('时间和金额要各选一列', { exact: false })).toBeVisible();
	});

	test('can be left; then it stays what it was, a file in no known format', async () => {
		const { written } = await open();
		await choose(zhFile());
		await page.getByRole('button', { name: '这份先不管' }).click();
		await expect.element(page.getByRole('alert')).toHaveTextContent('不认识这个文件');
		expect(await written()).toEqual([]);
	});

	test('a file that is no table is refused as before', async () => {
		await open();
		await choose(new File(['hello, this is no bill\nat all\n'], 'prose.csv'));
		await expect.element(page.getByRole('alert')).toBeVisible();
		expect(document.querySelector('[data-testid="mapping-step"]')).toBeNull();
	});
});

describe('tables that can be read', () => {
	const list = () => page.getByTestId('saved-mapping');
	const openList = async () => {
		await expect.element(page.getByTestId('saved-mappings')).toBeInTheDocument();
		document.querySelector<HTMLElement>('[data-testid="saved-mappings"] summary')?.click();
	};

	test('are listed, handed out as a file, forgotten, and taken in again', async () => {
		const { written } = await open();
		await choose(zhFile());
		await page.getByTestId('mapping-go').click();
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
		startOver();
		await openList();
		await expect.element(list()).toHaveTextContent('梧桐小馆11 列');
		const exported = await exportedBy(() => page.getByRole('button', { name: '导出 梧桐小馆' }).click());
		expect(exported.name).toBe('梧桐小馆.counterfoil-mapping.json');
		await page.getByRole('button', { name: '忘掉 梧桐小馆' }).click();
		await expect.element(page.getByText('梧桐小馆 忘掉了；收下的账单不变。')).toBeVisible();
		expect(document.querySelector('[data-testid="saved-mapping"]')).toBeNull();
		await userEvent.upload(page.getByTestId('mapping-import'), new File([exported.text], exported.name));
		await expect.element(page.getByText('梧桐小馆 记住了，同样列名的表会自己读。')).toBeVisible();
		await expect.element(list()).toBeVisible();
		expect(await written()).toEqual(['bill-mapping-saved', 'bill-mapping-removed', 'bill-mapping-saved']);
		await choose(zhFile('another.txt'));
		await expect.element(page.getByTestId('import-summary')).toBeVisible();
	});

	test('a file that is no mapping is refused in words, and nothing changes', async () => {
		const { written } = await open();
		await openList();
		await userEvent.upload(page.getByTestId('mapping-import'), new File(['{"version":1,"name":"x"}'], 'x.json'));
		await expect.element(page.getByRole('alert')).toHaveTextContent(/对照文件里少了一项。（leg）.*什么都没变/);
		expect(await written()).toEqual([]);
	});
});

/** Catches what the browser would save. */
async function exportedBy(press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
	const saved = new Promise<{ name: string; text: string }>((resolve) => {
		const catchLink = (event: MouseEvent) => {
			const link = event.target;
			if (!(link instanceof HTMLAnchorElement) || link.download === '') return;
			event.preventDefault();
			document.removeEventListener('click', catchLink, true);
			void fetch(link.href)
				.then((answer) => answer.text())
				.then((text) => resolve({ name: link.download, text }));
		};
		document.addEventListener('click', catchLink, true);
	});
	await press();
	return saved;
}
