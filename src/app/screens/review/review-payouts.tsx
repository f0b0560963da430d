import { ChevronRight, Landmark } from 'lucide-react';
import { Link } from 'wouter';
import { useMessages } from '../../messages/messages-context.ts';

/** The way to what came to the bank. */
export function ReviewPayouts() {
	const { text } = useMessages();
	return (
		<div className="card no-print">
			<Link className="row review__payouts" href="/review?payouts">
				<Landmark className="i" aria-hidden="true" />
				<span className="grow">
					<b>{text.payouts.title}</b>
					<span className="cap2">{text.payouts.lead}</span>
				</span>
				<ChevronRight className="i i--s" aria-hidden="true" />
			</Link>
		</div>
	);
}
