import { describe, expect, test } from 'vitest';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { continueChain } from '../../../../src/domain/log/continue-chain.ts';
import { EMPTY_HEAD, GENESIS_HASH, type LogEntry } from '../../../../src/domain/log/entry.ts';
import { DEVICE } from '../../../support/ledger-fixture.ts';

const NOTHING_KNOWN = { known: new Set<string>(), heads: new Set<string>() };

/** A write of entries named `hash`, following `prev`. */
function write(prev: string, seq: number, ...hashes: readonly string[]) {
	const entries = hashes.map((hash, index): LogEntry => {
		const before = hashes[index - 1] ?? prev;
		return {
			device: DEVICE,
			seq: seq + index,
			id: asEntryId(`id-${hash}`),
			at: 0,
			offset: 0,
			kind: 'sale-recorded',
			v: 1,
			body: {},
			actor: 'Mei',
			prev: before,
			hash,
		};
	});
	return { name: hashes.join(), entries };
}

const names = (writes: readonly { readonly name: string }[]) => writes.map(({ name }) => name);

describe('continuing a chain', () => {
	const [a, bc, d] = [write(GENESIS_HASH, 1, 'a'), write('a', 2, 'b', 'c'), write('c', 4, 'd')];

	test('takes writes in the order of the chain, however they lie', () => {
		expect(names(continueChain(EMPTY_HEAD, [d, a, bc], NOTHING_KNOWN))).toEqual(['a', 'b,c', 'd']);
		expect(names(continueChain({ seq: 1, hash: 'a' }, [d, a, bc], NOTHING_KNOWN))).toEqual(['b,c', 'd']);
	});

	test('stops where a write is missing', () => {
		expect(names(continueChain(EMPTY_HEAD, [a, d], NOTHING_KNOWN))).toEqual(['a']);
	});

	test('never takes half of a write', () => {
		expect(names(continueChain({ seq: 2, hash: 'b' }, [bc, d], NOTHING_KNOWN))).toEqual([]);
	});

	test('of two writes for one place takes the one on which more was built', () => {
		const lost = write('a', 2, 'x');
		expect(names(continueChain(EMPTY_HEAD, [a, lost, bc, d], NOTHING_KNOWN))).toEqual(['a', 'b,c', 'd']);
		expect(names(continueChain(EMPTY_HEAD, [a, bc, d, lost], NOTHING_KNOWN))).toEqual(['a', 'b,c', 'd']);
	});

	test('of two last writes takes the one that is known to have been the head', () => {
		const [left, right] = [write('a', 2, 'x'), write('a', 2, 'y')];
		for (const writes of [
			[a, left, right],
			[a, right, left],
		]) {
			expect(names(continueChain(EMPTY_HEAD, writes, { known: new Set(), heads: new Set(['y']) }))).toEqual(['a', 'y']);
		}
	});

	test('leaves out what repeats an id that is in the log', () => {
		expect(names(continueChain(EMPTY_HEAD, [a, bc], { known: new Set(['id-c']), heads: new Set() }))).toEqual(['a']);
	});
});
