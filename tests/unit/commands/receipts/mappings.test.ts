import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/commands/ports.ts';
import { commitImport } from '../../../../src/commands/receipts/commit-import.ts';
import { describeTable } from '../../../../src/commands/receipts/describe-table.ts';
import { previewImport } from '../../../../src/commands/receipts/preview-import.ts';
import { removeMapping } from '../../../../src/commands/receipts/remove-mapping.ts';
import { saveMapping } from '../../../../src/commands/receipts/save-mapping.ts';
import { ok } from '../../../../src/domain/result.ts';
import { readFile } from '../../../../src/engine/engine.ts';
import { sha256 } from '../../../support/ledger-fixture.ts';
import { mappingOf } from '../../../support/mappings.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { success } from '../../../support/outcomes.ts';
import { storedPorts } from '../../../support/stored-ports.ts';

const read: Engine['read'] = async (file, options) => {
	const reading = await readFile(file, options);
	return reading.ok ? ok({ hash: await sha256(new TextDecoder().decode(file.bytes)), ...reading.value }) : reading;
};
const file = (text: string) => ({ name: 'kiosk.csv', bytes: new TextEncoder().encode(text) });
const ONE = file('Paid,Sum,No\n2026-11-20 12:00:00,3.00,K-1\n');
const TWO = file('Paid,Sum,No\n2026-11-20 12:00:00,3.00,K-1\n2026-11-20 12:30:00,4.50,K-2\n');
const WIDER = file('Paid,Sum,No,Shelf\n2026-11-20 12:00:00,3.00,K-1,A\n2026-11-20 13:00:00,5.00,K-3,B\n');
const MAPPING = mappingOf({ dateTime: 'Paid', amount: 'Sum', merchantOrderNo: 'No' });

const opened: (() => void)[] = [];
afterEach(() => {
	for (const close of opened.splice(0)) close();
});
const SURROUNDINGS = {
	memory: async () => memoryPorts({ engine: { read } }),
	'the tablet’s stores': async () => {
		const { ports, close } = await storedPorts({ engine: { read } });
		opened.push(close);
		return ports;
	},
};

describe.each(Object.entries(SURROUNDINGS))('over %s', (_, surroundings) => {
	test('a table that is not known is refused, described, and read by itself once it was explained', async () => {
		const ports = await surroundings();
		expect(await previewImport(ports, { file: ONE })).toMatchObject({ ok: false, error: { code: 'format_unknown' } });
		const { table, saved } = success(await describeTable(ports, { file: ONE }));
		expect([saved, table.columns.map(({ name }) => name)]).toEqual([null, ['Paid', 'Sum', 'No']]);
		expect(success(await saveMapping(ports, { mapping: MAPPING })).mapping).toEqual(MAPPING);
		const preview = success(await previewImport(ports, { file: TWO }));
		expect(preview.bills[0]).toMatchObject({ bill: { format: 'mapped:Kiosk' }, counts: { new: 2, known: 0, changed: 0 } });
		expect(success(await describeTable(ports, { file: TWO })).saved?.mapping).toEqual(MAPPING);
	});

	test('corrected under another name it stays the same source: what came before does not count twice', async () => {
		const ports = await surroundings();
		await saveMapping(ports, { mapping: MAPPING });
		await commitImport(ports, success(await previewImport(ports, { file: ONE })));
		const renamed = { ...MAPPING, name: 'Kiosk at the door', tender: null };
		await saveMapping(ports, { mapping: renamed });
		expect((await ports.receipts.mappings()).map(({ mapping }) => [mapping.name, mapping.id])).toEqual([['Kiosk at the door', 'mapped:Kiosk']]);
		expect(success(await previewImport(ports, { file: TWO })).bills[0]?.counts).toEqual({ new: 1, known: 0, changed: 1 });
	});

	test('a new layout under a name that is known is the same source too', async () => {
		const ports = await surroundings();
		await saveMapping(ports, { mapping: MAPPING });
		await commitImport(ports, success(await previewImport(ports, { file: ONE })));
		const { saved } = success(await describeTable(ports, { file: WIDER }));
		expect(saved?.mapping.name).toBe('Kiosk');
		const again = mappingOf({ dateTime: 'Paid', amount: 'Sum', merchantOrderNo: 'No' }, { others: ['Shelf'], id: 'mapped:else' });
		expect(success(await saveMapping(ports, { mapping: again })).mapping.id).toBe('mapped:Kiosk');
		expect(await ports.receipts.mappings()).toHaveLength(2);
		expect(success(await previewImport(ports, { file: WIDER })).bills[0]?.counts).toMatchObject({ new: 1 });
	});

	test('forgotten, it is asked for again; forgetting twice changes nothing', async () => {
		const ports = await surroundings();
		const { entry } = success(await saveMapping(ports, { mapping: MAPPING }));
		success(await removeMapping(ports, { mapping: entry }));
		const { seq } = await ports.ledger.head();
		success(await removeMapping(ports, { mapping: entry }));
		expect([(await ports.ledger.head()).seq, await ports.receipts.mappings()]).toEqual([seq, []]);
		expect(await previewImport(ports, { file: ONE })).toMatchObject({ ok: false, error: { code: 'format_unknown' } });
	});

	test('one that cannot be used is refused, and nothing is written', async () => {
		const ports = await surroundings();
		expect(await saveMapping(ports, { mapping: { ...MAPPING, columns: { amount: 'Sum' } } })).toMatchObject({ ok: false, error: { code: 'mapping_invalid' } });
		expect((await ports.ledger.head()).seq).toBe(0);
	});
});
