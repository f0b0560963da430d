import type { CoverageWire, PageWire, ReceiptWire } from '../../../src/feeds/protocol.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Source, SourceContext, SourceState } from '../source.ts';
import { askUpstream, type UpstreamAddress } from './ask-upstream.ts';

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

/** Pulls until there is no more; answers what went wrong, or null. */
async function pullFrom(options: UpstreamOptions, journal: Journal, onComplete: (coverage: readonly CoverageWire[]) => void): Promise<string | null> {
	for (;;) {
		const after = journal.part(options.name, PART)?.mark ?? '';
		const page = await askUpstream(options, after);
		if (!page.ok && page.error.kind === 'again' && after !== '') {
			const problem = await pullAnew(options, journal);
			if (problem !== null) return problem;
			continue;
		}
		if (!page.ok) return page.error.message;
		await takeIn(options.name, journal, page.value);
		if (!page.value.more) {
			onComplete(page.value.coverage);
			return null;
		}
		if (page.value.next === after) return 'it says that there is more but does not move on';
	}
}

async function takeIn(source: string, journal: Journal, { receipts, withdrawn, next }: PageWire): Promise<void> {
	const old = journal.part(source, PART);
	const add = receipts.filter((receipt) => JSON.stringify(old?.receipts.get(receipt.id)) !== JSON.stringify(receipt));
	const remove = withdrawn.filter((id) => old?.receipts.has(id));
	if (old?.mark === next && add.length + remove.length === 0) return;
	await journal.change({ source, part: PART, add, remove, mark: next });
}

/** The upstream lost its memory: what it gives now takes the place of what it gave before. */
async function pullAnew(options: UpstreamOptions, journal: Journal): Promise<string | null> {
	const receipts = new Map<string, ReceiptWire>();
	for (let after = ''; ; ) {
		const page = await askUpstream(options, after);
		if (!page.ok) return page.error.message;
		for (const receipt of page.value.receipts) receipts.set(receipt.id, receipt);
		for (const id of page.value.withdrawn) receipts.delete(id);
		if (!page.value.more) {
			await journal.put(options.name, PART, { receipts: [...receipts.values()], coverage: [], problems: [], mark: page.value.next });
			return null;
		}
		if (page.value.next === after) return 'it says that there is more but does not move on';
		after = page.value.next;
	}
}
