import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../../src/domain/matching/preparing/calendar.ts';
import { at } from '../../../support/matching-rows.ts';

const DUE = { days: 1, atMinutes: 600 };
const written = () => calendarOf({ zone: null, cutoverMinutes: 240, due: DUE });
const berlin = () => calendarOf({ zone: 'Europe/Berlin', cutoverMinutes: 240, due: DUE });

describe('a business day', () => {
	it('begins at the cutover, whatever was asked before', () => {
		const calendar = written();
		expect(calendar.dayOf(at('2026-11-20T03:59:59+08:00'), 480)).toBe('2026-11-19');
		expect(calendar.dayOf(at('2026-11-20T04:00:00+08:00'), 480)).toBe('2026-11-20');
		expect(calendar.dayOf(at('2026-11-20T08:00:00+08:00'), 480)).toBe('2026-11-20');
		expect(calendar.dayOf(at('2026-11-21T03:59:59+08:00'), 480)).toBe('2026-11-20');
		expect(calendar.dayOf(at('2026-11-20T03:59:59+08:00'), 480)).toBe('2026-11-19');
	});

	it('goes by the offset that the row states where the shop has no zone', () => {
		const calendar = written();
		const moment = at('2026-11-20T03:30:00+08:00');
		expect([480, 540, 0].map((offset) => calendar.dayOf(moment, offset))).toEqual(['2026-11-19', '2026-11-20', '2026-11-19']);
		expect(calendar.offsetAt(moment, 345)).toBe(345);
	});

	it('goes by the zone where there is one, on both sides of a change of the clocks', () => {
		const calendar = berlin();
		// On 25 October 2026 at 01:00 UTC Berlin goes from UTC+2 to UTC+1.
		expect(calendar.offsetAt(at('2026-10-25T00:59:59Z'), 480)).toBe(120);
		expect(calendar.offsetAt(at('2026-10-25T01:00:00Z'), 480)).toBe(60);
		expect(calendar.dayOf(at('2026-10-24T01:59:59Z'), 480)).toBe('2026-10-23');
		expect(calendar.dayOf(at('2026-10-24T02:00:00Z'), 480)).toBe('2026-10-24');
		expect(calendar.dayOf(at('2026-10-25T02:59:59Z'), 480)).toBe('2026-10-24');
		expect(calendar.dayOf(at('2026-10-25T03:00:00Z'), 480)).toBe('2026-10-25');
	});

	it('lasts from one cutover to the next', () => {
		const of = ({ from, to }: { readonly from: number; readonly to: number }) => [from, to];
		expect(of(written().interval('2026-11-20', 480))).toEqual([at('2026-11-20T04:00:00+08:00'), at('2026-11-21T04:00:00+08:00')]);
		expect(of(berlin().interval('2026-07-01', 480))).toEqual([at('2026-07-01T04:00:00+02:00'), at('2026-07-02T04:00:00+02:00')]);
		expect(of(berlin().interval('2026-12-01', 480))).toEqual([at('2026-12-01T04:00:00+01:00'), at('2026-12-02T04:00:00+01:00')]);
	});
});

describe('the bill of a business day is due', () => {
	it('days later at a time of the day', () => {
		expect(written().dueAt('2026-11-20', 480)).toBe(at('2026-11-21T10:00:00+08:00'));
		expect(written().dueAt('2026-12-31', -300)).toBe(at('2027-01-01T10:00:00-05:00'));
		expect(berlin().dueAt('2026-10-23', 480)).toBe(at('2026-10-24T10:00:00+02:00'));
		expect(berlin().dueAt('2026-10-24', 480)).toBe(at('2026-10-25T10:00:00+01:00'));
	});

	it('at each time of its own, whatever was asked before', () => {
		const calendar = written();
		expect(calendar.dueAt('2026-11-20', 480)).toBe(at('2026-11-21T10:00:00+08:00'));
		expect(calendar.dueAt('2026-11-20', 540)).toBe(at('2026-11-21T10:00:00+09:00'));
		expect(calendar.dueAt('2026-11-20', 480, { days: 2, atMinutes: 600 })).toBe(at('2026-11-22T10:00:00+08:00'));
		expect(calendar.dueAt('2026-11-20', 480, { days: 1, atMinutes: 90 })).toBe(at('2026-11-21T01:30:00+08:00'));
		expect(calendar.dueAt('2026-11-21', 480)).toBe(at('2026-11-22T10:00:00+08:00'));
		expect(calendar.dueAt('2026-11-20', 480)).toBe(at('2026-11-21T10:00:00+08:00'));
	});
});
