import { Download } from 'lucide-react';
import { useMessages } from '../../../messages/messages-context.ts';
import { download } from '../../../ui/download.ts';
import { type FileProblems, problemCsv } from './problem-csv.ts';

/** Hands out the unclear lines as a table. */
export function ProblemDownload({ files }: { readonly files: readonly FileProblems[] }) {
	const { text } = useMessages();
	const words = text.importFiles;
	return (
		<button
			type="button"
			className="btn btn--quiet"
			data-testid="import-problems-csv"
			onClick={() => download(`${words.csv.name}.csv`, 'text/csv;charset=utf-8', problemCsv(files, text))}
		>
			<Download className="i i--s" aria-hidden="true" />
			{words.preview.downloadProblems}
		</button>
	);
}
