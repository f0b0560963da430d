import type { Journal, Part, PartChange, PartContent } from '../../journal/journal.ts';
import { askUpstream, type UpstreamAddress, type UpstreamRoute } from './ask-upstream.ts';

/** A page as every feed gives it. */
type AnyPage = { readonly next: string; readonly more: boolean; readonly withdrawn: readonly string[] };

/** One of the two feeds of an upstream, and how what it gives lies in the journal. */
export type UpstreamFeed<T, Page> = UpstreamRoute<Page> & {
	readonly part: string;
	readonly itemsOf: (page: Page) => readonly T[];
	readonly heldBy: (part: Part) => ReadonlyMap<string, T>;
	readonly change: (add: readonly T[], remove: readonly string[]) => Partial<PartChange>;
	readonly content: (items: readonly T[]) => Pick<PartContent, 'receipts' | 'statements'>;
	readonly onComplete?: (page: Page) => void;
	/** Whether an upstream may lack this feed. */
	readonly optional: boolean;
};

type Upstream = UpstreamAddress & { readonly name: string };

/** Pulls until there is no more; answers what went wrong, or null. Each page is in the journal with its place. */
export async function pullFeed<T extends { readonly id: string }, Page extends AnyPage>(
	upstream: Upstream,
	feed: UpstreamFeed<T, Page>,
	journal: Journal,
): Promise<string | null> {
	for (;;) {
		const after = journal.part(upstream.name, feed.part)?.mark ?? '';
		const page = await askUpstream(upstream, feed, after);
		if (!page.ok && page.error.kind === 'absent' && feed.optional) return null;
		if (!page.ok && page.error.kind === 'again' && after !== '') {
			const problem = await pullAnew(upstream, feed, journal);
			if (problem !== null) return problem;
			continue;
		}
		if (!page.ok) return page.error.message;
		await takeIn(upstream.name, feed, journal, page.value);
		if (!page.value.more) {
			feed.onComplete?.(page.value);
			return null;
		}
		if (page.value.next === after) return STANDS_STILL;
	}
}

const STANDS_STILL = 'it says that there is more but does not move on';

async function takeIn<T extends { readonly id: string }, Page extends AnyPage>(
	source: string,
	feed: UpstreamFeed<T, Page>,
	journal: Journal,
	page: Page,
): Promise<void> {
	const old = journal.part(source, feed.part);
	const held = old ? feed.heldBy(old) : null;
	const add = feed.itemsOf(page).filter((item) => JSON.stringify(held?.get(item.id)) !== JSON.stringify(item));
	const remove = page.withdrawn.filter((id) => held?.has(id));
	if (old?.mark === page.next && add.length + remove.length === 0) return;
	await journal.change({ source, part: feed.part, ...feed.change(add, remove), mark: page.next });
}

/** The upstream lost its memory: what it gives now takes the place of what it gave before. */
async function pullAnew<T extends { readonly id: string }, Page extends AnyPage>(
	upstream: Upstream,
	feed: UpstreamFeed<T, Page>,
	journal: Journal,
): Promise<string | null> {
	const items = new Map<string, T>();
	for (let after = ''; ; ) {
		const page = await askUpstream(upstream, feed, after);
		if (!page.ok) return page.error.message;
		for (const item of feed.itemsOf(page.value)) items.set(item.id, item);
		for (const id of page.value.withdrawn) items.delete(id);
		if (!page.value.more) {
			await journal.put(upstream.name, feed.part, { ...feed.content([...items.values()]), coverage: [], problems: [], mark: page.value.next });
			return null;
		}
		if (page.value.next === after) return STANDS_STILL;
		after = page.value.next;
	}
}
