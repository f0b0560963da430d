import { X } from 'lucide-react';
import { useMessages } from '../../../messages/messages-context.ts';
import { formatName } from '../format-name.ts';
import { ChangeMapping } from '../mapping/change-mapping.tsx';
import type { ImportFile } from '../session/import-session.ts';
import { leaveOut } from '../session/read-files.ts';
import { fileSizeText } from './file-size.ts';
import type { PreviewedPart } from './preview-page.tsx';
import { RefusedFile } from './refused-files.tsx';

type Props = {
	readonly files: readonly ImportFile[];
	readonly parts: readonly PreviewedPart[];
	readonly chosen: string | null;
	readonly onChoose: (key: string) => void;
};

/** The files that were chosen. Where there are several bills or statements, each can be looked at or left out; what could not be read says why. */
export function PreviewFiles({ files, parts, chosen, onChoose }: Props) {
	const { text, format } = useMessages();
	const words = text.importing.preview;
	const refused = parts.length > 0 ? files.filter(({ problem }) => problem !== null) : [];
	return (
		<>
			<ul className="import__files" aria-label={words.files}>
				{parts.map((previewed) => (
					<li key={previewed.key}>
						<BillFile
							previewed={previewed}
							several={parts.length > 1}
							at={files.indexOf(previewed.file) + 1}
							pressed={previewed.key === chosen}
							onChoose={() => onChoose(previewed.key)}
						/>
						{previewed.place === 0 && <ChangeMapping file={previewed.file} />}
					</li>
				))}
			</ul>
			{refused.length > 0 && (
				<section className="import__files" aria-label={text.importFiles.refused.title(format.count(refused.length))}>
					<p className="cap2 b is-gap">{text.importFiles.refused.title(format.count(refused.length))}</p>
					{refused.map((file) => (
						<RefusedFile key={file.key} file={file} />
					))}
					<p className="cap2">{text.importFiles.refused.others}</p>
				</section>
			)}
		</>
	);
}

type BillFileProps = {
	readonly previewed: PreviewedPart;
	readonly several: boolean;
	readonly at: number;
	readonly pressed: boolean;
	readonly onChoose: () => void;
};

function BillFile({ previewed: { file, format: id, rows, place, many }, several, at, pressed, onChoose }: BillFileProps) {
	const { text, format } = useMessages();
	const words = text.importing.preview;
	const body = (
		<>
			<b className="id">{file.name}</b>
			{many && (
				<span className="cap2">
					{words.bill(format.count(place + 1))} · {formatName(id, text)}
				</span>
			)}
			<span className="cap">{words.fileFacts(format.count(rows), fileSizeText(file.size))}</span>
		</>
	);
	if (!several) return <div className="card import__file">{body}</div>;
	return (
		<div className="import__choice">
			<button type="button" className="card import__file" aria-pressed={pressed} onClick={onChoose}>
				{body}
			</button>
			{place === 0 && (
				<button type="button" className="btn btn--quiet" aria-label={text.importFiles.preview.leaveOutOf(format.count(at))} onClick={() => leaveOut(file.key)}>
					<X className="i i--s" aria-hidden="true" />
				</button>
			)}
		</div>
	);
}
