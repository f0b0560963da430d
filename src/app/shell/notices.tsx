import { useState } from 'react';
import type { Problem } from '../../domain/problems.ts';
import { useMessages } from '../messages/messages-context.ts';
import type { MissingEntries } from '../state/boot.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useServices } from './services.ts';

export type NoticesProps = { readonly readOnly: Problem | null; readonly missing: MissingEntries | null; readonly recovered: number };

/** How the start went, where it did not go as always: only readable, entries missing, entries brought back. */
export function Notices({ readOnly, missing, recovered }: NoticesProps) {
	const { text, format } = useMessages();
	const { device } = useServices();
	const [told, setTold] = useState(false);
	return (
		<>
			{readOnly && <ProblemNote problem={readOnly} />}
			{missing && (
				<p className="say">
					<span className="grow">{text.status.missing(format.count(missing.have), format.count(missing.want))}</span>
					<button type="button" className="btn" onClick={device.acceptLoss}>
						{text.status.acceptLoss}
					</button>
				</p>
			)}
			{recovered > 0 && !told && (
				<p className="say" role="status">
					<span className="grow">{text.status.recovered(format.count(recovered))}</span>
					<button type="button" className="btn btn--quiet" onClick={() => setTold(true)}>
						{text.common.done}
					</button>
				</p>
			)}
		</>
	);
}
