import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { maskCardNumbers } from '../../src/domain/card-numbers.ts';
import { invariant } from '../../src/domain/invariant.ts';
import { type Instant, parseIso } from '../../src/domain/time.ts';
import type { CoverageWire, ReceiptWire, SourceProblemWire, StatementWire } from '../../src/feeds/protocol.ts';
import type { FeedLog } from './feed-log.ts';
import { openJsonl } from './jsonl-file.ts';
import { createQueue } from './queue.ts';
import { applyTo, receiptTrack, statementTrack, type Track } from './track.ts';

export type PartProblem = Omit<SourceProblemWire, 'source' | 'file'>;

/** What is new about a part of a source. What is left out stays as it was. */
export type PartChange = {
	readonly source: string;
	/** A file, a run of the simulator, the whole of an upstream. */
	readonly part: string;
	readonly add?: readonly ReceiptWire[];
	readonly remove?: readonly string[];
	readonly addStatements?: readonly StatementWire[];
	readonly removeStatements?: readonly string[];
	readonly coverage?: readonly CoverageWire[];
	readonly problems?: readonly PartProblem[];
	/** The source's own note of what it has read: a file's size and time, an upstream's cursor. */
	readonly mark?: string;
	/** The part is no more: everything it gave is taken back. */
	readonly gone?: true;
};

/** A part as a whole, in place of what it was. */
export type PartContent = Required<Pick<PartChange, 'coverage' | 'problems' | 'mark'>> & {
	readonly receipts: readonly ReceiptWire[];
	readonly statements: readonly StatementWire[];
};

export type Part = {
	readonly source: string;
	readonly part: string;
	readonly receipts: ReadonlyMap<string, ReceiptWire>;
	readonly statements: ReadonlyMap<string, StatementWire>;
	readonly coverage: readonly CoverageWire[];
	readonly problems: readonly PartProblem[];
	readonly mark: string;
	/** Moment of the newest receipt, as written; null where there is none. */
	readonly latest: string | null;
};

/**
 * The hub's memory: what every source has said, in the order in which it said so. A change is on the disk before it is
 * served, and the same changes give the same events again after a restart; therefore cursors stay valid.
 */
export type Journal = {
	/** Rejects where the disk does not take it; then nothing has changed. */
	readonly change: (change: PartChange) => Promise<void>;
	/** Brings a part to the content given; writes only what differs. */
	readonly put: (source: string, part: string, content: PartContent) => Promise<void>;
	readonly part: (source: string, part: string) => Part | null;
	readonly parts: () => readonly Part[];
	/** Receipts after a cursor, and statements after one of their own. */
	readonly slice: FeedLog<ReceiptWire>['slice'];
	readonly statements: FeedLog<StatementWire>['slice'];
	readonly problems: () => readonly SourceProblemWire[];
	/** Where a damaged file of an earlier run was put, if there was one. */
	readonly setAside: string | null;
	readonly close: () => Promise<void>;
};

/** The number rises with every change to how lines become events: old cursors then end, and tablets read again from the beginning. */
const FILE_NAME = 'receipts-v1.jsonl';

export async function openJournal(folder: string, now: () => Instant): Promise<Journal> {
	const file = await openJsonl(join(folder, FILE_NAME), now);
	const [first, ...changes] = file.lines;
	const header = (first ?? { journal: randomBytes(8).toString('hex') }) as { readonly journal: string };
	if (first === undefined) await file.append([header]);
	const state: State = { parts: new Map(), receipts: receiptTrack(header.journal), statements: statementTrack(relatedId(header.journal)) };
	for (const change of changes) apply(state, change as PartChange);
	const inTurn = createQueue();

	const write = async (change: PartChange) => {
		await file.append([change]);
		apply(state, change);
	};
	return {
		change: (change) => inTurn(() => write(change)),
		put: (source, part, content) =>
			inTurn(async () => {
				const changes = difference(state.parts.get(keyOf(source, part)) ?? emptyPart(source, part), content);
				// Between two parts of a large file the hub answers others.
				for (const change of changes) await write(change);
			}),
		part: (source, part) => state.parts.get(keyOf(source, part)) ?? null,
		parts: () => [...state.parts.values()],
		slice: state.receipts.log.slice,
		statements: state.statements.log.slice,
		problems: () => problemsOf(state),
		setAside: file.setAside,
		close: () => inTurn(() => file.close()),
	};
}

type GrowingPart = Part & { readonly receipts: Map<string, ReceiptWire>; readonly statements: Map<string, StatementWire> };
type State = { readonly parts: Map<string, GrowingPart>; readonly receipts: Track<ReceiptWire>; readonly statements: Track<StatementWire> };

/** A cursor of one feed must not pass for a place in the other. */
function relatedId(journalId: string): string {
	return createHash('sha256').update(`statements of ${journalId}`).digest('hex').slice(0, 16);
}

function apply({ parts, receipts, statements }: State, change: PartChange): void {
	const key = keyOf(change.source, change.part);
	const old = parts.get(key) ?? emptyPart(change.source, change.part);
	const removed = change.gone ? [...old.receipts.keys()] : (change.remove ?? []);
	const added = change.add ?? [];
	applyTo(receipts, { key, held: old.receipts, removed, added });
	const given = change.gone ? [...old.statements.keys()] : (change.removeStatements ?? []);
	applyTo(statements, { key, held: old.statements, removed: given, added: change.addStatements ?? [] });
	const { coverage = old.coverage, problems = old.problems, mark = old.mark } = change;
	if (change.gone) parts.delete(key);
	else parts.set(key, { ...old, coverage, problems, mark, latest: latestAfter(old, removed.length > 0, added) });
}

/** Receipts of one line of the journal: writing more at once would hold up the hub. */
const RECEIPTS_PER_CHANGE = 2_000;

/** Empty where the part says already what it should. What it covers, and that it was read, is said with the last of its receipts. */
function difference(old: Part, content: PartContent): PartChange[] {
	const [remove, add] = newsOf(old.receipts, content.receipts);
	const [removeStatements, addStatements] = newsOf(old.statements, content.statements);
	const changed = (['coverage', 'problems', 'mark'] as const).filter((field) => JSON.stringify(old[field]) !== JSON.stringify(content[field]));
	if (remove.length + add.length + removeStatements.length + addStatements.length + changed.length === 0) return [];
	const { source, part } = old;
	const rest = {
		...(removeStatements.length > 0 && { removeStatements }),
		...(addStatements.length > 0 && { addStatements }),
		...Object.fromEntries(changed.map((field) => [field, content[field]])),
	};
	const parts = Math.max(1, Math.ceil(add.length / RECEIPTS_PER_CHANGE));
	return Array.from({ length: parts }, (_, place) => {
		const some = add.slice(place * RECEIPTS_PER_CHANGE, (place + 1) * RECEIPTS_PER_CHANGE);
		const taken = place === 0 && remove.length > 0 ? { remove } : {};
		return { source, part, ...taken, ...(some.length > 0 && { add: some }), ...(place === parts - 1 ? rest : {}) };
	});
}

/** Ids that go, and items that come or say something else. */
function newsOf<T extends { readonly id: string }>(old: ReadonlyMap<string, T>, wanted: readonly T[]): [string[], T[]] {
	const byId = new Map(wanted.map((item) => [item.id, item]));
	const isNews = (item: T) => JSON.stringify(old.get(item.id)) !== JSON.stringify(item);
	return [[...old.keys()].filter((id) => !byId.has(id)), [...byId.values()].filter(isNews)];
}

function problemsOf({ parts, receipts }: State): SourceProblemWire[] {
	const unread = [...parts.values()].flatMap(({ source, part, problems }) => problems.map((problem) => ({ source, file: maskCardNumbers(part), ...problem })));
	const conflicts = receipts.standing.conflicts().map(({ part, item: receipt }) => {
		const holder = parts.get(part);
		invariant(holder, 'a receipt is held by a part that does not exist');
		const message = `Another receipt has the id ${receipt.id} already; this one is left out.`;
		return { source: holder.source, file: maskCardNumbers(holder.part), line: receipt.line, code: 'id_conflict', message };
	});
	return [...unread, ...conflicts];
}

function latestAfter(old: GrowingPart, anyRemoved: boolean, added: readonly ReceiptWire[]): string | null {
	const written = anyRemoved ? [...old.receipts.values()].map(({ occurredAt }) => occurredAt) : [old.latest, ...added.map(({ occurredAt }) => occurredAt)];
	return latestOf(written);
}

/** The newest of some moments, as it is written; null where there are none. */
export function latestOf(written: Iterable<string | null>): string | null {
	let latest: string | null = null;
	let latestAt = Number.NEGATIVE_INFINITY;
	for (const text of written) {
		const at = text === null ? null : parseIso(text)?.at;
		if (typeof at === 'number' && at > latestAt) [latest, latestAt] = [text, at];
	}
	return latest;
}

function keyOf(source: string, part: string): string {
	return JSON.stringify([source, part]);
}

function emptyPart(source: string, part: string): GrowingPart {
	return { source, part, receipts: new Map(), statements: new Map(), coverage: [], problems: [], mark: '', latest: null };
}
