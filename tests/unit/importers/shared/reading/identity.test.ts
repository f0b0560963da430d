import { expect, test } from 'vitest';
import { distinctIds, type ReceiptDraft, withIds } from '../../../../../src/importers/shared/reading/identity.ts';

const DRAFT: ReceiptDraft = {
	...{
		ownId: null,
		at: 1000,
		offset: 480,
		kind: 'sale',
		status: 'success',
		amountMinor: 500,
		tipMinor: null,
		feeMinor: 3,
		netMinor: null,
		currency: 'CNY',
		tender: 'card',
	},
	...{ terminalId: 'T1', batchNo: null, traceNo: null, rrn: null, authCode: null, last4: null, merchantOrderNo: null, channelOrderNo: null, originalRef: null },
	...{ settlementDate: null, line: 2 },
};
const idsOf = (...drafts: Partial<ReceiptDraft>[]) =>
	withIds(
		drafts.map((draft) => ({ ...DRAFT, ...draft })),
		'src',
		'provider',
	).receipts.map(({ id }) => id);

test('the strongest number makes the id', () => {
	const [id] = idsOf({ channelOrderNo: 'C1', rrn: 'R1', merchantOrderNo: 'M1' });
	expect(id).toBe('src:sale:C1:1000:500');
	expect(idsOf({ rrn: 'R1', merchantOrderNo: 'M1' })[0]).toContain(':R1:');
	expect(idsOf({ originalRef: 'O1', merchantOrderNo: 'M1' })[0]).toContain(':O1/M1:');
	expect(idsOf({ terminalId: 'T1', batchNo: '31', traceNo: '7' })[0]).toContain(':T1/31/7:');
});

test('what may change from one bill to the next does not change the id', () => {
	expect(idsOf({ channelOrderNo: 'C1', status: 'pending', feeMinor: null, line: 2 })).toEqual(
		idsOf({ channelOrderNo: 'C1', status: 'success', feeMinor: -4, line: 99 }),
	);
});

test('a sale, its refund, and refunds of other amounts or times are told apart', () => {
	const ids = idsOf(
		{ channelOrderNo: 'C1' },
		{ channelOrderNo: 'C1', kind: 'refund' },
		{ channelOrderNo: 'C1', kind: 'refund', amountMinor: 200 },
		{ channelOrderNo: 'C1', kind: 'refund', at: 2000 },
	);
	expect(new Set(ids).size).toBe(4);
});

test('equal rows both live, and their ids do not depend on their order', () => {
	expect(idsOf({ rrn: 'R1' }, { rrn: 'R1' })).toEqual(['src:sale:R1:1000:500', 'src:sale:R1:1000:500#2']);
	const ids = idsOf({ rrn: 'R1', last4: '1111' }, { rrn: 'R1', last4: '2222' });
	expect(idsOf({ rrn: 'R1', last4: '2222' }, { rrn: 'R1', last4: '1111' })).toEqual([...ids].reverse());
});

test('a row without any number is known by what it says', () => {
	expect(idsOf({ last4: '1111' })).toEqual(idsOf({ last4: '1111' }));
	expect(idsOf({ last4: '1111' })).not.toEqual(idsOf({ last4: '2222' }));
});

test('the id that the source gives is kept', () => {
	expect(idsOf({ ownId: 't001', channelOrderNo: 'C1' })).toEqual(['t001']);
});

test('repetitions are numbered by content', () => {
	const contents = ['b', '', 'a'];
	expect(distinctIds(['x', 'y', 'x'], (place) => contents[place] ?? '')).toEqual({ ids: ['x#2', 'y', 'x'], repeated: [[0, 2]] });
});
