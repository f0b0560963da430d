import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { lineNotes } from '../../../../src/app/screens/import/preview/line-notes.ts';
import type { PreviewRow } from '../../../../src/domain/receipts/import-preview.ts';
import type { Receipt } from '../../../../src/domain/receipts/receipt.ts';
import { sale } from '../../../support/builders.ts';
import { receipt } from '../../../support/ledger-fixture.ts';
import { wordsOf } from '../../../support/words.ts';

let zh: Messages;
beforeAll(async () => {
	zh = await wordsOf('zh-CN');
});
const ours = new Map([['s1', sale('s1', { number: 168, amountMinor: 18_600 })]]);
const fresh = (change: Partial<Receipt> = {}): PreviewRow => ({ receipt: receipt('r1', change), standing: 'new', before: null });
const texts = (...args: Parameters<typeof lineNotes>) => lineNotes(...args).map(({ text }) => text);

describe('under a row stands', () => {
	test('nothing while it is not known what would come of it', () => {
		expect(lineNotes(fresh(), undefined, ours, zh)).toEqual([]);
	});
	test('the sale that it would stand beside, and how sure that is', () => {
		expect(texts(fresh(), { sales: ['s1'], band: 'auto', gap: null }, ours, zh)).toEqual(['本机第 168 笔 12:00:00 · 确定']);
	});
	test('how much is missing, where the amounts differ', () => {
		const [note] = lineNotes(fresh({ amountMinor: 13_600 }), { sales: ['s1'], band: 'suggested', gap: 'amount_short' }, ours, zh);
		expect(note).toMatchObject({ tone: 'is-gap', glyph: 'short', text: '本机第 168 笔 12:00:00 · 很可能 · 本机 ¥186.00，少 ¥50.00' });
	});
	test('that our ledger does not have it', () => {
		expect(texts(fresh(), { sales: [], band: null, gap: 'missing_in_ledger' }, ours, zh)).toEqual(['本机没有这一笔 → 会进“待处理”']);
	});
	test('that it takes no part', () => {
		expect(texts(fresh({ kind: 'fee' }), null, ours, zh)).toEqual(['不参加核对']);
	});
	test('that it is there already and will not double', () => {
		expect(texts({ ...fresh(), standing: 'known' }, undefined, ours, zh)).toEqual(['已经有了，不会重复']);
	});
	test('what the source says differently now', () => {
		const pending = receipt('r1', { status: 'pending' });
		expect(texts({ receipt: receipt('r1'), standing: 'changed', before: pending }, undefined, ours, zh)).toEqual(['上次是“处理中”，现在是“成功”']);
		const less = receipt('r1', { amountMinor: 100 });
		expect(texts({ receipt: receipt('r1', { amountMinor: 200 }), standing: 'changed', before: less }, undefined, ours, zh)).toEqual([
			'金额从 ¥1.00 改成 ¥2.00',
		]);
	});
});
