import type { Journal } from '../../journal/journal.ts';
import { joinCoverage } from '../coverage.ts';
import type { Source, SourceContext } from '../source.ts';
import { createFolderScan, type FolderOptions } from './scan.ts';

const POLL_MS = 1_000;
const POLL_MS_MAX = 60_000;

/**
 * A folder into which bill files fall. Each file is read once its size rests; a file that changed says what it says now,
 * and a file that is deleted takes its receipts back. Nothing in the folder is moved or written.
 * The folder is looked at once a second: notices of the file system do not come from network drives.
 */
export function createFolderSource(options: FolderOptions, journal: Journal, context: SourceContext): Source {
	const { scan, state, stop } = createFolderScan(options, journal, context);
	let timer: NodeJS.Timeout | undefined;
	let scanning: Promise<void> = Promise.resolve();
	let stopped = false;

	function scanOnceAndAgain(): Promise<void> {
		const begun = performance.now();
		scanning = scan().then(() => {
			// A folder that takes long to look through is looked at less often.
			const pause = Math.max(POLL_MS, Math.min((performance.now() - begun) * 5, POLL_MS_MAX));
			if (!stopped) timer = setTimeout(scanOnceAndAgain, pause);
		});
		return scanning;
	}

	return {
		name: options.name,
		start: scanOnceAndAgain,
		refresh: async () => {},
		state,
		coverage: () => joinCoverage(journal.parts().flatMap((part) => (part.source === options.name ? part.coverage : []))),
		stop: async () => {
			stopped = true;
			stop();
			clearTimeout(timer);
			await scanning;
		},
	};
}
