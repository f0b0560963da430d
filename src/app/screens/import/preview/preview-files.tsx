import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { formatName } from '../format-name.ts';
import type { ImportFile } from '../import-session.ts';
import { ChangeMapping } from '../mapping/change-mapping.tsx';
import { fileSizeText } from './file-size.ts';
import type { PreviewedPart } from './preview-page.tsx';

type Props = {
	readonly files: readonly ImportFile[];
	readonly parts: readonly PreviewedPart[];
	readonly chosen: string | null;
	readonly onChoose: (key: string) => void;
};

/** The files that were chosen. Where there are several bills or statements, each can be looked at; what could not be read says why. */
export function PreviewFiles({ files, parts, chosen, onChoose }: Props) {
	const { text, format } = useMessages();
	const words = text.importing.preview;
	const several = parts.length > 1;
	return (
		<ul className="import__files" aria-label={words.files}>
			{parts.map(({ key, file, format: id, rows }, index) => {
				const many = parts.filter((part) => part.file === file).length > 1;
				const body = (
					<>
						<b className="id">{file.name}</b>
						{many && (
							<span className="cap2">
								{words.bill(format.count(index + 1))} · {formatName(id, text)}
							</span>
						)}
						<span className="cap">{words.fileFacts(format.count(rows), fileSizeText(file.size))}</span>
					</>
				);
				return (
					<li key={key}>
						{several ? (
							<button type="button" className="card import__file" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
								{body}
							</button>
						) : (
							<div className="card import__file">{body}</div>
						)}
						{parts[index - 1]?.file !== file && <ChangeMapping file={file} index={files.indexOf(file)} />}
					</li>
				);
			})}
			{parts.length > 0 &&
				files.map(
					(file) =>
						file.problem && (
							<li key={file.name} className="card import__file">
								<b className="id">{file.name}</b>
								<ProblemNote problem={file.problem} />
							</li>
						),
				)}
		</ul>
	);
}
