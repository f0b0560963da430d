import {
	type CoverageWire,
	type PageWire,
	RECEIPTS_PATH,
	type ReceiptWire,
	readPage,
	readStatementPage,
	STATEMENTS_PATH,
	type StatementPageWire,
	type StatementWire,
} from '../../../src/feeds/protocol.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Source, SourceContext, SourceState } from '../source.ts';
import type { UpstreamAddress } from './ask-upstream.ts';
import { pullFeed, type UpstreamFeed } from './pull-feed.ts';

export type UpstreamOptions = UpstreamAddress & { readonly name: string };

const POLL_MS = 5_000;
/** A tablet that asks is given what the upstream has now, but many tablets do not make many questions. */
const FRESH_MS = 1_000;
const PART = 'feed';

/**
 * Another feed of this shape. What it gives is kept, so that tablets are served while it is away; its coverage is not,
 * because only a feed that answers can say that it is complete. Receipts keep the names of the upstream's own sources.
 */
export function createUpstreamSource(options: UpstreamOptions, journal: Journal, { elapsed, log }: SourceContext): Source {
	let state: SourceState = journal.part(options.name, PART) ? 'failing' : 'starting';
	let coverage: readonly CoverageWire[] = [];
	let timer: NodeJS.Timeout | undefined;
	let pulling: Promise<void> | null = null;
	let pulledAt = Number.NEGATIVE_INFINITY;
	let trouble: string | null = null;
	let stopped = false;

	function pull(): Promise<void> {
		pulling ??= pullAll().finally(() => {
			pulling = null;
			pulledAt = elapsed();
		});
		return pulling;
	}

	async function pullAll(): Promise<void> {
		const problem = await pullFrom(options, journal, (complete) => {
			coverage = complete;
		}).catch((error: unknown) => String(error));
		if (problem !== trouble) log(`${options.name}: ${problem ?? 'answers again'}`);
		trouble = problem;
		if (problem === null) state = 'ok';
		else if (state === 'ok') state = 'failing';
	}

	async function pullOnceAndAgain(): Promise<void> {
		await pull();
		if (!stopped) timer = setTimeout(pullOnceAndAgain, POLL_MS);
	}

	return {
		name: options.name,
		start: pullOnceAndAgain,
		refresh: async () => {
			if (elapsed() - pulledAt >= FRESH_MS && state !== 'failing') await pull();
		},
		state: () => state,
		coverage: () => coverage,
		stop: async () => {
			stopped = true;
			clearTimeout(timer);
			await pulling;
		},
	};
}

/** Receipts first: a bank statement pays for what they say. */
async function pullFrom(options: UpstreamOptions, journal: Journal, onComplete: (coverage: readonly CoverageWire[]) => void): Promise<string | null> {
	const receipts: UpstreamFeed<ReceiptWire, PageWire> = { ...RECEIPTS, onComplete: ({ coverage }) => onComplete(coverage) };
	return (await pullFeed(options, receipts, journal)) ?? pullFeed(options, STATEMENTS, journal);
}

const RECEIPTS: UpstreamFeed<ReceiptWire, PageWire> = {
	...{ path: RECEIPTS_PATH, read: readPage, part: PART, optional: false },
	itemsOf: ({ receipts }) => receipts,
	heldBy: ({ receipts }) => receipts,
	change: (add, remove) => ({ add, remove }),
	content: (receipts) => ({ receipts, statements: [] }),
};
const STATEMENTS: UpstreamFeed<StatementWire, StatementPageWire> = {
	...{ path: STATEMENTS_PATH, read: readStatementPage, part: 'statements', optional: true },
	itemsOf: ({ statements }) => statements,
	heldBy: ({ statements }) => statements,
	change: (addStatements, removeStatements) => ({ addStatements, removeStatements }),
	content: (statements) => ({ receipts: [], statements }),
};
