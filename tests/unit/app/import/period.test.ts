import { describe, expect, test } from 'vitest';
import { formatsOf } from '../../../../src/app/messages/formats.ts';
import { periodBar, periodText } from '../../../../src/app/screens/import/period.ts';
import { parseIso } from '../../../../src/domain/time.ts';

const zh = formatsOf('zh-CN');
const at = (iso: string) => parseIso(`${iso}+08:00`)?.at ?? Number.NaN;
const period = (from: string, to: string) => ({ from: at(from), to: at(to) });

describe('a period in words', () => {
	test('a whole day ends at 24:00 of the same day', () => {
		expect(periodText(period('2026-11-20T00:00', '2026-11-21T00:00'), 480, zh)).toBe('11月20日周五 00:00–24:00');
	});
	test('a part of a day ends when it ends', () => {
		expect(periodText(period('2026-11-20T00:00', '2026-11-20T20:30'), 480, zh)).toBe('11月20日周五 00:00–20:30');
	});
	test('a clearing day names both of its dates', () => {
		expect(periodText(period('2026-11-19T23:00', '2026-11-20T23:00'), 480, zh)).toBe('11月19日周四 23:00 – 11月20日周五 23:00');
	});
	test('whole days need no hours', () => {
		expect(periodText(period('2026-11-01T00:00', '2026-12-01T00:00'), 480, zh)).toBe('11月1日周日 – 11月30日周一');
	});
});

describe('a period as a strip of one day', () => {
	test('a whole day fills it', () => {
		expect(periodBar(period('2026-11-20T00:00', '2026-11-21T00:00'), 480)).toEqual({ day: '2026-11-20', from: 0, to: 1000 });
	});
	test('a part leaves the rest open', () => {
		expect(periodBar(period('2026-11-20T06:00', '2026-11-20T18:00'), 480)).toEqual({ day: '2026-11-20', from: 250, to: 750 });
	});
	test('a clearing day is drawn on the day in which most of it lies', () => {
		expect(periodBar(period('2026-11-19T23:00', '2026-11-20T23:00'), 480)).toEqual({ day: '2026-11-20', from: 0, to: 958 });
	});
	test('a month has none', () => {
		expect(periodBar(period('2026-11-01T00:00', '2026-12-01T00:00'), 480)).toBeNull();
	});
});
