import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { durationText, evidenceSentence, hypothesisTexts, likelihoodOf, reasonsText } from '../../../../src/app/ui/evidence-text.ts';
import { EVIDENCE_RELATIONS, type EvidenceRelation } from '../../../../src/domain/matching/judging/evidence.ts';
import { type Evidence, HYPOTHESIS_CODES } from '../../../../src/domain/matching/outcome.ts';
import { wordsOf } from '../../../support/words.ts';

let zh: Messages;
let en: Messages;
beforeAll(async () => {
	zh = await wordsOf('zh-CN');
	en = await wordsOf('en');
});

const equal = (field: Evidence['field'], milliBits = 4_000): Evidence => ({ field, relation: 'equal', milliBits });
const apart = (seconds: number, clockSeconds: number, milliBits = 3_000): Evidence => ({
	field: 'time',
	relation: 'after',
	milliBits,
	facts: { seconds, clockSeconds },
});

describe('why two records are one payment', () => {
	test('is told amount first, then time with the clock that was put right, then the weightiest of the rest, then what else was possible', () => {
		const evidence = [equal('amount'), apart(38, 58), equal('batch_no', 10), equal('last4', 9_000), equal('terminal', 100)];
		expect(reasonsText(zh, { evidence, runnerUp: null, confirmed: false })).toBe(
			'金额相同；时间差 38 秒（对方的钟快 58 秒，已校正）；卡尾号相同；终端相同；再没有别的可能',
		);
		expect(reasonsText(en, { evidence, runnerUp: { sales: [], receipts: [], milliBitsBehind: 1 }, confirmed: false })).toBe(
			'same amount; 38 s apart (their clock 58 s fast, corrected); same card ending; same terminal; 1 other possibility',
		);
	});

	test('never leaves out what speaks against it, however much speaks for it', () => {
		const evidence = [
			equal('amount'),
			apart(3, 0),
			equal('last4'),
			equal('trace_no'),
			equal('terminal'),
			{ field: 'tender', relation: 'differs', milliBits: -6_000 } as const,
		];
		expect(reasonsText(zh, { evidence, runnerUp: null, confirmed: false })).toContain('付款方式不同');
	});

	test('says so when a person said so, and then speaks of no other possibility', () => {
		const evidence: Evidence[] = [{ field: 'decision', relation: 'confirmed', milliBits: 0 }, equal('amount')];
		expect(reasonsText(zh, { evidence, runnerUp: null, confirmed: true })).toBe('有人确认过是同一笔；金额相同');
	});

	test('puts a difference into money', () => {
		const short: Evidence = { field: 'amount', relation: 'differs', milliBits: -8_000, facts: { differenceMinor: -5_000 } };
		expect(evidenceSentence(zh, short)).toBe('金额少 ¥50.00');
		expect(evidenceSentence(en, { ...short, facts: { differenceMinor: 1_250 } })).toBe('¥12.50 more');
	});

	test('has a sentence in both languages for every relation that the engine tells', () => {
		const field: Partial<Record<EvidenceRelation, Evidence['field']>> = {
			after: 'time',
			before: 'time',
			together: 'time',
			both: 'leg',
			provider_only: 'leg',
			same_original: 'refund',
			other_original: 'refund',
			known: 'tip',
			tail: 'rrn',
			swapped: 'rrn',
			one_off: 'rrn',
			confirmed: 'decision',
			approximate: 'decision',
		};
		for (const relation of EVIDENCE_RELATIONS) {
			const evidence: Evidence = {
				field: field[relation] ?? 'amount',
				relation,
				milliBits: 0,
				facts: { seconds: 5, clockSeconds: 0, differenceMinor: 100, tipMinor: 100 },
			};
			for (const messages of [zh, en]) expect(evidenceSentence(messages, evidence), relation).toMatch(/\S/);
		}
	});
});

describe('what may have happened', () => {
	test('has words and a next step for every cause, in both languages, and never asks for a second payment before a query', () => {
		for (const messages of [zh, en]) {
			for (const code of HYPOTHESIS_CODES) {
				const [text] = hypothesisTexts(messages, [{ code, weight: 600 }]);
				expect(text?.what, code).toMatch(/\S/);
				expect(text?.todo, code).toMatch(/\S/);
			}
		}
		const { todo } = zh.text.evidence.hypothesis.payment_never_taken;
		expect(todo.indexOf('查')).toBeLessThan(todo.indexOf('补收'));
	});

	test('names three causes at most, with words for how likely', () => {
		const texts = hypothesisTexts(zh, [
			{ code: 'cashier_forgot', weight: 600 },
			{ code: 'other_tender', weight: 200 },
			{ code: 'other_shop_or_till', weight: 100 },
			{ code: 'charged_twice', weight: 50 },
		]);
		expect(texts.map(({ what, likely }) => `${what} ${likely}`)).toEqual(['忘了记账 很可能', '用别的方式付了 有可能', '别处收的款 不太像']);
		expect([likelihoodOf(500), likelihoodOf(499), likelihoodOf(149)]).toEqual(['high', 'middle', 'low']);
	});
});

test.each([
	[0, '0 秒'],
	[59, '59 秒'],
	[60, '1 分钟'],
	[217, '3 分 37 秒'],
	[4_860, '1 小时 21 分'],
	[7_200, '2 小时'],
	[273_600, '3 天 4 小时'],
	[-90, '1 分 30 秒'],
])('%i seconds are said as %s', (seconds, words) => {
	expect(durationText(zh, seconds)).toBe(words);
});
