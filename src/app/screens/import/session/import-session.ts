import { create } from 'zustand';
import type { Foresight } from '../../../../commands/receipts/foresee-import.ts';
import type { ImportPreview } from '../../../../commands/receipts/preview-import.ts';
import type { ImportId } from '../../../../domain/ids.ts';
import type { Problem } from '../../../../domain/problems.ts';
import type { BusinessDay } from '../../../../domain/time.ts';
import type { ComparisonSnapshot } from '../../../../storage/queries/import-preview.ts';
import type { UnknownTable } from '../mapping/unknown-table.ts';

/** A file on its way in. */
export type ImportFile = {
	/** Tells files of one name apart. */
	readonly key: number;
	/** Masked. */
	readonly name: string;
	readonly size: number;
	/** Between 0 and 1. */
	readonly done: number;
	readonly preview: ImportPreview | null;
	/** Why it cannot be taken in; the others go on without it. */
	readonly problem: Problem | null;
	/** The file itself, as long as it may have to be read once more. */
	readonly source: File | null;
	/** Set while somebody is asked what the columns of a table in no known format are. */
	readonly unknown: UnknownTable | null;
};

export type ImportReport = {
	readonly imports: readonly ImportId[];
	/** Every one of the files was in before. */
	readonly already: boolean;
	/** Receipts and bank lines that are new or changed. */
	readonly receipts: number;
	readonly bills: number;
	readonly statements: number;
	/** Lines that were not understood. */
	readonly problems: number;
	readonly days: readonly BusinessDay[];
	readonly before: ComparisonSnapshot;
};

export type ImportSession = {
	readonly phase: 'pick' | 'reading' | 'preview' | 'taking' | 'done';
	readonly files: readonly ImportFile[];
	/** What the comparison would say; null while it is being worked out or cannot be told. */
	readonly foresight: Foresight | null;
	readonly foreseeing: boolean;
	/** How much of the receipts is stored, between 0 and 1, while they are taken in. */
	readonly taken: number;
	readonly comparing: boolean;
	/** Why it is not known what the import changed. */
	readonly compareProblem: Problem | null;
	readonly problem: Problem | null;
	readonly report: ImportReport | null;
};

export const EMPTY: ImportSession = {
	phase: 'pick',
	files: [],
	foresight: null,
	foreseeing: false,
	taken: 0,
	comparing: false,
	compareProblem: null,
	problem: null,
	report: null,
};

/** Lives outside the screen, so that somebody can go and sell while a file is being read. */
export const useImportSession = create<ImportSession>()(() => EMPTY);

export const setSession = useImportSession.setState;

export function updateFile(key: number, change: Partial<ImportFile>): void {
	setSession(({ files }) => ({ files: files.map((file) => (file.key === key ? { ...file, ...change } : file)) }));
}
