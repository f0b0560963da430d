import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { originTexts, valueText } from '../../../../src/app/screens/more/sources/field-words.ts';
import { wholeNumber } from '../../../../src/app/screens/more/sources/forms/inputs.tsx';
import { percentText, typedPercent } from '../../../../src/app/ui/typed/typed-percent.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { fieldOf, profileOf } from '../../../../src/domain/receipts/source-profiles/lookup.ts';
import { SHIPPED_PROFILES } from '../../../../src/domain/receipts/source-profiles/shipped/shipped.ts';
import { DAY, NOON } from '../../../support/ledger-fixture.ts';
import { wordsOf } from '../../../support/words.ts';

let zh: Messages;
let en: Messages;
beforeAll(async () => {
	zh = await wordsOf('zh-CN');
	en = await wordsOf('en');
});

describe('a fact in words', () => {
	test('every shipped one has some in both languages', () => {
		for (const { facts } of SHIPPED_PROFILES)
			for (const { field, value } of facts) for (const messages of [zh, en]) expect(valueText(messages, field, value, 'CNY')).toMatch(/\S/);
	});

	test.each([
		['billDue', { days: 1, atMinutes: 600 }, '次日 10:00', 'the next day, 10:00'],
		['billDue', { days: 3, atMinutes: 60 }, '3 天后 01:00', '3 days later, 01:00'],
		['dayCut', 0, '零点', 'midnight'],
		['dayCut', 1_380, '23:00', '23:00'],
		['voidDays', 0, '当天', 'the same day'],
		['claimDays', 60, '60 天内', 'within 60 days'],
		['forwardDays', 1, '1 天内', 'within 1 day'],
		['hotline', '', '没有', 'None'],
		[
			'payout',
			{ days: 1, basis: 'working', atMinutes: 840, weekendsMerged: true, minimumMinor: 1_000 },
			'T+1（工作日），14:00 前，周末合并到账，满 ¥10.00 才打',
			'T+1 (working days), by 14:00, weekends in one credit, from ¥10.00 up',
		],
		[
			'fees',
			{
				rates: [
					{ tender: 'card', millionths: 6_000, fixedMinor: 10, capMinor: 2_000 },
					{ tender: null, millionths: 3_800, fixedMinor: 0, capMinor: null },
				],
				rounding: 'half_up',
			},
			'银行卡 0.6%，每笔加 ¥0.10，最多 ¥20.00；全部 0.38%；取整：四舍五入',
			'Card 0.6%, plus ¥0.10 each, at most ¥20.00; All 0.38%; rounded: Half up',
		],
		[
			'fees',
			{
				rates: [
					{ tender: 'card', cardKind: 'debit', millionths: 5_000, fixedMinor: 0, minMinor: 2, capMinor: 2_000 },
					{ tender: 'card', cardKind: 'credit', millionths: 6_000, fixedMinor: 0, minMinor: null, capMinor: null },
				],
				rounding: 'either',
				per: 'batch',
			},
			'借记卡 0.5%，最低 ¥0.02，最多 ¥20.00；信用卡 0.6%；按批合计后取整',
			'Debit cards 0.5%, at least ¥0.02, at most ¥20.00; Credit cards 0.6%; rounded once a batch',
		],
	] as const)('%s %j: %s', (field, value, inChinese, inEnglish) => {
		expect(valueText(zh, field, value, 'CNY')).toBe(inChinese);
		expect(valueText(en, field, value, 'CNY')).toBe(inEnglish);
	});

	test('says who says so, since when, and what the table says beside', () => {
		const wechat = profileOf('wechat');
		expect(originTexts(zh, 'billDue', fieldOf(wechat, 'billDue', DAY, []), 'CNY')).toEqual(['常见值 · 2025-04 · 微信支付文档：账单下载 · 对方文件里写的']);
		const edit = { id: asEntryId('e'), seq: 1, at: NOON, offset: 480, actor: '小李', profile: 'wechat', field: 'billDue' as const, undoneBy: null };
		const own = { ...edit, value: { days: 1, atMinutes: 840 }, from: '2026-11-19' };
		expect(originTexts(zh, 'billDue', fieldOf(wechat, 'billDue', DAY, [own]), 'CNY')).toEqual([
			'本店填的 · 11月19日周四 起 · 小李 11月20日周五记',
			'常见值：次日 10:00 · 2025-04 · 微信支付文档：账单下载 · 对方文件里写的',
		]);
		expect(originTexts(zh, 'fees', null, 'CNY')).toEqual(['表里没有常见值']);
		expect(originTexts(en, 'hotline', fieldOf(profileOf('chinaums'), 'hotline', DAY, []), 'CNY')[0]).toContain('not confirmed: check before use');
	});
});

describe('what is typed', () => {
	test.each([
		['0.6', 6_000],
		['0.38%', 3_800],
		['1', 10_000],
		['０．６', 6_000],
		['0。55', 5_500],
		['0.00001', null],
		['-1', null],
		['', null],
		['a', null],
	])('a rate of "%s" is %s millionths', (typed, millionths) => {
		expect(typedPercent(typed)).toBe(millionths);
	});

	test.each([0, 1, 38, 6_000, 10_000, 38_500, 123_456])('%i millionths are written so that they can be read again', (millionths) => {
		expect(typedPercent(percentText(millionths))).toBe(millionths);
	});

	test.each([
		['30', 30],
		['３０', 30],
		[' 0 ', 0],
		['', null],
		['1.5', null],
		['-3', null],
	])('days of "%s" are %s', (typed, days) => {
		expect(wholeNumber(typed)).toBe(days);
	});
});
