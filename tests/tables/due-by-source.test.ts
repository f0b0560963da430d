import { describe, expect, test } from 'vitest';
import { MATCH_RULES_DEFAULT, type ReconcileInput } from '../../src/domain/matching/rows.ts';
import type { DueRule } from '../../src/domain/receipts/source-profiles/due-rules.ts';
import { MINUTE_MS } from '../../src/domain/time.ts';
import { at, compareRows, covering, receipt, sale } from '../support/matching-rows.ts';

const rule = (name: Partial<Pick<DueRule, 'source' | 'tender' | 'from'>>, days: number, clock: string): DueRule => {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return { source: null, tender: null, from: null, ...name, days, atMinutes: hours * 60 + minutes };
};
const rules = (...dueRules: readonly DueRule[]) => ({ ...MATCH_RULES_DEFAULT, dueRules });
const wechat = covering('provider', ['2026-11-20'], { tenders: ['wechat'] });
const cards = covering('provider', ['2026-11-20'], { source: 'chinaums-tsv', tenders: ['card'] });

/** What is said about the sale: its gap, the time for which it is awaited, or that nothing covers it. */
function saidOf(input: Partial<ReconcileInput>, id = 's1'): string {
	const { discrepancies, awaiting, problems } = compareRows(input);
	const gap = discrepancies.find(({ sales }) => sales.includes(id));
	const wait = awaiting.find((one) => one.sale === id);
	if (wait) return `awaiting ${new Date(wait.dueAt + 8 * 3_600_000).toISOString().slice(5, 16)}`;
	return gap?.kind ?? problems.find((one) => one.sale === id)?.code ?? 'nothing';
}

describe('a sale waits for the bill of its own source', () => {
	const sales = [sale('s1', '12:00', '50.00'), sale('s2', '12:30', '20.00', { tender: 'card' })];
	const dueRules = rules(rule({ source: 'chinaums-tsv' }, 1, '14:00'), rule({ source: 'wechat-trade-bill' }, 1, '09:00'));
	const said = (now: string, id: string) => saidOf({ sales, coverage: [wechat, cards], rules: dueRules, now: at(now) }, id);

	test.each([
		['2026-11-21T08:59:59+08:00', 'awaiting 11-21T09:00', 'awaiting 11-21T14:00'],
		['2026-11-21T09:00:00+08:00', 'missing_at_provider', 'awaiting 11-21T14:00'],
		['2026-11-21T13:59:59+08:00', 'missing_at_provider', 'awaiting 11-21T14:00'],
		['2026-11-21T14:00:00+08:00', 'missing_at_provider', 'missing_at_provider'],
	])('at %s the WeChat sale is %s, the card sale %s', (now, first, second) => {
		expect([said(now, 's1'), said(now, 's2')]).toEqual([first, second]);
	});
});

describe('before any bill is there', () => {
	const sales = [sale('s1', '12:00', '50.00', { tender: 'card' })];

	test('a sale waits for the bill that will carry its tender', () => {
		const dueRules = rules(rule({ tender: 'card' }, 2, '14:00'));
		const said = (now: string) => saidOf({ sales, coverage: [], rules: dueRules, now: at(now) });
		expect(said('2026-11-22T13:59:59+08:00')).toBe('awaiting 11-22T14:00');
		expect(said('2026-11-22T14:00:00+08:00')).toBe('not_covered');
	});

	test('another tender and a source without a rule wait as the usual rule has it', () => {
		const dueRules = rules(rule({ tender: 'wechat' }, 3, '14:00'), rule({ source: 'lakala-jy' }, 3, '14:00'));
		expect(saidOf({ sales, coverage: [], rules: dueRules, now: at('2026-11-21T09:00:00+08:00') })).toBe('awaiting 11-21T10:00');
	});
});

test('a rule holds from its day on', () => {
	const dueRules = rules(rule({ source: 'wechat-trade-bill' }, 1, '10:00'), rule({ source: 'wechat-trade-bill', from: '2026-11-21' }, 2, '10:00'));
	const days = ['2026-11-20', '2026-11-21'];
	const sales = [sale('s1', '12:00', '50.00'), sale('s2', '2026-11-21T12:00:00+08:00', '50.00')];
	const outcome = compareRows({
		...{ sales, rules: dueRules, now: at('2026-11-22T12:00:00+08:00') },
		coverage: [covering('provider', days, { tenders: ['wechat'] })],
	});
	expect(outcome.discrepancies.map(({ sales: members }) => members)).toEqual([['s1']]);
	expect(outcome.awaiting).toEqual([{ sale: 's2', dueAt: at('2026-11-23T10:00:00+08:00'), offset: 480 }]);
});

test('where two sources cover a sale, the one that speaks first is not waited past', () => {
	const both = [covering('terminal'), wechat];
	const dueRules = rules(rule({ source: 'canonical-receipts' }, 0, '23:30'), rule({ source: 'wechat-trade-bill' }, 1, '10:00'));
	const sales = [sale('s1', '12:00', '50.00')];
	const said = (now: number) => saidOf({ sales, coverage: both, rules: dueRules, now });
	expect(said(at('23:30') - MINUTE_MS)).toBe('awaiting 11-20T23:30');
	expect(said(at('23:30'))).toBe('missing_at_terminal');
});

test('what the terminal has is missing at the provider only once that bill is due', () => {
	const sales = [sale('s1', '12:00', '50.00')];
	const receipts = [receipt('r1', '12:00:20', '50.00')];
	const dueRules = rules(rule({ source: 'wechat-trade-bill' }, 1, '15:00'));
	const said = (now: string) => saidOf({ sales, receipts, coverage: [covering('terminal'), wechat], rules: dueRules, now: at(now) });
	expect(said('2026-11-21T14:59:59+08:00')).toBe('nothing');
	expect(said('2026-11-21T15:00:00+08:00')).toBe('missing_at_provider');
});

test('a sale of unknown tender waits until all bills that may hold it are due', () => {
	const sales = [sale('s1', '12:00', '50.00', { tender: null }), sale('s2', '12:30', '20.00', { tender: 'card' }), sale('s3', '12:40', '30.00')];
	const dueRules = rules(rule({ source: 'chinaums-tsv' }, 1, '14:00'), rule({ source: 'wechat-trade-bill' }, 1, '09:00'));
	const said = (now: string) => saidOf({ sales, coverage: [wechat, cards], rules: dueRules, now: at(now) });
	expect(said('2026-11-21T13:59:59+08:00')).toBe('awaiting 11-21T14:00');
	expect(said('2026-11-21T14:00:00+08:00')).toBe('missing_at_provider');
});
