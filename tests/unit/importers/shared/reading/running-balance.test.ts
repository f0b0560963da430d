import { expect, test } from 'vitest';
import { problemLog } from '../../../../../src/importers/shared/reading/line-problems.ts';
import { noteRunningBalance } from '../../../../../src/importers/shared/reading/running-balance.ts';

type Pair = readonly [amount: number | null, balance: number | null];

function problemsOf(rows: readonly Pair[], accountOf: (place: number) => string = () => 'A'): (number | null)[] {
	const log = problemLog();
	noteRunningBalance(
		rows.map(([amountMinor, balanceMinor], i) => ({ line: i + 1, account: accountOf(i), amountMinor, balanceMinor })),
		log,
	);
	return log.all().map(({ line }) => line);
}

test.each<[string, readonly Pair[], readonly (number | null)[]]>([
	[
		'oldest first',
		[
			[1, 11],
			[2, 13],
			[-3, 10],
		],
		[],
	],
	[
		'newest first',
		[
			[-3, 10],
			[2, 13],
			[1, 11],
		],
		[],
	],
	['one row', [[1, 99]], []],
	[
		'no balances',
		[
			[1, null],
			[2, null],
		],
		[],
	],
	[
		'a balance wrong alone',
		[
			[1, 11],
			[2, 14],
			[-3, 10],
			[1, 11],
		],
		[2],
	],
	[
		'a missing row',
		[
			[1, 11],
			[2, 13],
			[5, 23],
			[1, 24],
		],
		[3],
	],
	[
		'a changed amount',
		[
			[1, 11],
			[9, 13],
			[-3, 10],
			[1, 11],
		],
		[2],
	],
	[
		'an unreadable amount',
		[
			[1, 11],
			[null, 13],
			[-3, 10],
		],
		[],
	],
	[
		'an unreadable amount and balance',
		[
			[1, 11],
			[null, null],
			[-3, 10],
		],
		[],
	],
	[
		'balances at some rows',
		[
			[1, 11],
			[2, null],
			[-3, 10],
		],
		[],
	],
	[
		'balances of something else',
		[
			[1, 50],
			[2, 61],
			[3, 77],
			[4, 12],
			[5, 3],
			[6, 44],
		],
		[null],
	],
])('%s', (_, rows, problems) => {
	expect(problemsOf(rows)).toEqual(problems);
});

test('accounts run on by themselves', () => {
	const mixed: Pair[] = [
		[1, 11],
		[1, 501],
		[2, 13],
		[2, 503],
	];
	expect(problemsOf(mixed, (place) => (place % 2 === 0 ? 'A' : 'B'))).toEqual([]);
});
