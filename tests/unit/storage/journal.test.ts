import { describe, expect, test } from 'vitest';
import type { ImportId } from '../../../src/domain/ids.ts';
import { crc32c } from '../../../src/storage/journal/crc32c.ts';
import { decodeLines, encodeLine } from '../../../src/storage/journal/line-codec.ts';
import { openSegment, TAIL_BYTES, tailOfFile, withoutReserve } from '../../../src/storage/journal/segment.ts';
import { textParts } from '../../../src/storage/journal/text-parts.ts';
import { memoryFile } from '../../support/memory-journal.ts';

function join(...parts: readonly (Uint8Array | string)[]): Uint8Array {
	return new Uint8Array(parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]));
}

/** The checksum as its definition has it. */
function bitByBit(bytes: Uint8Array): number {
	let rest = 0xffffffff;
	for (const byte of bytes) {
		rest ^= byte;
		for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1;
	}
	return (rest ^ 0xffffffff) >>> 0;
}

describe('a line', () => {
	test('carries the checksum that RFC 3720 gives for its text', () => {
		expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
	});

	test('has the same checksum as bit by bit, for every length and place in its buffer', () => {
		const bytes = Uint8Array.from({ length: 70 }, (_, index) => (index * 167 + 13) & 0xff);
		for (let from = 0; from < 9; from += 1)
			for (let to = from; to < bytes.length; to += 1) expect(crc32c(bytes.subarray(from, to))).toBe(bitByBit(bytes.subarray(from, to)));
	});

	test('comes back as it was written, whatever the text', () => {
		const texts = ['{}', '{"note":"桌 3 – ¥28.50"}', '', 'x'.repeat(100_000)];
		expect(decodeLines(join(...texts.map(encodeLine)))).toEqual({ texts, damaged: 0 });
	});

	test('that a crash cut short is ignored at every length', () => {
		const whole = encodeLine('{"first":1}');
		const second = encodeLine('{"second":2}');
		for (let length = 0; length < second.length; length += 1) {
			expect(decodeLines(join(whole, second.slice(0, length)))).toEqual({ texts: ['{"first":1}'], damaged: 0 });
		}
	});

	test('with any one byte altered is not read, and the lines around it are', () => {
		const lines = ['{"a":1}', '{"b":2}', '{"c":3}'].map(encodeLine);
		const bytes = join(...lines);
		const from = lines[0]?.length ?? 0;
		for (let index = from; index < from + (lines[1]?.length ?? 0) - 1; index += 1) {
			const altered = bytes.slice();
			altered[index] = (altered[index] ?? 0) ^ 0x04;
			const { texts, damaged } = decodeLines(altered);
			expect(texts).toContain('{"a":1}');
			expect(texts).toContain('{"c":3}');
			expect(texts).not.toContain('{"b":2}');
			expect(damaged).toBeGreaterThan(0);
		}
	});
});

describe('an intent with a large bill', () => {
	const packed = Array.from({ length: 20 }, (_, place) => ({ day: '2026-11-20', count: 1, text: `{"桌":"${place}"}` }));
	const small = { importId: 'i1' as ImportId, receipts: [], coverage: [], problems: [], withdrawn: [] };

	test.each([[[]], [[small]], [[{ ...small, packed }]], [[small, { ...small, packed }, small]], [[{ ...small, packed: [] }]]])(
		'written in parts it says the same: %#',
		(batches) => {
			const line = { kind: 'intent' as const, entries: [], batches };
			expect(JSON.parse([...textParts(line)].join(''))).toEqual(line);
		},
	);
});

describe('a segment', () => {
	test('is written into room made ahead, and reads without it', () => {
		const file = memoryFile();
		const segment = openSegment(file);
		segment.reserve();
		const reserved = file.bytes.length;
		segment.append('{"a":1}', true);
		segment.append('{"b":2}', true);
		expect(file.bytes.length).toBe(reserved);
		expect(withoutReserve(file.bytes)).toEqual(join(encodeLine('{"a":1}'), encodeLine('{"b":2}')));
		expect(segment.all().texts).toEqual(['{"a":1}', '{"b":2}']);
		expect(openSegment(file).all().texts).toEqual(['{"a":1}', '{"b":2}']);
	});

	test('goes on behind a torn line that a crash left', () => {
		const file = memoryFile(join(encodeLine('{"a":1}'), encodeLine('{"b":2}').slice(0, 22), new Uint8Array(500)));
		const segment = openSegment(file);
		segment.append('{"c":3}', true);
		expect(segment.all().texts).toEqual(['{"a":1}', '{"c":3}']);
		expect(openSegment(file).all().texts).toEqual(['{"a":1}', '{"c":3}']);
	});

	test('keeps what was there when a line cannot be written, and takes the next one', () => {
		const file = memoryFile();
		const segment = openSegment(file);
		segment.append('{"a":1}', true);
		const { flush } = file;
		Object.assign(file, {
			flush: () => {
				throw new Error('no space');
			},
		});
		expect(() => segment.append('{"long":"line that did not make it to the disk"}', true)).toThrow('no space');
		Object.assign(file, { flush });
		segment.append('{"b":2}', true);
		expect(openSegment(file).all()).toEqual({ texts: ['{"a":1}', '{"b":2}'], damaged: 0 });
	});

	test('shows the last lines of a long file without reading all of it as lines', () => {
		const file = memoryFile();
		const segment = openSegment(file);
		const count = 400;
		for (let index = 0; index < count; index += 1) segment.append(JSON.stringify({ index, fill: 'x'.repeat(500) }), false);
		const { texts } = segment.tail();
		expect(texts.length).toBeLessThan(count);
		expect(texts.at(-1)).toContain(`"index":${count - 1}`);
		expect(tailOfFile(file.bytes).texts).toEqual(texts);
	});

	test('finds a last line that is longer than the tail', () => {
		const file = memoryFile();
		const segment = openSegment(file);
		segment.append('{"a":1}', true);
		const long = JSON.stringify({ receipts: 'x'.repeat(TAIL_BYTES * 2) });
		segment.append(long, true);
		expect(segment.tail().texts).toEqual(['{"a":1}', long]);
	});
});
