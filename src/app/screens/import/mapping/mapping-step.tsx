import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/messages-context.ts';
import { ImportSteps } from '../import-steps.tsx';
import { useImportSession } from '../session/import-session.ts';
import './mapping.css';
import { useMappingDraft } from './mapping-draft.ts';
import { MappingFields } from './mapping-fields.tsx';
import { MappingQuestions } from './mapping-questions.tsx';
import { MappingResult } from './mapping-result.tsx';
import { MappingSave } from './mapping-save.tsx';
import { SampleTable } from './sample-table.tsx';
import type { UnknownTable } from './unknown-table.ts';
import { useLiveReading } from './use-live-reading.ts';

/** A table that no format knows: what each column is, as it seems and as somebody corrects it, with what comes of it beside it. */
export function MappingStep({ fileKey }: { readonly fileKey: number }) {
	const unknown = useImportSession(({ files }) => files.find(({ key }) => key === fileKey)?.unknown ?? null);
	return unknown && <Mapping key={fileKey} fileKey={fileKey} unknown={unknown} />;
}

function Mapping({ fileKey, unknown: { file, described } }: { readonly fileKey: number; readonly unknown: UnknownTable }) {
	const { text, format } = useMessages();
	const draft = useMappingDraft(described, file.name);
	const reading = useLiveReading(file, draft.mapping, draft.readable);
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus({ preventScroll: true }), []);
	const words = text.mapping;
	return (
		<div className="import__page import__page--three mapping" data-testid="mapping-step">
			<ImportSteps now="format" hints={{ format: words.title }}>
				<p className="cap2 id mapping__file">{words.file(file.name, format.count(described.table.rowCount))}</p>
			</ImportSteps>
			<section className="mapping__head" aria-labelledby="mapping-title">
				<h2 className="h2" id="mapping-title" tabIndex={-1} ref={title}>
					{words.title}
				</h2>
				<p className="cap2">{described.saved ? words.refit : words.lead}</p>
				<SampleTable table={described.table} mapping={draft.mapping} />
				<MappingQuestions draft={draft} />
			</section>
			<aside className="mapping__side">
				<MappingResult reading={reading} readable={draft.readable} />
				<MappingSave draft={draft} file={file} fileKey={fileKey} />
			</aside>
			<MappingFields draft={draft} />
		</div>
	);
}
