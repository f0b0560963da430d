import type { Currency } from '../money.ts';
import type { BillMapping } from './bill-mapping.ts';

/** What a file is read with; everything that the file itself may not say. */
export type ReadOptions = {
	/** Format id, to skip sniffing; null finds it by content. */
	readonly format: string | null;
	/** IANA zone for files that name none. */
	readonly zone: string;
	readonly cutoverMinutes: number;
	/** Mappings that are remembered: a table in no format is read by the one whose column names it has. */
	readonly mappings?: readonly BillMapping[];
	/** Also a table that no format knows and that has other columns beside those which one of them reads. */
	readonly mappingsFit?: 'columns';
	/** The file is read by this mapping and by nothing else. */
	readonly mapping?: BillMapping | null;
	/** What is known of single sources, by format id; it comes before what holds for all. */
	readonly sources?: Readonly<Record<string, SourceReading>>;
};

/** What files of one source are read with where they do not say it themselves; null: as all others. */
export type SourceReading = {
	/** IANA zone. */
	readonly zone: string | null;
	/** Minutes after midnight at which the source's clearing day ends; 0: at midnight. */
	readonly dayCut: number | null;
};

/** What a table is described with: what it may not say itself. */
export type DescribeOptions = { readonly zone: string; readonly currency: Currency };

/** Bytes as they came, with their name; the name may only break a tie. */
export type FileBytes = { readonly name: string; readonly bytes: Uint8Array };

/** Progress between 0 and 1; called often enough to stay honest, never more than about 50 times. */
export type OnProgress = (done: number) => void;

/** Lets a person stop long work; an `AbortSignal` is one. */
export type StopSignal = { readonly aborted: boolean; readonly addEventListener: (type: 'abort', listener: () => void) => void };
