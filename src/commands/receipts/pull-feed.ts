import type { ImportId } from '../../domain/ids.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { shopDay } from '../../domain/ledger/shop-day.ts';
import { leavesReceipt } from '../../domain/ledger/tender.ts';
import { canonicalJson } from '../../domain/log/canonical-json.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { COVERAGE_STEP_MS, COVERAGE_STEP_QUIET_MS, type FeedGroup, feedGroups, groupFacts } from '../../domain/receipts/feed-groups.ts';
import { PRACTICE_SOURCE } from '../../domain/receipts/practice-source.ts';
import type { StopSignal } from '../../domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { MINUTE_MS } from '../../domain/time.ts';
import { draft, type FeedPage, type Ports, type ReceiptBatch } from '../ports.ts';

export type PullFeedInput = {
	/** Practice takes in the invented receipts only, a shop everything but them. */
	readonly practice: boolean;
	/** How many pages are taken in at most; all there are if left out. Pages without anything wanted do not count. */
	readonly pagesMax?: number;
	readonly signal?: StopSignal;
};

/** `more`: another page waits. `busy`: another window is pulling; nothing was done. */
export type PulledFeed = {
	readonly busy: boolean;
	readonly more: boolean;
	readonly pages: number;
	readonly receipts: number;
	readonly imports: readonly ImportId[];
};

const SOLD_LATELY_MS = 10 * MINUTE_MS;
/** Most receipts of one page. */
export const FEED_PAGE_RECEIPTS = 500;

/**
 * Takes in what the hub has: page by page, each in one commit with the place from which the next pull goes on, so that it may be cut
 * anywhere and nothing comes twice or is left out. A page that says nothing new leaves no entry.
 * Problems: `hub_unreachable`, `hub_refused`, `hub_answer_unreadable`, and those of the storage; the pages before it are safe.
 */
export async function pullFeed(ports: Ports, input: PullFeedInput): Promise<Result<PulledFeed, Problem>> {
	const pulled = await ports.alone('pull-feed', () => pull(ports, input));
	return pulled ?? ok({ busy: true, more: false, pages: 0, receipts: 0, imports: [] });
}

async function pull(ports: Ports, { practice, pagesMax = Number.POSITIVE_INFINITY, signal }: PullFeedInput): Promise<Result<PulledFeed, Problem>> {
	const imports: ImportId[] = [];
	let after = await ports.receipts.cursor(ports.feed.name);
	let [more, pages, receipts] = [true, 0, 0];
	while (more && pages < pagesMax && !signal?.aborted) {
		const page = await ports.feed.pull(after, FEED_PAGE_RECEIPTS);
		if (!page.ok) return page;
		if (page.value.more && page.value.next === after) return fail(problem('hub_answer_unreadable', 'the cursor stands still'));
		const groups = feedGroups(page.value, ports.feed.name, (source) => (source === PRACTICE_SOURCE) === practice);
		const taken = await takeIn(ports, page.value, groups);
		if (!taken.ok) return taken;
		imports.push(...taken.value);
		receipts += groups.reduce((sum, group) => sum + group.receipts.length, 0);
		pages += groups.length > 0 ? 1 : 0;
		({ more, next: after } = page.value);
	}
	return ok({ busy: false, more, pages, receipts, imports });
}

async function takeIn(ports: Ports, page: FeedPage, groups: readonly FeedGroup[]): Promise<Result<readonly ImportId[], Problem>> {
	const fresh: { group: FeedGroup; hash: string }[] = [];
	const stepMs = (await soldLately(ports)) ? COVERAGE_STEP_MS : COVERAGE_STEP_QUIET_MS;
	for (const group of groups) {
		const hash = await ports.sha256(canonicalJson(groupFacts(group, stepMs)));
		const coverageOnly = group.receipts.length === 0 && group.withdrawn.length === 0;
		if (!coverageOnly || !(await ports.receipts.importByHash(hash))) fresh.push({ group, hash });
	}
	if (fresh.length === 0) return ok([]);
	const parts = fresh.map(({ group, hash }) => {
		const entry = draft(ports, 'receipts-imported', bodyOf(ports.feed.name, { group, hash, cursor: page.next }));
		const { receipts, coverage, withdrawn } = group;
		const batch: ReceiptBatch = { importId: entry.id, receipts, coverage, problems: [], withdrawn };
		return { entry, batch };
	});
	const entries = parts.map(({ entry }) => entry);
	const committed = await ports.ledger.commit(
		entries,
		parts.map(({ batch }) => batch),
	);
	return committed.ok ? ok(entries.map((entry) => entry.id)) : committed;
}

/** Whether a sale waits for a terminal to speak or pass over it. */
async function soldLately({ ledger, clock }: Ports): Promise<boolean> {
	const { at } = clock.now();
	const sales = await ledger.salesOfDay(shopDay((await ledger.shop()) ?? SHOP_DEFAULT, at));
	return sales.some((sale) => leavesReceipt(sale.tender) && at - sale.at < SOLD_LATELY_MS);
}

function bodyOf(feed: string, { group, hash, cursor }: { readonly group: FeedGroup; readonly hash: string; readonly cursor: string }) {
	const { source, leg, receipts, coverage } = group;
	return {
		origin: 'feed' as const,
		name: feed,
		hash,
		format: source,
		leg,
		coverage: coverage[0]?.interval ?? null,
		tenders: coverage[0]?.tenders ?? null,
		count: receipts.length,
		problems: 0,
		footerAgrees: null,
		cursor,
	};
}
