import type { DeviceId } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import type { ChainHead, LogEntry } from './entry.ts';
import { type ChainReport, type Sha256, verifyChain } from './hash-chain.ts';

/** First line of an exported ledger; the entries follow, one per line, each device's in its order, then the pages of receipts. */
export type LedgerFileHead = {
	readonly format: 'counterfoil-ledger';
	readonly version: 1;
	readonly shop: string;
	readonly exportedAt: Instant;
	readonly entries: number;
	readonly pages: number;
	/** Where each device's chain ends. */
	readonly heads: readonly (ChainHead & { readonly device: DeviceId })[];
};

/** `line` from 1. */
export type LedgerFileFault =
	| { readonly code: 'not_a_ledger' }
	| { readonly code: 'line_unreadable'; readonly line: number }
	| { readonly code: 'cut_short'; readonly have: number; readonly want: number };

export type LedgerFile = { readonly head: LedgerFileHead; readonly chains: ReadonlyMap<DeviceId, readonly LogEntry[]>; readonly pages: number };

/** Reads an exported ledger; anything that is not exactly one is named, nothing is skipped. */
export function readLedgerFile(text: string): Result<LedgerFile, LedgerFileFault> {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const head = headOf(parsed(lines[0] ?? ''));
	if (!head) return fail({ code: 'not_a_ledger' });
	const chains = new Map<DeviceId, LogEntry[]>();
	let [entries, pages] = [0, 0];
	for (const [index, line] of lines.slice(1).entries()) {
		const value = parsed(line);
		const entry = entryOf(value);
		if (entry) {
			const chain = chains.get(entry.device);
			if (chain) chain.push(entry);
			else chains.set(entry.device, [entry]);
			entries += 1;
		} else if (isRecord(value) && isRecord(value.page)) pages += 1;
		else return fail({ code: 'line_unreadable', line: index + 2 });
	}
	if (entries < head.entries) return fail({ code: 'cut_short', have: entries, want: head.entries });
	return ok({ head, chains, pages });
}

/** The check of one device's chain in a file: whole, and ending where the file's head says. */
export type LedgerFileReport = ChainReport & { readonly device: DeviceId; readonly endsAsStated: boolean };

export async function verifyLedgerFile({ head, chains }: LedgerFile, sha256: Sha256): Promise<readonly LedgerFileReport[]> {
	const reports: LedgerFileReport[] = [];
	for (const stated of head.heads) {
		const report = await verifyChain(oneBatch(chains.get(stated.device) ?? []), sha256);
		reports.push({ ...report, device: stated.device, endsAsStated: report.head.seq === stated.seq && report.head.hash === stated.hash });
	}
	return reports;
}

async function* oneBatch(entries: readonly LogEntry[]): AsyncGenerator<readonly LogEntry[]> {
	yield entries;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

function headOf(value: unknown): LedgerFileHead | null {
	if (!isRecord(value) || value.format !== 'counterfoil-ledger' || value.version !== 1) return null;
	const { entries, pages, heads } = value;
	if (!Number.isSafeInteger(entries) || !Number.isSafeInteger(pages) || !Array.isArray(heads)) return null;
	const valid = heads.every((head) => isRecord(head) && typeof head.device === 'string' && typeof head.hash === 'string' && Number.isSafeInteger(head.seq));
	return valid ? (value as LedgerFileHead) : null;
}

function entryOf(value: unknown): LogEntry | null {
	if (!isRecord(value)) return null;
	const texts = [value.device, value.id, value.kind, value.actor, value.prev, value.hash];
	const numbers = [value.seq, value.at, value.offset, value.v];
	const valid = texts.every((text) => typeof text === 'string') && numbers.every((number) => Number.isSafeInteger(number)) && 'body' in value;
	return valid ? (value as LogEntry) : null;
}
