import { describe, expect, test } from 'vitest';
import { checkMapping } from '../../../../src/domain/receipts/mapping/check-mapping.ts';
import { mappingFileText, readMappingFile } from '../../../../src/domain/receipts/mapping/mapping-file.ts';
import { formatIso } from '../../../../src/domain/time.ts';
import { described, mappedBill, mappingOf } from '../../../support/mappings.ts';

const TABLE = 'Day,Sum,No\n2026-11-02,12.50,A1\n2026-11-03,8.00,A2\n2026-11-03,8.00,A3\n';
const columns = { date: 'Day', amount: 'Sum', channelOrderNo: 'No' } as const;
const MAPPING = mappingOf(columns, { timeOfDay: '12:00' });

describe('a table without times of day', () => {
	test('is not read until somebody says where its payments are to stand', async () => {
		const { timeOfDay: _, ...silent } = MAPPING;
		expect(checkMapping(silent)).toEqual({ ok: false, error: { code: 'no_time', at: 'columns' } });
		const { proposal } = await described(TABLE);
		expect([proposal.columns.date, proposal.columns.time, proposal.timeOfDay]).toEqual(['Day', undefined, undefined]);
	});

	test('stands at that time of each day, and says so', () => {
		const { receipts, coverage, problems } = mappedBill(TABLE, MAPPING);
		expect(receipts.map(({ at, offset, line }) => [formatIso({ at, offset }), line])).toEqual([
			['2026-11-02T12:00:00+08:00', 2],
			['2026-11-03T12:00:00+08:00', 3],
			['2026-11-03T12:00:00+08:00', 4],
		]);
		expect(new Set(receipts.map(({ id }) => id)).size).toBe(3);
		expect(coverage && formatIso({ at: coverage.from, offset: 480 })).toBe('2026-11-02T00:00:00+08:00');
		expect(problems).toMatchObject([{ line: null, code: 'time_assumed', message: expect.stringContaining('12:00') }]);
	});

	test('a day that cannot be read is a problem of its line', () => {
		expect(mappedBill(TABLE.replace('2026-11-02', 'yesterday'), MAPPING).problems).toMatchObject([
			{ line: 2, code: 'time_unreadable' },
			{ line: null, code: 'time_assumed' },
		]);
	});

	test('a table with times is not said to lack them', () => {
		const timed = mappingOf({ date: 'Day', time: 'Clock', amount: 'Sum' }, { timeOfDay: '12:00' });
		const { receipts, problems } = mappedBill('Day,Clock,Sum\n2026-11-02,09:30,1.00\n', timed);
		expect([receipts.map((one) => formatIso(one)), problems]).toEqual([['2026-11-02T09:30:00+08:00'], []]);
	});

	test('the time of day travels with the mapping, and must be one', () => {
		expect(readMappingFile(mappingFileText(MAPPING))).toEqual({ ok: true, value: MAPPING });
		for (const timeOfDay of ['24:00', 'noon', '9:5', 12])
			expect(checkMapping({ ...MAPPING, timeOfDay })).toMatchObject({ ok: false, error: { at: 'timeOfDay' } });
	});
});
