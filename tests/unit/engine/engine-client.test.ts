import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/engine/engine-client.ts';
import type { EngineAnswer, EngineRequest } from '../../../src/engine/protocol.ts';

const FILE = { name: 'bill.csv', bytes: new Uint8Array([1]) };
const OPTIONS = { format: null, zone: 'Asia/Shanghai', cutoverMinutes: 240 };

/** A worker that answers by a script; counts how many were made and ended. */
function scripted(script: (request: EngineRequest, say: (answer: EngineAnswer) => void) => void) {
	const counts = { made: 0, ended: 0 };
	const create = () => {
		counts.made += 1;
		let alive = true;
		const worker = {
			onmessage: null as ((event: { data: EngineAnswer }) => void) | null,
			onerror: null as ((event: { message: string }) => void) | null,
			postMessage: (request: EngineRequest) => {
				setTimeout(() => {
					if (!alive) return;
					try {
						script(request, (data) => alive && worker.onmessage?.({ data }));
					} catch (error) {
						worker.onerror?.({ message: String(error) });
					}
				}, 1);
			},
			terminate: () => {
				alive = false;
				counts.ended += 1;
			},
		};
		return worker as unknown as Worker;
	};
	return { create, counts };
}

/** SHA-256 of the byte 1. */
const HASH_OF_ONE = '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a';
const QUIET = { startMs: 20, workMs: 20 };
const HEAD = { format: 'x' } as never;

describe('the worker behind the engine', () => {
	test('receipts that come in pages are put back into their bills, with progress on the way', async () => {
		const progress: number[] = [];
		const { create } = scripted(({ id }, say) => {
			say({ id, kind: 'progress', done: 0.5 });
			say({ id, kind: 'receipts', bill: 0, receipts: [{ id: 'a' } as never] });
			say({ id, kind: 'receipts', bill: 1, receipts: [{ id: 'c' } as never] });
			say({ id, kind: 'receipts', bill: 0, receipts: [{ id: 'b' } as never] });
			say({ id, kind: 'read-done', bills: [HEAD, HEAD], statements: [] });
		});
		const read = await createEngine(create).read(FILE, OPTIONS, (done) => progress.push(done));
		expect(read).toMatchObject({ ok: true, value: { hash: HASH_OF_ONE, bills: [{ receipts: [{ id: 'a' }, { id: 'b' }] }, { receipts: [{ id: 'c' }] }] } });
		expect(progress).toEqual([0.5]);
	});

	test('a table is described by the worker, with what the shop is', async () => {
		const { create } = scripted((request, say) => {
			if (request.kind === 'describe') say({ id: request.id, kind: 'describe-done', table: { rowCount: 3, asked: request.options } as never });
		});
		expect(await createEngine(create).describe(FILE, { zone: 'UTC', currency: 'EUR' })).toMatchObject({
			ok: true,
			value: { rowCount: 3, asked: { zone: 'UTC', currency: 'EUR' } },
		});
	});

	test('stopping ends the worker, and the next piece of work gets a new one', async () => {
		const { create, counts } = scripted(({ id, kind }, say) => kind === 'reconcile' && say({ id, kind: 'reconcile-done', outcome: { matches: [] } as never }));
		const engine = createEngine(create);
		const stop = new AbortController();
		const reading = engine.read(FILE, OPTIONS, undefined, stop.signal);
		setTimeout(() => stop.abort(), 5);
		expect(await reading).toEqual({ ok: false, error: { code: 'reading_stopped' } });
		expect(await engine.reconcile({} as never)).toMatchObject({ ok: true });
		expect(counts).toEqual({ made: 2, ended: 1 });
	});

	test('a comparison tells how far it is, and stops when it is told to', async () => {
		const progress: number[] = [];
		const { create, counts } = scripted(({ id }, say) => say({ id, kind: 'progress', done: 0.4 }));
		const stop = new AbortController();
		const comparing = createEngine(create).reconcile(
			{} as never,
			(done) => {
				progress.push(done);
				stop.abort();
			},
			stop.signal,
		);
		expect(await comparing).toEqual({ ok: false, error: { code: 'comparing_stopped' } });
		expect(progress).toEqual([0.4]);
		expect(counts.ended).toBe(1);
	});

	test('a worker that hangs is ended', async () => {
		const { create, counts } = scripted(() => undefined);
		const engine = createEngine(create, { reading: () => QUIET, comparing: QUIET });
		expect(await engine.reconcile({} as never)).toMatchObject({ ok: false, error: { code: 'engine_stopped' } });
		expect(counts.ended).toBe(1);
	});

	test('a worker that breaks answers with a problem, not with a crash', async () => {
		const { create } = scripted(() => {
			throw new Error('broken');
		});
		expect(await createEngine(create).reconcile({} as never)).toMatchObject({ ok: false, error: { code: 'engine_stopped' } });
	});

	test('work runs one piece after the other', async () => {
		const order: number[] = [];
		const { create } = scripted(({ id }, say) => {
			order.push(id);
			setTimeout(() => say({ id, kind: 'reconcile-done', outcome: { engineVersion: id } as never }), 10);
		});
		const engine = createEngine(create);
		const outcomes = await Promise.all([engine.reconcile({} as never), engine.reconcile({} as never)]);
		expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.engineVersion : 0))).toEqual([1, 2]);
		expect(order).toEqual([1, 2]);
	});
});
