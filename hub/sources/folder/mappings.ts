import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BillMapping } from '../../../src/domain/receipts/bill-mapping.ts';
import { layoutKey } from '../../../src/domain/receipts/bill-mapping.ts';
import { readMappingFile } from '../../../src/domain/receipts/mapping/mapping-file.ts';
import { mappingFaultWords } from '../../../src/importers/mapped/fault-words.ts';
import type { PartProblem } from '../../journal/journal.ts';
import { type ListedFile, stampOf } from './listing.ts';

/** What the app calls the file of a mapping: `kiosk.counterfoil-mapping.json`, or `kiosk.mapping.json` written by hand. */
const MAPPING_FILE = /[.-]mapping\.json$/i;
const BYTES_MAX = 1_000_000;

export function isMappingFile({ path }: Pick<ListedFile, 'path'>): boolean {
	return MAPPING_FILE.test(path);
}

/** What lies in a folder about tables in no known format. */
export type FolderMappings = {
	/** Those in force, by path; the first of a layout counts. */
	readonly mappings: readonly BillMapping[];
	/** Another set of mappings has another key; empty where there are none. */
	readonly key: string;
	/** A mapping lies there that is still being written: what depends on mappings can wait. */
	readonly settling: boolean;
	/** For each mapping file that can be read by now, what is wrong with it, if anything. */
	readonly problems: ReadonlyMap<string, readonly PartProblem[]>;
};

type Read = { readonly stamp: string; readonly mapping: BillMapping | null; readonly fault: string | null };

/** A look at a folder: everything in it, what of it is at rest, and what is gone for good. */
type Look = { readonly files: readonly ListedFile[]; readonly complete: readonly ListedFile[]; readonly gone: readonly string[] };

/** Remembers the mapping files of a folder; one that is being changed or replaced says what it said before until its size rests. */
export function createFolderMappings(folder: string): (look: Look) => Promise<FolderMappings> {
	const known = new Map<string, Read>();

	return async ({ files, complete, gone }) => {
		for (const path of gone) known.delete(path);
		const there = files.filter(isMappingFile);
		const rested = complete.filter(isMappingFile);
		for (const file of rested) if (known.get(file.path)?.stamp !== stampOf(file)) known.set(file.path, await readMapping(folder, file));
		return inForce(known, there.length > rested.length);
	};
}

async function readMapping(folder: string, file: ListedFile): Promise<Read> {
	const stamp = stampOf(file);
	if (file.size > BYTES_MAX) return { stamp, mapping: null, fault: 'it is too large to be a mapping.' };
	const text = await readFile(join(folder, ...file.path.split('/')), 'utf8').catch(() => null);
	// Without a stamp it is tried again.
	if (text === null) return { stamp: '', mapping: null, fault: 'it cannot be opened.' };
	const mapping = readMappingFile(text);
	return mapping.ok ? { stamp, mapping: mapping.value, fault: null } : { stamp, mapping: null, fault: mappingFaultWords(mapping.error) };
}

function inForce(known: ReadonlyMap<string, Read>, settling: boolean): FolderMappings {
	const byLayout = new Map<string, { readonly path: string; readonly mapping: BillMapping }>();
	const problems = new Map<string, readonly PartProblem[]>();
	for (const [path, { mapping, fault }] of [...known].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const other = mapping && byLayout.get(layoutKey(mapping.layout));
		if (mapping && !other) byLayout.set(layoutKey(mapping.layout), { path, mapping });
		problems.set(path, problemsOf(fault, other?.path ?? null));
	}
	const mappings = [...byLayout.values()].map((one) => one.mapping);
	const key = mappings.length === 0 ? '' : createHash('sha256').update(JSON.stringify(mappings)).digest('hex').slice(0, 16);
	return { mappings, key, settling, problems };
}

function problemsOf(fault: string | null, other: string | null): PartProblem[] {
	if (fault !== null) return [{ line: null, code: 'mapping_unusable', message: `The mapping cannot be used: ${fault}` }];
	return other === null ? [] : [{ line: null, code: 'mapping_repeated', message: `${other} is about the same columns; this one is left out.` }];
}
