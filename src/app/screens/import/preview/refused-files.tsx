import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import type { ImportFile } from '../session/import-session.ts';

/** A file that cannot be taken in: what happened, that the books are safe, and what to do. */
export function RefusedFile({ file }: { readonly file: ImportFile }) {
	if (!file.problem) return null;
	return (
		<div className="card import__file" data-testid="import-refused" data-problem={file.problem.code}>
			<b className="id">{file.name}</b>
			<ProblemNote problem={file.problem} />
		</div>
	);
}

/** None of the files could be read: which, and why. */
export function FailedFiles({ files }: { readonly files: readonly ImportFile[] }) {
	const { text } = useMessages();
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus({ preventScroll: true }), []);
	return (
		<section className="import__rows import__failed" aria-labelledby="import-failed">
			<h2 className="h2" id="import-failed" tabIndex={-1} ref={title}>
				{text.importing.preview.failed}
			</h2>
			{files.map((file) => (
				<RefusedFile key={file.key} file={file} />
			))}
		</section>
	);
}
