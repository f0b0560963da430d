import { HardDriveDownload, Tablet } from 'lucide-react';
import type { LedgerHealth } from '../../../../storage/queries/more-health.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import type { CheckState } from './use-ledger-check.ts';

/** The ledger as a ticket: what is on this tablet, and the copy that left it. Joined only while nothing is missing from the copy. */
export function HealthVault({ ledger, check }: { readonly ledger: LedgerHealth; readonly check: CheckState }) {
	const { text, format } = useMessages();
	const { ports } = useServices();
	const { offset } = ports.clock.now();
	const { vault } = text.more;
	const whole = check.kind === 'done' && check.result.whole;
	return (
		<div className={`pair more__vault${ledger.copy && ledger.uncopied === 0 ? ' is-joined' : ''}`}>
			<div className="half half--ours">
				<span className="side">
					<Tablet className="i i--s" aria-hidden="true" />
					{vault.ours}
				</span>
				<span className="amt">{vault.entries(format.count(ledger.entries))}</span>
				<span className="cap2">{whole ? vault.checked(format.minute(check.at, offset)) : vault.unchecked}</span>
			</div>
			{ledger.copy ? (
				<div className="half half--theirs">
					<span className="side">
						<HardDriveDownload className="i i--s" aria-hidden="true" />
						{vault.theirs}
					</span>
					<span className="amt">{vault.entries(format.count(ledger.copy.entries))}</span>
					<span className="cap2">
						{ledger.uncopied === 0
							? vault.copied(format.moment(ledger.copy.at, offset))
							: vault.behind(format.moment(ledger.copy.at, offset), format.count(ledger.uncopied))}
					</span>
				</div>
			) : (
				<div className="slot">
					<span>
						<b>{vault.none}</b>
						<small>{vault.noneHint}</small>
					</span>
				</div>
			)}
		</div>
	);
}
