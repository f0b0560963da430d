import { CloudUpload, Wifi } from 'lucide-react';
import type { OffsetMinutes } from '../../domain/time.ts';
import type { Standing } from '../../storage/queries/standing.ts';
import { useMessages } from '../messages/messages-context.ts';
import { useComparison } from '../state/comparison.ts';
import type { Connection } from '../state/connection.ts';
import { usePreferences } from '../state/preferences.ts';
import { Glyph } from '../ui/glyph.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Comparing } from './comparing.tsx';
import { lightWords } from './lights.tsx';

type Props = {
	readonly open: boolean;
	readonly connection: Connection;
	readonly standing: Standing;
	readonly offset: OffsetMinutes;
	readonly onRefresh: () => void;
	readonly onClose: () => void;
};

/** What stands behind the three lights, in sentences, always in the same place. */
export function StatusSheet({ open, connection, standing, offset, onRefresh, onClose }: Props) {
	const { text, format } = useMessages();
	const { hubToken, set } = usePreferences();
	const comparison = useComparison();
	const words = lightWords({ connection, standing, offset, comparison, text: text.status, format });
	return (
		<Sheet open={open} onClose={onClose} title={text.status.statusTitle} closeLabel={text.common.close}>
			<div>
				<section className="status__row">
					<Wifi className="i" aria-hidden="true" />
					<h3 className="h3">
						{text.status.statusNetwork}: {words.network}
					</h3>
					<p className="cap2">{text.status.statusHelp.network}</p>
				</section>
				<section className="status__row">
					<Glyph name="joined" />
					<h3 className="h3">
						{text.status.statusReceipts}: {words.receipts}
					</h3>
					<p className="cap2">{text.status.statusHelp.receipts}</p>
				</section>
				{open && <Comparing />}
				<section className="status__row">
					<CloudUpload className="i" aria-hidden="true" />
					<h3 className="h3">
						{text.status.statusCopies}: {words.copies}
					</h3>
					<p className="cap2">{text.status.statusHelp.copies}</p>
				</section>
			</div>
			{connection.problem && <ProblemNote problem={connection.problem} />}
			{(connection.problem?.code === 'hub_refused' || hubToken !== '') && (
				<div className="field">
					<label htmlFor="hub-token">{text.status.token}</label>
					<input
						id="hub-token"
						className="input"
						type="password"
						autoComplete="off"
						defaultValue={hubToken}
						onChange={(event) => set({ hubToken: event.target.value.trim() })}
					/>
				</div>
			)}
			<button type="button" className="btn btn--go btn--big" disabled={connection.comparing || comparison.kind === 'running'} onClick={onRefresh}>
				{text.status.refreshNow}
			</button>
		</Sheet>
	);
}
