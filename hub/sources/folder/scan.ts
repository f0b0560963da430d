import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Journal } from '../../journal/journal.ts';
import { type BillFile, unreadable } from '../../reading/read-bills.ts';
import type { BillReader } from '../../reading/reader.ts';
import type { SourceContext, SourceState } from '../source.ts';
import { type ListedFile, listFiles, stampOf } from './listing.ts';
import { createFolderMappings, type FolderMappings, isMappingFile } from './mappings.ts';
import { createResting } from './resting.ts';

export type FolderOptions = {
	readonly name: string;
	readonly folder: string;
	readonly reader: Pick<BillReader, 'read'>;
	/** A new version of the importers reads every file again. */
	readonly version: string;
};

/** One look at the folder after the other; each brings the journal to what the files say that are at rest. */
export type FolderScan = { readonly scan: () => Promise<void>; readonly state: () => SourceState; readonly stop: () => void };

/** Rises with what is made of a file, so that files which an earlier hub read are read again. */
const READING = 3;
/** Stands in the mark of a file whose reading depends on the mappings in the folder, before the key of these. */
const MAPPED = 'mapped-';
const FILE_BYTES_MAX = 64 * 1024 * 1024;

export function createFolderScan(options: FolderOptions, journal: Journal, { now, elapsed, log }: SourceContext): FolderScan {
	const resting = createResting();
	const mappingsIn = createFolderMappings(options.folder);
	let state: SourceState = 'starting';
	let trouble: string | null = null;
	let stopped = false;

	async function scan(): Promise<void> {
		try {
			const files = await listFiles(options.folder);
			const complete = resting.complete(files, { now: now(), elapsed: elapsed() });
			const known = journal.parts().flatMap(({ source, part }) => (source === options.name ? [part] : []));
			const gone = resting.gone(known, files, elapsed());
			const mapped = await mappingsIn({ files, complete, gone });
			for (const file of complete) if (!stopped) await (isMappingFile(file) ? takeMapping(file, mapped) : take(file, mapped));
			for (const part of gone) if (!stopped) await journal.change({ source: options.name, part, gone: true });
			if (trouble !== null) log(`${options.name}: the folder can be read again`);
			trouble = null;
			state = 'ok';
		} catch (error) {
			const said = error instanceof Error ? error.message : String(error);
			if (said !== trouble) log(`${options.name}: ${said}`);
			trouble = said;
			if (state === 'ok') state = 'failing';
		}
	}

	async function take(file: ListedFile, { mappings, key, settling }: FolderMappings): Promise<void> {
		const base = `${stampOf(file)}:${options.version}:${READING}`;
		const before = journal.part(options.name, file.path)?.mark;
		const mapped = { mappings, mark: `${base}:${MAPPED}${key}` };
		if (before === base || before === mapped.mark || (settling && before?.startsWith(`${base}:${MAPPED}`))) return;
		const content = await contentOf(options, file, { mark: base, mapped });
		// What was cut off by the end of the hub is read at its next start.
		if (content && !stopped) await journal.put(options.name, file.path, content);
	}

	async function takeMapping(file: ListedFile, { problems }: FolderMappings): Promise<void> {
		const content = { receipts: [], statements: [], coverage: [], problems: problems.get(file.path) ?? [], mark: stampOf(file) };
		if (!stopped) await journal.put(options.name, file.path, content);
	}

	return {
		scan,
		state: () => state,
		stop: () => {
			stopped = true;
		},
	};
}

type Marks = Pick<BillFile, 'mark' | 'mapped'>;

/** Null where the file changed while it was read: it is not at rest after all. */
async function contentOf(options: FolderOptions, file: ListedFile, marks: Marks) {
	const { mark } = marks;
	if (file.size > FILE_BYTES_MAX) return unreadable(mark, { line: null, code: 'file_too_large', message: 'The file is too large to be a bill.' });
	const path = join(options.folder, ...file.path.split('/'));
	try {
		const bytes = await readBytes(path);
		if (stampOf(await stat(path)) !== stampOf(file) || bytes.length !== file.size) return null;
		return await readBillsOrSayWhy({ name: basename(path), bytes, ...marks }, options);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
		if (code === 'ENOENT') return null;
		// The mark is left empty, so that the file is tried again.
		return unreadable('', { line: null, code: 'file_unreadable', message: `The file could not be read (${code}).` });
	}
}

/** One file must not keep the others from being read, even where reading it shows a defect of the program. */
async function readBillsOrSayWhy(file: BillFile, { name, reader }: FolderOptions) {
	try {
		return await reader.read(file, name);
	} catch {
		return unreadable(file.mark, { line: null, code: 'reading_stopped', message: 'Reading the file failed; it takes no part.' });
	}
}
