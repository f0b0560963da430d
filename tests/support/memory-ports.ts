import type { Engine, Feed, FeedPage, FeedStatementPage, Ports, ReadFileAnswer } from '../../src/commands/ports.ts';
import { reconcile } from '../../src/domain/matching/reconcile.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { problem } from '../../src/domain/problems.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import { settle } from '../../src/domain/settlement/settle.ts';
import { describeFile } from '../../src/importers/describe-file.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { fakeIds } from './fake-ids.ts';
import { sha256 } from './ledger-fixture.ts';
import type { Memory } from './memory-fold.ts';
import { emptyMemory, memoryStores } from './memory-ledger.ts';

export type MemoryPorts = Ports & {
	readonly clock: FakeClock;
	readonly memory: Memory;
	/** Pages that the hub has, in order; a cursor is the number of pages pulled. */
	readonly hubPages: FeedPage[];
	/** The same for statements. */
	readonly hubStatements: FeedStatementPage[];
	/** What reading the next file answers. */
	readonly nextReading: { value: Result<ReadFileAnswer, Problem> };
	/** Bytes kept, by their hash. */
	readonly kept: Map<string, { readonly name: string; readonly type: string; readonly bytes?: Uint8Array }>;
};

export type MemoryOptions = { readonly engine?: Partial<Engine>; readonly feed?: Partial<Feed>; readonly evidence?: Partial<Ports['evidence']> };

/**
 * All ports over plain memory, with the promises of the real ones: a commit is whole or not at all, ids and hashes chain, a withdrawn
 * import gives back what stood before it, results are saved only against facts that did not change.
 */
export function memoryPorts(options: MemoryOptions = {}): MemoryPorts {
	const memory = emptyMemory();
	const hubPages: FeedPage[] = [];
	const hubStatements: FeedStatementPage[] = [];
	const nextReading: MemoryPorts['nextReading'] = { value: fail(problem('format_unknown')) };
	const kept: MemoryPorts['kept'] = new Map();
	const busy = new Set<string>();
	return {
		clock: fakeClock(),
		ids: fakeIds(),
		sha256,
		memory,
		hubPages,
		hubStatements,
		nextReading,
		kept,
		...memoryStores(memory, sha256),
		evidence: {
			put: async ({ name, type, bytes, sha256: hash }) => {
				kept.set(hash, { name, type, bytes });
				return ok(undefined);
			},
			get: async (hash) => {
				const file = kept.get(hash);
				return file ? { name: file.name, type: file.type, bytes: file.bytes ?? new Uint8Array() } : null;
			},
			...options.evidence,
		},
		engine: {
			hash: async (bytes) => `unread ${bytes.length}`,
			read: async () => nextReading.value,
			describe: describeFile,
			reconcile: async (input) => ok(reconcile(input)),
			settle: async (input) => ok(settle(input)),
			...options.engine,
		},
		feed: {
			name: 'hub',
			health: async () => ok({ at: 0, sources: [] }),
			problems: async () => ok([]),
			pull: async (after) => ok(pageAfter(hubPages, after)),
			pullStatements: async (after) => ok(statementsAfter(hubStatements, after)),
			...options.feed,
		},
		alone: async (name, work) => {
			if (busy.has(name)) return null;
			busy.add(name);
			try {
				return await work();
			} finally {
				busy.delete(name);
			}
		},
		actor: () => 'Mei',
	};
}

function pageAfter(pages: readonly FeedPage[], after: string | null): FeedPage {
	return placeAfter(pages, after) ?? { receipts: [], next: after ?? '', more: false, coverage: pages.at(-1)?.coverage ?? [], withdrawn: [] };
}

function statementsAfter(pages: readonly FeedStatementPage[], after: string | null): FeedStatementPage {
	return placeAfter(pages, after) ?? { statements: [], next: after ?? '', more: false, withdrawn: [] };
}

function placeAfter<Page extends { readonly next: string }>(pages: readonly Page[], after: string | null): Page | undefined {
	return pages[after === null ? 0 : pages.findIndex((page) => page.next === after) + 1];
}
