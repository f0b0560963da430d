import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { configureShop } from '../../../src/commands/ledger/configure-shop.ts';
import { commitImport } from '../../../src/commands/receipts/commit-import.ts';
import { withdrawImport } from '../../../src/commands/receipts/withdraw-import.ts';
import type { Receipt } from '../../../src/domain/receipts/receipt.ts';
import { bill } from '../../support/builders.ts';
import { receipt } from '../../support/ledger-fixture.ts';
import { success } from '../../support/outcomes.ts';
import { storedPorts } from '../../support/stored-ports.ts';

const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
/** Five in the morning: of the 20th while the day ends at four, of the 19th once it ends at six. */
const EARLY = receipt('early', { at: at('20T05:00') });
const NOON_OF_20 = receipt('noon', { at: at('20T12:00') });

async function shop() {
	const { ports } = await storedPorts({});
	success(await configureShop(ports, {}));
	const take = async (hash: string, receipts: readonly Receipt[]) => {
		const reading = { hash, bills: [bill(receipts)], statements: [] };
		return success(await commitImport(ports, { file: { name: `${hash}.csv`, bytes: new Uint8Array(1) }, reading }));
	};
	const on = async (...days: readonly string[]) =>
		(await ports.receipts.receiptsOfDays(days.map((day) => `2026-11-${day}`))).map(({ id, feeMinor }) => `${id} ${feeMinor ?? '-'}`);
	return { ports, take, on };
}

test('a receipt that two bills carry stands once, although the cut-over was moved between them', async () => {
	const { ports, take, on } = await shop();
	await take('first', [EARLY, NOON_OF_20]);
	expect([await on('19'), await on('20')]).toEqual([[], ['early -', 'noon -']]);
	success(await configureShop(ports, { cutoverMinutes: 360 }));
	expect([await on('19'), await on('20')]).toEqual([[], ['early -', 'noon -']]);
	const second = await take('second', [{ ...EARLY, feeMinor: 17 }]);
	expect([await on('19'), await on('20'), await on('19', '20')]).toEqual([['early 17'], ['noon -'], ['early 17', 'noon -']]);
	success(await withdrawImport(ports, { imports: second.imports }));
	expect([await on('19'), await on('20')]).toEqual([[], ['early -', 'noon -']]);
});

test('the same where the shop moves to the other side of the date', async () => {
	const { ports, take, on } = await shop();
	await take('first', [NOON_OF_20]);
	success(await configureShop(ports, { zone: 'America/Los_Angeles' }));
	await take('second', [{ ...NOON_OF_20, feeMinor: 17 }]);
	expect([await on('19'), await on('20')]).toEqual([['noon 17'], []]);
});
