import type { FindAnchor } from '../../../storage/queries/match/candidates.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { FindPanel } from '../../ui/find/find-panel.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { MatchDecisions } from './use-match-decisions.ts';

/** For which record the other half is looked for; several where they cannot be told apart. */
export type Finding = { readonly anchors: readonly FindAnchor[]; readonly money: string };

type Props = { readonly finding: Finding | null; readonly decisions: MatchDecisions; readonly onClose: () => void };

export function MatchFind({ finding, decisions, onClose }: Props) {
	const { text } = useMessages();
	return (
		<Sheet className="find-sheet" open={finding !== null} onClose={onClose} title={text.match.findPanel.title} closeLabel={text.common.close}>
			{finding && (
				<FindPanel
					anchors={finding.anchors}
					joined={[]}
					busy={decisions.busy}
					problem={decisions.problem}
					onFound={async (found) => (await decisions.confirm([found], text.match.joined(finding.money))) && onClose()}
				/>
			)}
		</Sheet>
	);
}
