import { expect, test } from 'vitest';
import { statedPeriod, widestPeriod } from '../../../../../src/importers/shared/reading/stated-period.ts';

const DAY = { from: Date.UTC(2026, 10, 1, 16), to: Date.UTC(2026, 10, 2, 16) };

test.each([
	'#起始日期：[2026年11月02日 00:00:00]   终止日期：[2026年11月03日 00:00:00]',
	'起始时间：[2026-11-02 00:00:00] 终止时间：[2026-11-02 23:59:59],,,',
	'起始时间: [2026-11-02 00:00:00]	终止时间: [2026-11-02 23:59:59]',
	'开始日期：[2026/11/2 00:00:00] 结束日期：[2026/11/2 23:59:59]',
])('%s is one day of Beijing time', (line) => {
	expect(statedPeriod(line)).toEqual(DAY);
});

test.each(['起始日期：[2026年11月03日 00:00:00] 终止日期：[2026年11月02日 00:00:00]', '起始日期：[] 终止日期：[]', '导出时间：[2026-11-08 09:00:00]', ''])(
	'%j states none',
	(line) => {
		expect(statedPeriod(line)).toBeNull();
	},
);

test('of two periods the widest is taken, of one that one', () => {
	const next = { from: DAY.to, to: DAY.to + 5 };
	expect(widestPeriod(next, DAY)).toEqual({ from: DAY.from, to: next.to });
	expect(widestPeriod(null, DAY)).toEqual(DAY);
	expect(widestPeriod(DAY, null)).toEqual(DAY);
});
