import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Journal, PartContent } from '../../../hub/journal/journal.ts';
import type { ReceiptWire } from '../../../src/feeds/protocol.ts';
import { temporaryFolder, temporaryJournal, wireReceipt } from './support/hub-fixtures.ts';

const SOURCE = 'folder:bills';
const content = (receipts: readonly ReceiptWire[], change: Partial<PartContent> = {}): PartContent => ({
	receipts,
	statements: [],
	coverage: [],
	problems: [],
	mark: 'm',
	...change,
});
const ids = (...names: string[]) => names.map((id) => wireReceipt({ id }));

function slice(journal: Journal, after = '', limit = 500) {
	const answer = journal.slice(after, limit);
	if (!answer.ok) throw new Error(answer.error);
	const { items: receipts, ...rest } = answer.value;
	return { receipts, ...rest };
}

/** What a tablet holds that pulls until there is no more. */
function pulled(journal: Journal, limit = 500, from = { cursor: '', held: new Map<string, ReceiptWire>() }) {
	for (let cursor = from.cursor; ; ) {
		const page = slice(journal, cursor, limit);
		for (const receipt of page.receipts) from.held.set(receipt.id, receipt);
		for (const id of page.withdrawn) from.held.delete(id);
		cursor = page.next;
		if (!page.more) return { cursor, held: from.held };
	}
}

describe('the feed of a journal', () => {
	test('gives what came after the cursor, in order and in pages', async () => {
		const journal = await temporaryJournal();
		await journal.put(SOURCE, 'a', content(ids('1', '2', '3')));
		const first = slice(journal, '', 2);
		expect([first.receipts.map(({ id }) => id), first.more]).toEqual([['1', '2'], true]);
		const second = slice(journal, first.next, 2);
		expect([second.receipts.map(({ id }) => id), second.more]).toEqual([['3'], false]);
		expect(slice(journal, second.next)).toEqual({ receipts: [], withdrawn: [], next: second.next, more: false });
	});

	test('keeps an answer once given as the beginning of every later answer to the same cursor', async () => {
		const journal = await temporaryJournal();
		await journal.put(SOURCE, 'a', content(ids('1', '2')));
		const before = slice(journal);
		await journal.put(SOURCE, 'a', content(ids('2', '3')));
		const after = slice(journal);
		expect(after.receipts.slice(0, 2)).toEqual(before.receipts);
		expect(after.withdrawn).toEqual([]);
		expect(after.more).toBe(true);
		expect(slice(journal, after.next)).toMatchObject({ receipts: [{ id: '3' }], withdrawn: ['1'] });
	});

	test('takes a changed receipt back in one answer and gives it anew in the next', async () => {
		const journal = await temporaryJournal();
		await journal.put(SOURCE, 'a', content(ids('1')));
		const cursor = slice(journal).next;
		await journal.put(SOURCE, 'a', content([wireReceipt({ id: '1', amount: '11.00' })]));
		const back = slice(journal, cursor);
		expect(back).toMatchObject({ receipts: [], withdrawn: ['1'], more: true });
		expect(slice(journal, back.next)).toMatchObject({ receipts: [{ id: '1', amount: '11.00' }], withdrawn: [], more: false });
	});

	test('says nothing of a receipt that only moved to another line', async () => {
		const journal = await temporaryJournal();
		await journal.put(SOURCE, 'a', content(ids('1')));
		const cursor = slice(journal).next;
		await journal.put(SOURCE, 'a', content([wireReceipt({ id: '1', line: 7 })]));
		expect(slice(journal, cursor)).toMatchObject({ receipts: [], withdrawn: [] });
	});

	test.each(['x', 'AAAA', Buffer.from('0123456789abcdef.-1').toString('base64url'), `${Buffer.from('0123456789abcdef.1').toString('base64url')}=`])(
		'turns away %s, which is no cursor',
		async (cursor) => {
			const journal = await temporaryJournal();
			expect(journal.slice(cursor, 500)).toEqual({ ok: false, error: 'cursor_bad' });
		},
	);

	test('does not know places of another journal or of its own future', async () => {
		const folder = await temporaryFolder();
		const journal = await temporaryJournal(folder);
		const other = await temporaryJournal();
		await journal.put(SOURCE, 'a', content(ids('1')));
		expect(other.slice(slice(journal).next, 500)).toEqual({ ok: false, error: 'cursor_unknown' });
		const own = Buffer.from(slice(journal).next, 'base64url').toString().replace(/\d+$/, '2');
		expect(journal.slice(Buffer.from(own).toString('base64url'), 500)).toEqual({ ok: false, error: 'cursor_unknown' });
	});
});

describe('receipts that several files carry', () => {
	test('are given once and stay until the last file that carries them is gone', async () => {
		const journal = await temporaryJournal();
		await journal.put(SOURCE, 'day', content(ids('1', '2')));
		await journal.put(SOURCE, 'month', content([wireReceipt({ id: '1', line: 40 }), ...ids('3')]));
		expect([...pulled(journal).held.keys()]).toEqual(['1', '2', '3']);
		await journal.change({ source: SOURCE, part: 'day', gone: true });
		expect([...pulled(journal).held.keys()]).toEqual(['1', '3']);
		await journal.change({ source: SOURCE, part: 'month', gone: true });
		expect(pulled(journal).held.size).toBe(0);
	});

	test('are brought up to date by a later file about the same payment', async () => {
		const journal = await temporaryJournal();
		await journal.put(SOURCE, 'monday', content([wireReceipt({ id: '1', status: 'pending' })]));
		await journal.put(SOURCE, 'tuesday', content([wireReceipt({ id: '1', status: 'success' })]));
		expect(pulled(journal).held.get('1')?.status).toBe('success');
		expect(journal.problems()).toEqual([]);
	});

	test('conflict where the same id names another payment: the first stays, the other becomes a problem until it stands alone', async () => {
		const journal = await temporaryJournal();
		await journal.put(SOURCE, 'a', content([wireReceipt({ id: '1', amount: '10.00' })]));
		await journal.put(SOURCE, 'b', content([wireReceipt({ id: '1', amount: '99.00', line: 5 })]));
		expect(pulled(journal).held.get('1')?.amount).toBe('10.00');
		expect(journal.problems()).toMatchObject([{ source: SOURCE, file: 'b', line: 5, code: 'id_conflict' }]);
		await journal.change({ source: SOURCE, part: 'a', gone: true });
		expect(pulled(journal).held.get('1')?.amount).toBe('99.00');
		expect(journal.problems()).toEqual([]);
	});

	test('names of files with a card number in them are masked', async () => {
		const journal = await temporaryJournal();
		await journal.put(SOURCE, 'slip 4111111111111111.csv', content([], { problems: [{ line: null, code: 'format_unknown', message: 'x' }] }));
		expect(journal.problems()[0]?.file).toBe('slip ************1111.csv');
	});
});

describe('after a restart', () => {
	test('cursors are valid and lead on to the same answers', async () => {
		const folder = await temporaryFolder();
		const journal = await temporaryJournal(folder);
		await journal.put(SOURCE, 'a', content(ids('1', '2'), { mark: '7' }));
		const cursor = slice(journal, '', 1).next;
		await journal.change({ source: SOURCE, part: 'a', remove: ['1'] });
		const [before, part] = [slice(journal, cursor), journal.part(SOURCE, 'a')];
		await journal.close();
		const again = await temporaryJournal(folder);
		expect(slice(again, cursor)).toEqual(before);
		expect(again.part(SOURCE, 'a')).toEqual(part);
	});

	test('a line that was cut off in the middle of writing is forgotten, everything before it stands', async () => {
		const folder = await temporaryFolder();
		const journal = await temporaryJournal(folder);
		await journal.put(SOURCE, 'a', content(ids('1')));
		const cursor = slice(journal).next;
		await journal.close();
		await appendFile(join(folder, 'receipts-v1.jsonl'), '{"source":"folder:bills","part":"b","add":[{"id');
		const again = await temporaryJournal(folder);
		expect(again.setAside).toBeNull();
		expect([...pulled(again).held.keys()]).toEqual(['1']);
		await again.put(SOURCE, 'b', content(ids('2')));
		await again.close();
		const third = await temporaryJournal(folder);
		expect(slice(third, cursor).receipts.map(({ id }) => id)).toEqual(['2']);
	});

	test('a journal damaged in its middle is put aside whole, and its cursors end', async () => {
		const folder = await temporaryFolder();
		const journal = await temporaryJournal(folder);
		await journal.put(SOURCE, 'a', content(ids('1')));
		await journal.put(SOURCE, 'b', content(ids('2')));
		const cursor = slice(journal).next;
		await journal.close();
		const path = join(folder, 'receipts-v1.jsonl');
		const lines = (await readFile(path, 'utf8')).split('\n');
		await writeFile(path, [lines[0], lines[1]?.slice(0, 40), ...lines.slice(2)].join('\n'));
		const again = await temporaryJournal(folder, () => 5);
		expect(again.setAside).toBe(`${path}.damaged-5`);
		expect(await readdir(folder)).toHaveLength(2);
		expect(again.slice(cursor, 500)).toEqual({ ok: false, error: 'cursor_unknown' });
	});
});

test('whatever files come, change and go, a tablet that pulls now and then holds what the files say', async () => {
	const receipt = fc.record({ id: fc.constantFrom('1', '2', '3', '4', '5'), status: fc.constantFrom('success' as const, 'pending' as const) });
	const step = fc.record({
		part: fc.constantFrom('a', 'b', 'c'),
		receipts: fc.option(fc.uniqueArray(receipt, { selector: ({ id }) => id }), { nil: null }),
		pulls: fc.boolean(),
		limit: fc.integer({ min: 1, max: 4 }),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
			const journal = await temporaryJournal();
			let tablet = { cursor: '', held: new Map<string, ReceiptWire>() };
			const answers: { cursor: string; limit: number; answer: ReturnType<typeof slice> }[] = [];
			for (const { part, receipts, pulls, limit } of steps) {
				if (receipts === null) await journal.change({ source: SOURCE, part, gone: true });
				else await journal.put(SOURCE, part, content(receipts.map(wireReceipt)));
				answers.push({ cursor: tablet.cursor, limit, answer: slice(journal, tablet.cursor, limit) });
				if (pulls) tablet = pulled(journal, limit, tablet);
			}
			const wanted = new Set(journal.parts().flatMap((part) => [...part.receipts.keys()]));
			expect(new Set(pulled(journal, 2, tablet).held.keys())).toEqual(wanted);
			expect(new Set(pulled(journal).held.keys())).toEqual(wanted);
			for (const { cursor, limit, answer } of answers) {
				const now = slice(journal, cursor, limit);
				expect(now.receipts.slice(0, answer.receipts.length)).toEqual(answer.receipts);
				expect(now.withdrawn.slice(0, answer.withdrawn.length)).toEqual(answer.withdrawn);
				const all = [...now.receipts.map(({ id }) => id), ...now.withdrawn];
				expect(new Set(all).size).toBe(all.length);
			}
			await journal.close();
		}),
		{ numRuns: 60 },
	);
});
