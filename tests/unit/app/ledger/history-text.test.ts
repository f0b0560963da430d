import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { stepText } from '../../../../src/app/screens/ledger/history-text.ts';
import type { Entry, EntryBodies, EntryKind } from '../../../../src/domain/entries.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import type { HistoryStep } from '../../../../src/storage/queries/ledger/ledger-sale.ts';
import { draftOf, NOON, receipt, saleBody } from '../../../support/ledger-fixture.ts';
import { wordsOf } from '../../../support/words.ts';

let zh: Messages;
beforeAll(async () => {
	zh = await wordsOf('zh-CN');
});

const SALE = asEntryId('sale-1');
function step<K extends EntryKind>(kind: K, body: EntryBodies[K], id = SALE): HistoryStep {
	const entry = { ...draftOf(kind, body, { id }), device: 'd', seq: 1, prev: '', hash: '' } as unknown as Entry;
	return { kind: 'entry', key: id, at: entry.at, offset: 480, actor: '小李', entry };
}
const said = (one: HistoryStep) => stepText(one, SALE, zh);

describe('a step in the life of a sale', () => {
	test('says who, and what was doubtful', () => {
		expect(said(step('sale-recorded', saleBody({ clockSuspect: true })))).toEqual({ title: '记账', detail: '小李 · 当时平板的时间可能不对' });
	});
	test('names the result where it was not simply paid', () => {
		expect(said(step('sale-recorded', saleBody({ state: 'result_unknown' }))).title).toBe('记账 · 结果不明');
	});
	test('says what was added and what was cleared', () => {
		const change = { sale: SALE, keys: { traceNo: '004540', last4: null }, tender: 'alipay' as const, note: '三号桌' };
		expect(said(step('sale-annotated', change, asEntryId('e'))).detail).toBe('小李 · 付款方式改成支付宝 · 凭证号 004540 · 卡尾号 清掉 · 备注 三号桌');
	});
	test('says why it was undone', () => {
		expect(said(step('sale-reversed', { sale: SALE, reason: 'undo' }, asEntryId('e')))).toEqual({ title: '撤销', detail: '小李 · 记错了' });
	});
	test('shows a refund of it by its amount, not as a sale of its own', () => {
		const refund = { ...saleBody({ amountMinor: 2_800 }), refundOf: SALE };
		expect(said(step('refund-recorded', refund, asEntryId('r')))).toEqual({ title: '退了 ¥28.00', detail: '小李' });
	});
	test('says how its other half came', () => {
		const arrival = { kind: 'receipt', key: 'k', at: NOON, offset: 480, actor: '', name: '账单.csv', receipt: receipt('r1', { leg: 'provider' }) } as const;
		expect(said({ ...arrival, origin: 'file' })).toEqual({ title: '账单到了', detail: '导入 账单.csv · 服务商' });
		expect(said({ ...arrival, origin: 'feed' }).detail).toBe('自动收到 · 服务商');
	});
});
