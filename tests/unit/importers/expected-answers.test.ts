import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importing as english } from '../../../src/app/messages/en/import.ts';
import { importing as chinese } from '../../../src/app/messages/zh-CN/import.ts';
import { fileAnswer } from '../../../src/cli/read-answer.ts';
import type { LineProblemCode } from '../../../src/domain/receipts/reading.ts';
import { readFile } from '../../../src/importers/read-file.ts';
import { IMPORTERS } from '../../../src/importers/registry.ts';
import { expectedFixtures, OPTIONS } from '../../support/bills.ts';

type ExpectedRow = Readonly<Record<string, unknown>> & { readonly line: number };
type Expected = Readonly<Record<string, unknown>> & {
	readonly receipts?: readonly ExpectedRow[];
	/** Instead of receipts, for bank statements. */
	readonly lines?: readonly ExpectedRow[];
	readonly problemLines: readonly number[];
	/** Codes of problems about the whole file, where they are meant to be there and no others. */
	readonly fileProblems?: readonly LineProblemCode[];
	/** Names and card numbers that stand in the file and may not come out. */
	readonly mustNotContain?: readonly string[];
};
type Answer = { readonly [part: string]: unknown; readonly problems: readonly { readonly line: number | null; readonly code: string }[] };

/** What a file does not say is not tested: the zone where a time is given without an offset, the currency where it is null. */
const UNSAID_CURRENCY = ['zettle-receipts', 'sumup-transactions', 'qif'];

const fixtures = expectedFixtures();

/** Of two rows with one id either may be the one that counts; the answer says which by naming the other. */
const EITHER_LINE: Readonly<Record<string, readonly number[]>> = { 'bad-rows.csv': [4, 9] };

describe.each(fixtures)('$format/$name', async ({ format, name, path }) => {
	const reading = await readFile({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }, OPTIONS);
	test('is read', () => {
		expect(reading).toMatchObject({ ok: true });
	});
	if (!reading.ok) return;
	const answer = fileAnswer(reading.value) as Answer;
	const expected: Expected = JSON.parse(readFileSync(`${path}.expected.json`, 'utf8'));
	const { receipts, lines, problemLines, fileProblems, mustNotContain, ...facts } = expected;
	const rows = (answer.receipts ?? answer.lines) as readonly Record<string, unknown>[];
	const expectedRows = receipts ?? lines ?? [];

	test('says what kind of file it is, what it covers, and its totals', () => {
		expect(answer).toMatchObject(facts);
	});

	test('gives every row with every field as expected, and no other', () => {
		expect(rows.map((row, i) => comparable(row, expectedRows[i], format))).toEqual(expectedRows.map((row) => comparable(row, row, format)));
	});

	test('lets nothing through that must stay in the file', () => {
		const said = JSON.stringify(answer);
		expect((mustNotContain ?? []).filter((secret) => said.includes(secret))).toEqual([]);
	});

	test('has a problem on exactly the lines that are damaged', () => {
		const either = EITHER_LINE[name] ?? [];
		const named = new Set(answer.problems.flatMap(({ line }) => (line === null || either.includes(line) ? [] : [line])));
		expect([...named]).toEqual([...problemLines]);
		if (either.length > 0) expect(answer.problems.filter(({ line }) => line !== null && either.includes(line))).toHaveLength(1);
		if (fileProblems) expect(answer.problems.filter(({ line }) => line === null).map(({ code }) => code)).toEqual([...fileProblems]);
	});

	test('gives every row an id of its own', () => {
		const ids = rows.map(({ id }) => String(id));
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.every((id) => id !== '' && id.length <= 256)).toBe(true);
	});
});

test('every format that can be read stands in the tables of docs/formats.md, and has its name in both languages', () => {
	const described = [...readFileSync('docs/formats.md', 'utf8').matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id]) => id);
	expect(new Set(described)).toEqual(new Set(IMPORTERS.map(({ id }) => id)));
	for (const { formats } of [chinese, english]) expect(Object.keys(formats)).toEqual(expect.arrayContaining(IMPORTERS.map(({ id }) => id)));
});

test('every format that can be read has a fixture', () => {
	expect(new Set(fixtures.map(({ format }) => format))).toEqual(new Set(IMPORTERS.map(({ id }) => id)));
});

function comparable(row: Readonly<Record<string, unknown>>, expected: ExpectedRow | undefined, format: string): Record<string, unknown> {
	const keys = Object.keys(expected ?? row).filter((key) => !(key === 'currency' && UNSAID_CURRENCY.includes(format)));
	const withoutOffset = typeof expected?.occurredAt === 'string' && !/[+-]\d\d:\d\d$/.test(expected.occurredAt);
	return Object.fromEntries(keys.map((key) => [key, key === 'occurredAt' && withoutOffset ? String(row[key]).slice(0, 19) : row[key]]));
}
