import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileAnswer } from '../../src/cli/read-answer.ts';
import { leaksOf } from '../faults/fuzz/leaks.ts';
import { mutate } from '../faults/fuzz/mutations.ts';
import { expectedFixtures, readBytes } from '../support/bills.ts';

/** A few mishaps of every file that can be read; `npm run proof:fuzz` does the same by the thousand. */

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const fixtures = expectedFixtures().map(({ format, name, path }) => ({ format, name, bytes: new Uint8Array(readFileSync(path)) }));
const small = fixtures.map(({ bytes }) => bytes).filter((bytes) => bytes.length < 20_000);

describe.each(fixtures)('$format/$name after mishaps', ({ name, bytes }) => {
	test('is read or refused, the same way each time, and lets no card number through', async () => {
		for (const seed of SEEDS) {
			const mutated = mutate(seed, bytes, small);
			const read = await readBytes(mutated.bytes, name);
			expect(await readBytes(mutated.bytes, name)).toEqual(read);
			expect(read.ok ? leaksOf(fileAnswer(read.value), mutated.cards) : []).toEqual([]);
		}
	});
});

test('a card number that gets through would be seen', () => {
	const card = '4111111111111111';
	const answer = { receipts: [{ rrn: card, notes: { x: 'paid with 4111 1111 1111 1111' } }], problems: [{ text: `４１１１${card.slice(4)}`, line: 1 }] };
	expect(leaksOf(answer, [card])).toEqual(['answer.receipts.0.notes.x', 'answer.problems.0.text']);
	expect(leaksOf({ text: `20${card}26` }, [card])).toEqual([]);
});
