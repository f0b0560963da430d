import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { billAnswer } from '../../../src/cli/read-answer.ts';
import type { LineProblemCode } from '../../../src/domain/receipts/reading.ts';
import { readFile } from '../../../src/importers/read-file.ts';
import { IMPORTERS } from '../../../src/importers/registry.ts';
import { expectedFixtures, OPTIONS } from '../../support/bills.ts';

type Expected = Readonly<Record<string, unknown>> & {
	readonly receipts: readonly (Readonly<Record<string, unknown>> & { readonly line: number })[];
	readonly problemLines: readonly number[];
	/** Codes of problems about the whole file, where they are meant to be there and no others. */
	readonly fileProblems?: readonly LineProblemCode[];
};

const fixtures = expectedFixtures();

/** Of two rows with one id either may be the one that counts; the answer says which by naming the other. */
const EITHER_LINE: Readonly<Record<string, readonly number[]>> = { 'bad-rows.csv': [4, 9] };

describe.each(fixtures)('$format/$name', ({ name, path }) => {
	const reading = readFile({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }, OPTIONS);
	if (!reading.ok) throw new Error(reading.error.code);
	const [bill] = reading.value.bills;
	if (!bill) throw new Error('no bill');
	const answer = billAnswer(bill);
	const expected: Expected = JSON.parse(readFileSync(`${path}.expected.json`, 'utf8'));
	const { receipts, problemLines, fileProblems, ...facts } = expected;

	test('says what kind of file it is, what it covers, and its totals', () => {
		expect(answer).toMatchObject(facts);
	});

	test('gives every receipt with every field as expected, and no other', () => {
		const given = answer.receipts.map((receipt, i) => pick(receipt, Object.keys(receipts[i] ?? {})));
		expect(given).toEqual(receipts);
	});

	test('has a problem on exactly the lines that are damaged', () => {
		const either = EITHER_LINE[name] ?? [];
		const lines = new Set(answer.problems.flatMap(({ line }) => (line === null || either.includes(line) ? [] : [line])));
		expect([...lines]).toEqual([...problemLines]);
		if (either.length > 0) expect(answer.problems.filter(({ line }) => line !== null && either.includes(line))).toHaveLength(1);
		if (fileProblems) expect(answer.problems.filter(({ line }) => line === null).map(({ code }) => code)).toEqual([...fileProblems]);
	});

	test('gives every receipt an id of its own', () => {
		const ids = answer.receipts.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.every((id) => id !== '' && id.length <= 256)).toBe(true);
	});
});

test('every format that can be read has a fixture', () => {
	expect(new Set(fixtures.map(({ format }) => format))).toEqual(new Set(IMPORTERS.map(({ id }) => id)));
});

function pick(object: object, keys: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
}
