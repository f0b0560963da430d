import type { ImportId } from '../../domain/ids.ts';
import { canonicalJson } from '../../domain/log/canonical-json.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import type { FeedStatement } from '../../domain/receipts/feed-statement.ts';
import { feedStatementBody } from '../../domain/receipts/import-body.ts';
import { PRACTICE_SOURCE } from '../../domain/receipts/practice-source.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type FeedStatementPage, type Ports } from '../ports.ts';
import type { PullFeedInput } from './pull-feed.ts';

/** `more`: another page waits. `busy`: another window is pulling; nothing was done. */
export type PulledStatements = {
	readonly busy: boolean;
	readonly more: boolean;
	readonly imports: readonly ImportId[];
	readonly withdrawn: readonly ImportId[];
};

/** Most statements of one page; the hub ends a page earlier where they are long. */
const PAGE_STATEMENTS = 500;

/**
 * Takes in the bank statements that the hub passes on, page by page: each statement is an import of its own, kept with the place from
 * which the next pull goes on, so that it may be cut anywhere. A statement that is in already changes nothing, nor does one that a
 * person withdrew; one that the hub takes back is withdrawn. Its lines have the ids that they have in the file itself.
 * Problems: `hub_unreachable`, `hub_refused`, `hub_answer_unreadable`, and those of the storage; the pages before it are safe.
 */
export async function pullStatements(ports: Ports, input: PullFeedInput): Promise<Result<PulledStatements, Problem>> {
	const pulled = await ports.alone('pull-statements', () => pull(ports, input));
	return pulled ?? ok({ busy: true, more: false, imports: [], withdrawn: [] });
}

async function pull(ports: Ports, { practice, pagesMax = Number.POSITIVE_INFINITY, signal }: PullFeedInput): Promise<Result<PulledStatements, Problem>> {
	const imports: ImportId[] = [];
	const withdrawn: ImportId[] = [];
	let after = await ports.receipts.cursor(cursorName(ports));
	let [more, pages] = [true, 0];
	while (more && pages < pagesMax && !signal?.aborted) {
		const page = await ports.feed.pullStatements(after, PAGE_STATEMENTS);
		if (!page.ok) return page;
		if (page.value === null) return ok({ busy: false, more: false, imports, withdrawn });
		if (page.value.more && page.value.next === after) return fail(problem('hub_answer_unreadable', 'the cursor stands still'));
		const wanted = page.value.statements.filter(({ source }) => (source === PRACTICE_SOURCE) === practice);
		const taken = await takeIn(ports, page.value, { statements: wanted, after });
		if (!taken.ok) return taken;
		imports.push(...taken.value.imports);
		withdrawn.push(...taken.value.withdrawn);
		pages += 1;
		({ more, next: after } = page.value);
	}
	return ok({ busy: false, more, imports, withdrawn });
}

type Taken = Pick<PulledStatements, 'imports' | 'withdrawn'>;
type Asked = { readonly statements: readonly FeedStatement[]; readonly after: string | null };

async function takeIn(ports: Ports, page: FeedStatementPage, { statements, after }: Asked): Promise<Result<Taken, Problem>> {
	const feed = cursorName(ports);
	const gone = (await Promise.all(page.withdrawn.map(async (id) => ports.receipts.importByHash(await hashOf(ports, id))))).flatMap((info) => info?.id ?? []);
	const parts = (await news(ports, statements)).map(({ statement, hash }) => {
		const entry = draft(ports, 'receipts-imported', feedStatementBody(statement, { feed, hash, cursor: page.next }));
		const { lines, problems } = statement;
		return { entry, batch: { importId: entry.id, receipts: [], coverage: [], problems, withdrawn: [], lines } };
	});
	const withdrawals = gone.map((id) => draft(ports, 'import-withdrawn', { import: id, by: 'feed' }));
	const imports = parts.map(({ entry }) => entry.id);
	if (imports.length + gone.length > 0) {
		const committed = await ports.ledger.commit(
			[...withdrawals, ...parts.map(({ entry }) => entry)],
			parts.map(({ batch }) => batch),
		);
		if (!committed.ok) return committed;
	}
	// Cut off before this, the page comes again and finds everything done.
	if (imports.length === 0 && page.next !== after) await ports.receipts.keepCursor(feed, page.next, ports.clock.now().at);
	return ok({ imports, withdrawn: gone });
}

type New = { readonly statement: FeedStatement; readonly hash: string };

async function news(ports: Ports, statements: readonly FeedStatement[]): Promise<readonly New[]> {
	const fresh: New[] = [];
	for (const statement of statements) {
		const hash = await hashOf(ports, statement.id);
		const known = (await ports.receipts.importByHash(hash)) !== null || (await ports.receipts.refusedByHash(hash));
		if (!known) fresh.push({ statement, hash });
	}
	return fresh;
}

/** What an import is found by when the hub names its statement again; never the hash of a file's bytes, so that the file itself can be taken in too. */
function hashOf({ sha256 }: Ports, id: string): Promise<string> {
	return sha256(canonicalJson({ statement: id }));
}

function cursorName({ feed }: Ports): string {
	return `${feed.name}-statements`;
}
