import { expect, test } from 'vitest';
import { joinCoverage } from '../../../hub/sources/coverage.ts';
import type { CoverageWire } from '../../../src/feeds/protocol.ts';

const stretch = (from: string, to: string, change: Partial<CoverageWire> = {}): CoverageWire => ({
	...{ source: 's', leg: 'provider', from: `2026-11-${from}:00+08:00`, to: `2026-11-${to}:00+08:00` },
	...change,
});

test('stretches that touch or overlap become one, in any order; gaps stay', () => {
	const days = [stretch('22T00:00', '23T00:00'), stretch('20T00:00', '21T00:00'), stretch('20T12:00', '22T00:00'), stretch('24T00:00', '25T00:00')];
	expect(joinCoverage(days)).toEqual([stretch('20T00:00', '23T00:00'), stretch('24T00:00', '25T00:00')]);
});

test('a long stretch is not cut short by a shorter one inside it', () => {
	expect(joinCoverage([stretch('01T00:00', '30T00:00'), stretch('05T00:00', '06T00:00')])).toEqual([stretch('01T00:00', '30T00:00')]);
});

test('what is complete for one wallet is not joined with what is complete for another, or with another leg', () => {
	const wechat = stretch('20T00:00', '21T00:00', { tenders: ['wechat'] });
	const alipay = stretch('21T00:00', '22T00:00', { tenders: ['alipay'] });
	const terminal = stretch('21T00:00', '22T00:00', { leg: 'terminal' });
	const all = stretch('20T00:00', '22T00:00');
	expect(joinCoverage([wechat, alipay, terminal, all])).toEqual([wechat, alipay, terminal, all]);
});

test('what the bills of one provider cover is not joined with what those of another do, though they lie in one folder', () => {
	const wechat = stretch('20T00:00', '21T00:00', { format: 'wechat-trade-bill' });
	const chinaums = stretch('20T00:00', '21T00:00', { format: 'chinaums-tsv' });
	const next = stretch('21T00:00', '22T00:00', { format: 'wechat-trade-bill' });
	expect(joinCoverage([wechat, chinaums, next])).toEqual([stretch('20T00:00', '22T00:00', { format: 'wechat-trade-bill' }), chinaums]);
});
